import { audit } from './audit.ts';
import { common } from './common.ts';
import { desk } from './desk.ts';
import { files } from './files.ts';
import { joining } from './joining.ts';
import { lines } from './lines.ts';
import { live } from './live.ts';
import { messages } from './messages.ts';
import { org } from './org.ts';
import { people } from './people.ts';
import { profile } from './profile.ts';
import { secondFactor } from './second-factor.ts';
import { signIn } from './sign-in.ts';
import { writing } from './writing.ts';

export const en = {
  language: 'en',
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
