import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * Seals what must not be read from the database alone, such as the secrets of second factors: with keys that lie beside it
 * (src/secrets/keys.ts). A sealed text belongs to its `context`, the table and the row that it stands in, and opens nowhere else.
 */
export type Secrets = {
  /** @throws SecretUnreadable `no-key` when there is no key to seal with */
  seal(text: string, context: string): string;
  /** @throws SecretUnreadable */
  open(sealed: string, context: string): string;
  /** Whether there is a key with this id. */
  has(id: string): boolean;
};

/** Why a sealed text does not open: the key that sealed it is not there, or it is not what was sealed, or not for this place. */
export class SecretUnreadable extends Error {
  override readonly name = 'SecretUnreadable';
  readonly reason: 'no-key' | 'damaged';
  /** The id of the key that is missing, as it stands in the name of its file; undefined: none at all is there. */
  readonly key: string | undefined;
  constructor(reason: 'no-key' | 'damaged', key?: string) {
    super(reason === 'damaged' ? 'A sealed text is damaged.' : `The key ${key ?? ''} of a sealed text is missing.`);
    this.reason = reason;
    this.key = key;
  }
}

/** Bytes that a key has. */
export const keyLength = 32;

/** What a key is known by: says nothing of the key, and differs for each. */
export const keyId = (key: Buffer): string => createHash('sha256').update('key').update(key).digest('hex').slice(0, 8);

/** @param keys all open, the first one seals */
export const createSecrets = (keys: readonly Buffer[]): Secrets => {
  const known = new Map(keys.map((key) => [keyId(key), key]));
  const [newest] = keys;
  return {
    has: (id) => known.has(id),
    seal(text, context) {
      if (!newest) throw new SecretUnreadable('no-key');
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', newest, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `1.${keyId(newest)}.${body.toString('base64url')}`;
    },
    open(sealed, context) {
      const [, id = '', body = ''] = pattern.exec(sealed) ?? [];
      if (id === '') throw new SecretUnreadable('damaged');
      const key = known.get(id);
      if (!key) throw new SecretUnreadable('no-key', id);
      return opened(key, Buffer.from(body, 'base64url'), context);
    },
  };
};

/** Version, the id of the key, then nonce, text and tag. */
const pattern = /^1\.([0-9a-f]{8})\.([\w-]+)$/;

const opened = (key: Buffer, body: Buffer, context: string): string => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, 12), { authTagLength: 16 })
      .setAAD(Buffer.from(context))
      .setAuthTag(body.subarray(-16));
    return Buffer.concat([decipher.update(body.subarray(12, -16)), decipher.final()]).toString('utf8');
  } catch {
    throw new SecretUnreadable('damaged');
  }
};
