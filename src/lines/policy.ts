import type { Person } from '../people/person.ts';
import type { LineRoles } from './roles.ts';

/** Only administrators create and archive lines, and say who writes, answers and supervises. */
export const mayConfigure = (person: Pick<Person, 'administrator'>): boolean => person.administrator;

/** A line's supervisors see all of its settings and change how it answers; administrators may do so anywhere. */
export const mayTune = (person: Pick<Person, 'administrator'>, roles: LineRoles): boolean =>
  mayConfigure(person) || roles.supervisor;
