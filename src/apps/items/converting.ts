import type { Tx } from '../../db/doors.ts';
import type { Problems } from '../fields/schema.ts';
import type { Doc } from '../fields/value.ts';
import type { Definition } from './definition.ts';

/** A document as fields that are getting another type will need it, beside what they need now; and the fields in which that would lose something. */
export const withConversions = async (_tx: Tx, _of: Definition, doc: Doc): Promise<{ doc: Doc; lost: Problems }> => ({
  doc,
  lost: {},
});
