import type { FileProblem } from './problem.ts';

/** What a column can tell. */
export type Meaning = 'name' | 'email' | 'groups' | 'units';

/** Where what stands, by place in a row, and the columns that nothing is made of. */
export type Columns = {
  places: ReadonlyMap<Meaning, number>;
  count: number;
  unused: readonly string[];
};

/** Reads what the first line calls its columns, in either language and any order. */
export const columnsOf = (header: readonly string[]): Columns | FileProblem => {
  const places = new Map<Meaning, number>();
  const unused: string[] = [];
  for (const [place, title] of header.entries()) {
    const meaning = meaningOf(title);
    if (meaning === undefined) unused.push(title.trim());
    else if (places.has(meaning)) return { problem: 'column-twice', about: title.trim() };
    else places.set(meaning, place);
  }
  if (!(places.has('name') && places.has('email'))) return { problem: 'no-header', about: '' };
  return { places, count: header.length, unused: unused.filter((title) => title !== '') };
};

/** How many of the titles mean something: the sign between the cells is the one by which most do. */
export const understood = (header: readonly string[]): number =>
  header.filter((title) => meaningOf(title) !== undefined).length;

const meaningOf = (title: string): Meaning | undefined =>
  meanings.get(
    title
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s._*:-]/g, ''),
  );

/** By what people write above their columns, without spaces, dots and the like. */
const titles: Readonly<Record<Meaning, readonly string[]>> = {
  name: ['name', 'fullname', 'имя', 'фио', 'имяифамилия', 'фамилияиимя', 'полноеимя', 'сотрудник'],
  email: ['email', 'mail', 'emailaddress', 'почта', 'элпочта', 'электроннаяпочта', 'адресэлектроннойпочты'],
  groups: ['groups', 'group', 'группы', 'группа'],
  units: ['units', 'unit', 'departments', 'department', 'подразделения', 'подразделение', 'отделы', 'отдел'],
};

const meanings = new Map(
  Object.entries(titles).flatMap(([meaning, all]) => all.map((title) => [title, meaning as Meaning] as const)),
);
