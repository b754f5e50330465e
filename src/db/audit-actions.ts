/**
 * Everything that the audit log can tell, each as `<kind of the object>.<what happened>`. A new one goes here, into the part of
 * its kind, and gets its words in src/i18n/en/audit.ts and src/i18n/ru/audit.ts: without them nothing compiles.
 */
export const auditActions = [
  'company.created',
  /** Object: the literal 'company', as in all of this kind but the first. */
  'company.second-factor-required',

  'user.created',
  'user.invited',
  'user.joined',
  'user.changed',
  'user.avatar-changed',
  'user.activated',
  'user.deactivated',
  'user.password-link-created',
  'user.password-changed',
  'user.second-factor-set-up',
  'user.second-factor-removed',
  'user.recovery-codes-made',
  'user.recovery-code-used',
  'user.sign-ins-ended',

  'group.created',
  'group.renamed',
  'group.deleted',
  'group.joined',
  'group.left',

  'unit.created',
  'unit.changed',
  'unit.renamed',
  'unit.moved',
  'unit.deleted',
  'unit.joined',
  'unit.left',
  'unit.head-changed',

  'line.created',
  'line.changed',
  'line.archived',

  'app.created',
  'app.changed',
  'app.archived',
  'app.restored',

  'field.created',
  'field.changed',
  'field.kind-changed',
  'field.removed',
  'field.restored',
  /** Thirty days after its removal, with all that items held in it. */
  'field.purged',

  'item.deleted',
  'item.restored',

  /** Object: the app, as in all of this kind. */
  'items.exported',
  'items.imported',
  'items.import-undone',

  /** Object: the account. */
  'account.linked',
  'account.unlinked',

  /** Object: the id of the import; each person in it has an entry of their own. */
  'people.imported',
  /** Object: the id of the import, or the literal 'people'. */
  'people.invitations-exported',

  /** Object: the literal 'audit'. */
  'audit.exported',

  /** Object: the literal 'data', as in all of this kind. */
  'data.backed-up',
  'data.restored',
] as const;

/** What can have been done. */
export type AuditAction = (typeof auditActions)[number];

/** What it was done to. */
export type AuditKind = AuditAction extends `${infer Kind}.${string}` ? Kind : never;

/**
 * What `before` and `after` can tell, in the order in which it is shown, and what stands there: ids (one, a list, or null) of people, groups, units, lines or
 * files, which are shown by name, or a plain value. A new one goes here and gets its words beside those of the actions. None of
 * them ever holds a password, a code, a token, a hash of one, or the text of a message.
 */
export const auditFields = {
  company: 'text',
  name: 'text',
  email: 'text',
  description: 'text',
  avatar: 'file',
  mustChangePassword: 'flag',
  /** Who came or went: of a group, of a unit. */
  member: 'user',
  members: 'user',
  head: 'user',
  parent: 'unit',
  unitKind: 'choice',
  audienceUsers: 'user',
  audienceGroups: 'group',
  audienceUnits: 'unit',
  operatorGroups: 'group',
  supervisorGroups: 'group',
  showOperator: 'flag',
  /** App for account link, and apps that can be created from chat. */
  linkApp: 'app',
  createdApps: 'app',
  app: 'app',
  item: 'item',
  account: 'account',
  icon: 'text',
  titlePattern: 'text',
  numberPrefix: 'text',
  numberDigits: 'number',
  seeGroups: 'group',
  createGroups: 'group',
  editGroups: 'group',
  fieldKind: 'choice',
  required: 'flag',
  unique: 'flag',
  hint: 'text',
  initial: 'text',
  onForm: 'flag',
  inList: 'flag',
  position: 'number',
  /** Names of choices, with commas between; the currency, the number of decimals. */
  choices: 'text',
  currency: 'text',
  decimals: 'number',
  refersTo: 'app',
  /** What a list was narrowed to when it was exported. */
  filter: 'text',
  items: 'number',
  secondFactor: 'choice',
  /** What an export was narrowed to: names as they were typed, and an action or a kind of object. */
  who: 'text',
  about: 'text',
  what: 'what',
  /** Times, in milliseconds since 1970, UTC. */
  expiresAt: 'time',
  from: 'time',
  until: 'time',
  /** How many. */
  people: 'number',
  signIns: 'number',
  codes: 'number',
  rows: 'number',
  entries: 'number',
} as const satisfies Record<string, AuditValueKind>;

/** The name of something that changed. */
export type AuditField = keyof typeof auditFields;

/** How a value is to be read. */
export type AuditValueKind =
  | 'text'
  | 'flag'
  | 'choice'
  | 'what'
  | 'number'
  | 'time'
  | 'file'
  | 'user'
  | 'group'
  | 'unit'
  | 'line'
  | 'app'
  | 'field'
  | 'item'
  | 'account';

/** The words that a field of kind 'choice' can hold. */
export type AuditChoice =
  | 'department'
  | 'position'
  | 'nobody'
  | 'administrators'
  | 'everyone'
  | 'text'
  | 'long-text'
  | 'number'
  | 'money'
  | 'yes-no'
  | 'date'
  | 'date-time'
  | 'choice'
  | 'choices'
  | 'phone'
  | 'email'
  | 'link'
  | 'files'
  | 'user'
  | 'reference'
  | 'references'
  | 'account';
