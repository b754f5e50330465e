import { newId } from '../id.ts';
import type { Tx } from './doors.ts';
import type { AuditEntry, Fact, NewFact } from './facts.ts';
import { audit, facts } from './schema.ts';
import { type Params, writeStatement } from './statement.ts';

/**
 * Writes what happened into the table of facts.
 *
 * @param at milliseconds since 1970, UTC
 * @returns the fact with its number, which others may not learn before the commit
 */
export const recordFact = async (tx: Tx, at: number, fact: NewFact): Promise<Fact> => {
  const [row] = await insertFact(tx, { at, kind: fact.kind, ids: fact.ids });
  if (!row) throw new Error('The database gave the fact no number.');
  return { ...fact, seq: row.seq, at };
};

/**
 * Writes who did what into the audit log, in the given order.
 *
 * @param at milliseconds since 1970, UTC
 */
export const recordAudit = async (tx: Tx, at: number, entries: readonly AuditEntry[]): Promise<void> => {
  const [first, ...others] = entries;
  if (!first) return;
  if (others.length === 0)
    return void (await insertAudit(tx, { before: null, after: null, ...first, id: newId(), at }));
  for (let from = 0; from < entries.length; from += rowsAtOnce)
    await tx.insert(audit).values(entries.slice(from, from + rowsAtOnce).map((entry) => row(entry, at)));
};

const row = ({ actor, action, object, before, after }: AuditEntry, at: number) => ({
  id: newId(),
  at,
  actorId: actor,
  action,
  objectId: object,
  before: before ?? null,
  after: after ?? null,
});

/** Few enough for the number of parameters that a statement may have. */
const rowsAtOnce = 500;

type FactRow = { at: number; kind: string; ids: unknown };

const insertFact = writeStatement((tx, p: Params<FactRow>) =>
  tx
    .insert(facts)
    .values({ at: p('at'), kind: p('kind'), ids: p('ids') })
    .returning({ seq: facts.seq }),
);

type AuditRow = {
  id: string;
  at: number;
  actor: string | null;
  action: string;
  object: string;
  before: unknown;
  after: unknown;
};

const insertAudit = writeStatement((tx, p: Params<AuditRow>) =>
  tx.insert(audit).values({
    id: p('id'),
    at: p('at'),
    actorId: p('actor'),
    action: p('action'),
    objectId: p('object'),
    before: p('before'),
    after: p('after'),
  }),
);
