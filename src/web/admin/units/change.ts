import type { Tx } from '../../../db/doors.ts';
import { orUnitRefusal, type UnitOutcome } from '../../../people/units/refusal.ts';
import type { Asked, SignedIn } from '../../env.ts';
import { changeRoles } from '../change-roles.ts';

/** Changes the org structure, and with it who may do what: see `changeRoles`. */
export const changeUnits = <T>(c: Asked<SignedIn>, change: (tx: Tx) => Promise<T>): Promise<UnitOutcome<T>> =>
  orUnitRefusal(changeRoles(c, change));
