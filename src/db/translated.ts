import { causes } from './driver-errors.ts';
import { DatabaseBusy, DatabaseDamaged, DatabaseFull, DatabaseUnwritable, isDatabaseError } from './errors.ts';

/** `error` as one of the database's own failures, if one lies under it; else `error` itself. */
export const translated = (error: unknown): unknown => {
  if (isDatabaseError(error)) return error;
  for (const cause of causes(error)) {
    const failure = failures.find(([code]) => code.test(cause.code ?? ''));
    if (failure) return new failure[1](cause);
  }
  return error;
};

/** SQLite's codes, and PostgreSQL's, by what they mean for us. A disk that fills up while the shared memory grows says SHMSIZE. */
const failures = [
  [/^SQLITE_FULL|^SQLITE_IOERR_SHMSIZE|^53100$/, DatabaseFull],
  [/^SQLITE_BUSY|^SQLITE_LOCKED|^SQLITE_PROTOCOL|^55P03$/, DatabaseBusy],
  [/^SQLITE_CANTOPEN|^SQLITE_READONLY|^SQLITE_IOERR|^SQLITE_PERM|^58/, DatabaseUnwritable],
  [/^SQLITE_CORRUPT|^SQLITE_NOTADB|^XX00/, DatabaseDamaged],
] as const;
