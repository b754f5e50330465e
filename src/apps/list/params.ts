/** What an address says of one field. */
export type Given = { op: string; values: readonly string[]; from: string; to: string };

/** What of an address is about which field (by `Field.n`), and parameters that a list does not know. */
export type Params = { fields: ReadonlyMap<number, Given>; strange: readonly string[] };

/** `f12` for values, `f12.op` for what is asked of them, `f12.from` and `f12.to` for a stretch. */
export const paramsOf = (query: URLSearchParams): Params => {
  const fields = new Map<number, Given>();
  const strange: string[] = [];
  for (const [name, value] of query) {
    const [, n, part = ''] = /^f(\d{1,15})(?:\.(op|from|to))?$/.exec(name) ?? [];
    if (n === undefined) {
      if (!known.test(name)) strange.push(name);
      continue;
    }
    const before = fields.get(Number(n)) ?? { op: '', values: [], from: '', to: '' };
    const text = value.slice(0, longest);
    fields.set(
      Number(n),
      part === '' ? { ...before, values: [...before.values, text].slice(0, mostValues) } : { ...before, [part]: text },
    );
  }
  return { fields, strange };
};

/** Written as `paramsOf` reads it. */
export const fieldParams = (n: number, { op, values, from, to }: Given): [string, string][] => {
  const one = (part: string, value: string): [string, string][] => (value === '' ? [] : [[`f${n}${part}`, value]]);
  return [...one('.op', op), ...values.flatMap((value) => one('', value)), ...one('.from', from), ...one('.to', to)];
};

/** What else addresses of lists carry: `find` and what begins with it are the panel's own. */
const known = /^(q|sort|way|col|after|view|apply|rows|all|find(\.f\d{1,15})?)$/;

const longest = 1_000;
const mostValues = 100;
