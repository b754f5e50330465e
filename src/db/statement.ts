import type { Placeholder, SQL } from 'drizzle-orm';
import { type Ask, connection, type Orm } from './connection.ts';
import type { Reader, Tx } from './doors.ts';

/**
 * How a prepared query names its parameters: `(db, p: Params<{ id: string }>) => … eq(sessions.id, p('id'))`. A condition
 * takes texts and numbers; a yes or no, and JSON, only in `values` and `set`.
 */
export type Params<P extends object> = <K extends keyof P & string>(name: K) => Placeholder<K, P[K]> & SQL<P[K]>;

type None = Record<never, never>;
type Arguments<P> = keyof P extends never ? [] : [params: P];

/**
 * A query for a hot path, prepared once per connection. Serves from either door.
 *
 *     const sessionById = statement((db, p: Params<{ id: string }>) => db.select().from(sessions).where(eq(sessions.id, p('id'))));
 *     const [session] = await sessionById(db.read, { id });
 */
export const statement =
  <R extends readonly unknown[], P extends object = None>(build: (db: Reader, p: Params<P>) => PromiseLike<R>) =>
  (db: Reader, ...[params]: Arguments<P>): Promise<R> =>
    run(db, build, params);

/**
 * A change for a hot path, prepared once per connection. With `returning` it answers the rows; without, how many rows it
 * added, changed or deleted.
 */
export const writeStatement =
  <R, P extends object = None>(build: (tx: Pick<Tx, keyof Orm & keyof Tx>, p: Params<P>) => PromiseLike<R>) =>
  (tx: Tx, ...[params]: Arguments<P>): Promise<R extends readonly unknown[] ? R : number> =>
    run(tx, build, params);

// The builders are typed by what their author says of them, the connection knows only that there is something to prepare.
const run = async <R>(door: Reader, build: unknown, params: object = {}): Promise<R> => {
  const { prepared, prepare } = door[connection];
  const builder = build as (orm: Orm, ask: Ask) => unknown;
  let statement = prepared.get(builder);
  if (!statement) {
    statement = prepare(builder);
    prepared.set(builder, statement);
  }
  return statement(params as Record<string, unknown>) as R;
};
