import { z } from 'zod';

const field = z.string();

/** What upkeep can have to do, each in as many small units as it takes. */
export const taskSchema = z.discriminatedUnion('kind', [
  /**
   * A field's keys are made under another number, which then takes the place of the present one. `fresh`: there are none yet, and until
   * then the field serves neither to sort nor to filter by.
   */
  z.object({ kind: z.literal('rekey'), app: z.string(), field, keysN: z.number(), fresh: z.boolean() }),
  /**
   * A field gets another type: its values and keys are made under other numbers, which then take the place of the present ones. `to` is
   * the whole field as it will be, `by` who wants it.
   */
  z.object({ kind: z.literal('conversion'), app: z.string(), field, to: z.unknown(), by: z.string().nullable() }),
  /** Titles and words are made anew. */
  z.object({ kind: z.literal('titles'), app: z.string() }),
  /** Something has another name: what is sorted, searched or called by it is made anew. */
  z.object({
    kind: z.literal('relabel'),
    what: z.enum(['user', 'item', 'account', 'choice']),
    ids: z.array(z.string()),
    /** The choice's field. */
    field: field.optional(),
    /** How far it is: the place in `ids`, and the number of the field (`Field.n`) that it is at. */
    place: z.number(),
    n: z.number(),
  }),
  /** Keys go that nothing points to any more. */
  z.object({ kind: z.literal('drop-keys'), keysN: z.number() }),
  /** A removed field goes for good, with all that items hold in it. */
  z.object({ kind: z.literal('purge'), app: z.string(), field }),
  /** What a conversion wrote goes that was called off: `n` from the documents. */
  z.object({ kind: z.literal('undo'), app: z.string(), n: z.number() }),
  /** Not a piece of work but a place: up to which fact people's names were looked after. */
  z.object({ kind: z.literal('people'), seq: z.number() }),
]);

export type Task = z.infer<typeof taskSchema>;
export type TaskOf<Kind extends Task['kind']> = Extract<Task, { kind: Kind }>;
