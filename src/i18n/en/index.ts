import { common } from './common.ts';
import { desk } from './desk.ts';
import { files } from './files.ts';
import { joining } from './joining.ts';
import { lines } from './lines.ts';
import { live } from './live.ts';
import { messages } from './messages.ts';
import { org } from './org.ts';
import { people } from './people.ts';
import { signIn } from './sign-in.ts';
import { writing } from './writing.ts';

export const en = {
  language: 'en',
  common,
  desk,
  files,
  joining,
  lines,
  live,
  messages,
  org,
  people,
  signIn,
  writing,
};
