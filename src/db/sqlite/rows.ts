import { Column, type DriverValueDecoder, getTableName, is, SQL, Subquery } from 'drizzle-orm';

type Decoder = DriverValueDecoder<unknown, unknown>;
type Field = Column | SQL | SQL.Aliased | Subquery;

/** The columns of a result, each with its place in the object that it becomes. */
export type Fields = readonly { path: readonly string[]; field: Field }[];

type Row = Record<string, unknown>;
type Place = { path: readonly string[]; decoder: Decoder };

/**
 * Compiles how a row of values becomes an object. Answers nothing for a query in which a joined table may have no row: what
 * becomes of its part is left to Drizzle, so that both databases agree.
 *
 * @param certain the query's tables, and whether a row of theirs is always there
 */
export const rowReader = (
  fields: Fields,
  certain: Readonly<Record<string, boolean>>,
): ((values: unknown[]) => Row) | undefined => {
  if (fields.some((field) => mayBeMissing(field, certain))) return undefined;
  const places = fields.map(({ path, field }): Place => ({ path, decoder: decoderOf(field) }));
  if (places.some(({ path }) => path.length > 1)) return (values) => nested(places, values);
  const names = places.map(({ path }) => path[0] ?? '');
  const decoders = places.map(({ decoder }) => decoder);
  return (values) => flat(names, decoders, values);
};

const mayBeMissing = ({ path, field }: Fields[number], certain: Readonly<Record<string, boolean>>): boolean =>
  path.length === 2 && is(field, Column) && certain[getTableName(field.table)] !== true;

// Drizzle declares the decoder of an expression as its own affair; statement.data.test.ts watches that it stays where it is.
const decoderOf = (field: Field): Decoder => {
  if (is(field, Column)) return field;
  const expression = is(field, SQL) ? field : is(field, Subquery) ? field._.sql : field.sql;
  return (expression as SQL & { decoder: Decoder }).decoder;
};

const flat = (names: readonly string[], decoders: readonly Decoder[], values: unknown[]): Row => {
  const row: Row = {};
  for (let index = 0; index < names.length; index++) {
    row[names[index] ?? ''] = decoded(decoders[index], values[index]);
  }
  return row;
};

const nested = (places: readonly Place[], values: unknown[]): Row => {
  const row: Row = {};
  for (const [index, { path, decoder }] of places.entries()) {
    let part = row;
    for (const name of path.slice(0, -1)) {
      part[name] ??= {};
      part = part[name] as Row; // made by the line above
    }
    part[path.at(-1) ?? ''] = decoded(decoder, values[index]);
  }
  return row;
};

const decoded = (decoder: Decoder | undefined, value: unknown): unknown =>
  value === null || decoder === undefined ? value : decoder.mapFromDriverValue(value);
