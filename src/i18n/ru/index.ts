import type { Words } from '../words.ts';
import { accounts } from './accounts.ts';
import { apps } from './apps.ts';
import { audit } from './audit.ts';
import { common } from './common.ts';
import { desk } from './desk.ts';
import { fields } from './fields.ts';
import { files } from './files.ts';
import { itemList } from './item-list.ts';
import { items } from './items.ts';
import { joining } from './joining.ts';
import { lines } from './lines.ts';
import { live } from './live.ts';
import { messages } from './messages.ts';
import { org } from './org.ts';
import { people } from './people.ts';
import { profile } from './profile.ts';
import { records } from './records.ts';
import { secondFactor } from './second-factor.ts';
import { signIn } from './sign-in.ts';
import { transfer } from './transfer.ts';
import { writing } from './writing.ts';

export const ru: Words = {
  language: 'ru',
  accounts,
  apps,
  fields,
  itemList,
  items,
  records,
  transfer,
  audit,
  common,
  desk,
  files,
  joining,
  lines,
  live,
  messages,
  org,
  people,
  profile,
  secondFactor,
  signIn,
  writing,
};
