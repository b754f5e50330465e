import { causes, violatesKey } from './driver-errors.ts';

/**
 * Whether `error` says that a row with this key exists already. Give the name of the index (`users_email`), or `<table>_pkey`
 * for a primary key, or nothing for any.
 */
export const isUniqueViolation = (error: unknown, index?: string): boolean =>
  causes(error).some((cause) => violatesKey(cause, index));

/** Whether `error` says that a row refers to one that does not exist, or that somebody still refers to a deleted one. */
export const isForeignKeyViolation = (error: unknown): boolean =>
  causes(error).some((cause) => cause.code === '23503' || cause.code === 'SQLITE_CONSTRAINT_FOREIGNKEY');
