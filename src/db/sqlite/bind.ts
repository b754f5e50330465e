import { is, Param, Placeholder } from 'drizzle-orm';

type Values = Readonly<Record<string, unknown>>;

/** Compiles a query's parameters into a function that fills them. @throws if a value is missing */
export const binder = (params: readonly unknown[]): ((values: Values) => unknown[]) => {
  const slots = params.map(slot);
  return (values) => slots.map((fill) => fill(values));
};

const slot = (param: unknown): ((values: Values) => unknown) => {
  if (is(param, Placeholder)) return (values) => plain(given(values, param.name));
  if (!(is(param, Param) && is(param.value, Placeholder))) return () => param;
  const { encoder, value: placeholder } = param;
  return (values) => {
    const value = given(values, placeholder.name);
    // Drizzle would write the text "null" into a column of JSON, and `false` for an unknown yes or no.
    return value === null ? null : encoder.mapToDriverValue(value);
  };
};

const given = (values: Values, name: string): unknown => {
  const value = values[name];
  if (value === undefined) throw new Error(`The statement was given no value for "${name}".`);
  return value;
};

// In a condition Drizzle does not know the column: SQLite has no yes and no.
const plain = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value);
