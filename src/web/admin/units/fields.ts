import { z } from 'zod';
import { top } from '../../../../views/admin/units/new-unit.tsx';
import { lineOfText } from '../../guard/fields.ts';

/** The longest name of a unit, in characters. */
const longestName = 100;

export const nameField = () => lineOfText(longestName);

export const kindField = () => z.enum(['department', 'position']);

/** A place in the tree: a unit's id, or null for the top. */
export const placeField = () =>
  z
    .string('required')
    .min(1, 'required')
    .max(64)
    .transform((value) => (value === top ? null : value));
