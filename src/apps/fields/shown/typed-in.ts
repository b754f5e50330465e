/** What a form's inputs were, by their names; one of several values is a list. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** All values of an input. No name is taken for more than it is: `__proto__` names nothing. */
export const listIn = (typed: Typed, name: string): readonly string[] => {
  const value = Object.hasOwn(typed, name) ? typed[name] : undefined;
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
};

/** The first of them, '' if there is none. */
export const textIn = (typed: Typed, name: string): string => listIn(typed, name)[0] ?? '';
