import { randomBytes } from 'node:crypto';
import { createSecrets, keyLength, type Secrets } from '../secrets.ts';

/** Secrets with a key of their own, for one test. */
export const testSecrets = (): Secrets => createSecrets([randomBytes(keyLength)]);
