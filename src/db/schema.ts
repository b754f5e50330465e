export * from './schema/apps.ts';
export * from './schema/facts.ts';
export * from './schema/files.ts';
export * from './schema/items.ts';
export * from './schema/lines.ts';
export * from './schema/people.ts';
export * from './schema/sessions.ts';
export * from './schema/units.ts';
