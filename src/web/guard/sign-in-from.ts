import type { SignInFrom } from '../../people/sign-in/sign-ins.ts';
import type { Asked } from '../env.ts';
import { addressOf } from './address.ts';

/** From where this request signs in. */
export const signInFrom = (c: Asked): SignInFrom => ({
  cookies: c.req.header('cookie'),
  device: c.req.header('user-agent'),
  address: addressOf(c),
});
