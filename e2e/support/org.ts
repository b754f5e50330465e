import { newId } from '../../src/id.ts';
import type { Answer, Asker } from './person.ts';

/** What an administrator arranges by the forms of the product, for journeys that are about something else. */
export type Org = {
  /** Adds a department, below another or at the top, and answers its id. */
  unit(name: string, parent?: string): Promise<string>;
  place(unit: string, user: string): Promise<void>;
  takeOut(unit: string, user: string): Promise<void>;
  /** Moves a unit with all below it; undefined: to the top. */
  move(unit: string, parent?: string): Promise<void>;
  /** Adds a line that the people of these units may write to, and answers its id. */
  line(name: string, parts: { units: readonly string[]; operators?: readonly string[] }): Promise<string>;
};

/** @param admin an administrator's browser */
export const orgBy = (admin: Asker): Org => {
  const placed = async (unit: string, user: string, how: 'yes' | 'no') =>
    done(await admin.post(`/admin/units/${unit}/members`, { user, placed: how }));
  return {
    unit: async (name, parent = 'top') => {
      const id = newId();
      done(await admin.post('/admin/units', { id, name, kind: 'department', parent }));
      return id;
    },
    place: (unit, user) => placed(unit, user, 'yes'),
    takeOut: (unit, user) => placed(unit, user, 'no'),
    move: async (unit, parent = 'top') => done(await admin.post(`/admin/units/${unit}/parent`, { parent })),
    line: async (name, { units, operators = [] }) => {
      const id = newId();
      done(await admin.send('/lines', { id, name, audienceUnits: units, operatorGroups: operators }));
      return id;
    },
  };
};

const done = ({ status, html }: Answer): void => {
  if (status !== 303) throw new Error(`The administrator was answered ${status}: ${html.slice(0, 2_000)}`);
};
