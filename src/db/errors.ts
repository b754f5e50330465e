/** There is no room left on the disk. Nothing of the unit of work happened; it may be tried again when there is room. */
export class DatabaseFull extends Error {
  override readonly name = 'DatabaseFull';
  constructor(cause: unknown) {
    super('The disk is full: nothing was stored.', { cause });
  }
}

/** Another process held the database for longer than we wait. Nothing of the unit of work happened. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';
  constructor(cause: unknown) {
    super('The database is locked by another process: nothing was stored.', { cause });
  }
}

/** The database could not be opened or written: a missing folder, a missing right, a read-only or failing disk. */
export class DatabaseUnwritable extends Error {
  override readonly name = 'DatabaseUnwritable';
  constructor(cause: unknown) {
    super(`The database cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The file is damaged, or is no database at all. */
export class DatabaseDamaged extends Error {
  override readonly name = 'DatabaseDamaged';
  constructor(cause: unknown) {
    super(`The database is damaged: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** The database was written by a later version of the program, which alone knows how to read it. */
export class DatabaseTooNew extends Error {
  override readonly name = 'DatabaseTooNew';
  /** The first step that the database has taken and this program does not know. */
  readonly migration: string;
  constructor(migration: string) {
    super(`The database was written by a newer version (it knows the step "${migration}"): install that version.`);
    this.migration = migration;
  }
}

/** Every way in which the database itself, and not a query, can fail. */
export type DatabaseError = DatabaseFull | DatabaseBusy | DatabaseUnwritable | DatabaseDamaged | DatabaseTooNew;

/** Whether the database itself failed: what is answered with "try again later", not with "you did something wrong". */
export const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseFull ||
  error instanceof DatabaseBusy ||
  error instanceof DatabaseUnwritable ||
  error instanceof DatabaseDamaged ||
  error instanceof DatabaseTooNew;
