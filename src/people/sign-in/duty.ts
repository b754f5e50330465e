import { asRequirement } from '../second-factor/required.ts';

/** What somebody who is signed in has to do before anything else. */
export type Duty = 'password' | 'second-factor';

/** What the database knows of it. `requires`: the setting as it is stored. */
type Known = {
  mustChangePassword: boolean;
  secondFactorAt: number | null;
  administrator: boolean;
  requires: string | null;
};

/** The first thing that a person owes, null for nothing. */
export const dutyOf = ({ mustChangePassword, secondFactorAt, administrator, requires }: Known): Duty | null => {
  if (mustChangePassword) return 'password';
  if (secondFactorAt !== null) return null;
  const required = asRequirement(requires);
  return required === 'everyone' || (required === 'administrators' && administrator) ? 'second-factor' : null;
};
