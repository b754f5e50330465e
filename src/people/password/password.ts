import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** The shortest and the longest password that is taken, in characters. */
export const passwordLength = { min: 8, max: 200 } as const;

/** What is stored of somebody who was invited and has not come: no hash, and nothing that any password fits. */
export const noPassword = '';

/**
 * Hashes a password with Argon2id (19 MiB, 2 passes), off the event loop. The answer is a PHC string that carries the salt and
 * the cost, so that the cost can be raised later.
 */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const hash = await derive(password, { salt, ...cost, length: 32 });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(hash)}`;
};

/**
 * Whether the password is the one that was hashed. Without a hash (undefined: nobody's, `noPassword`: somebody invited) it does
 * the same work and says no.
 */
export const verifyPassword = async (password: string, stored: string | undefined): Promise<boolean> => {
  const parts = pattern.exec(stored || nobodys)?.groups;
  if (!parts) throw new Error('A stored password hash is not in the expected form.');
  const expected = Buffer.from(parts['hash'] ?? '', 'base64');
  const hash = await derive(password, {
    salt: Buffer.from(parts['salt'] ?? '', 'base64'),
    memory: Number(parts['memory']),
    passes: Number(parts['passes']),
    parallelism: Number(parts['parallelism']),
    length: expected.length,
  });
  return timingSafeEqual(hash, expected) && stored !== undefined && stored !== noPassword;
};

type Cost = { memory: number; passes: number; parallelism: number };

/** Memory in KiB. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 };

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

const pattern =
  /^\$argon2id\$v=19\$m=(?<memory>\d+),t=(?<passes>\d+),p=(?<parallelism>\d+)\$(?<salt>[\w+/]+)\$(?<hash>[\w+/]+)$/;

// What an unknown email is compared with: an answer that came quicker would tell which emails are known.
const nobodys = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(randomBytes(16))}$${base64(randomBytes(32))}`;

const argon = promisify(argon2);

// Keyboards and systems write the same letter in several ways (й); the password is the same all the same.
const derive = (
  password: string,
  { salt, memory, passes, parallelism, length }: Cost & { salt: Buffer; length: number },
) =>
  argon('argon2id', {
    message: password.normalize('NFKC'),
    nonce: salt,
    parallelism,
    tagLength: length,
    memory,
    passes,
  });
