/** Every type that a field can have (6.1). What one means stands in src/apps/fields, in one table a question. */
export const fieldKinds = [
  'text',
  'long-text',
  'number',
  'money',
  'yes-no',
  'date',
  'date-time',
  'choice',
  'choices',
  'phone',
  'email',
  'link',
  'files',
  'user',
  'reference',
  'references',
  'account',
] as const;

export type FieldKind = (typeof fieldKinds)[number];

/** Whether a field of this kind holds any number of values. */
export const isMany = (kind: FieldKind): boolean =>
  kind === 'choices' || kind === 'references' || kind === 'files' || kind === 'account';
