import { bigint, boolean, jsonb, text as textColumn } from 'drizzle-orm/pg-core';

export { alias, foreignKey, index, primaryKey, pgTable as table, uniqueIndex } from 'drizzle-orm/pg-core';

export const text = (name: string) => textColumn(name);
export const word = <const W extends readonly [string, ...string[]]>(name: string, words: W) =>
  textColumn(name, { enum: [...words] });
export const int = (name: string) => bigint(name, { mode: 'number' });
export const bool = (name: string) => boolean(name);
export const json = (name: string) => jsonb(name);
export const counter = (name: string) => bigint(name, { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey();
