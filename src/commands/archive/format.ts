import { z } from 'zod';

/** What stands where in a backup, in this order. */
export const names = { about: 'lines.json', database: 'lines.db', sums: 'SHA256SUMS' } as const;

/** Where a stored file lies in a backup: as it does in the data folder. */
export const nameOfFile = (id: string): string => `files/${id.slice(-2)}/${id}`;

/** The name of each thing that may stand in a backup. Nothing else is ever written to the disk. */
export const isKnownName = (name: string): boolean =>
  Object.values<string>(names).includes(name) ||
  /^files\/[0-9a-f]{2}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name) ||
  /^keys\/[a-z0-9][a-z0-9-]{0,60}(\.[a-z0-9]{1,10})?$/.test(name);

/** Says of what kind the backup is. `format` grows when an older program could not read it any more. */
export const About = z.object({ product: z.literal('lines'), format: z.int(), version: z.string(), at: z.string() });

/** The format that this program writes, and the newest that it reads. */
export const format = 1;
