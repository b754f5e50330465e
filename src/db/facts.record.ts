import { newId } from '../id.ts';
import type { Tx } from './doors.ts';
import type { AuditEntry, Fact, NewFact } from './facts.ts';
import { audit, facts } from './schema.ts';
import { type Params, writeStatement } from './statement.ts';

/**
 * Writes what happened into the tables of facts and of the audit log, whichever are given.
 *
 * @param at milliseconds since 1970, UTC
 * @returns the fact with its number, which others may not learn before the commit
 */
export const recordIn = async (
  tx: Tx,
  at: number,
  fact: NewFact | null,
  entry: AuditEntry | undefined,
): Promise<Fact | undefined> => {
  if (entry) await insertAudit(tx, { before: null, after: null, ...entry, id: newId(), at });
  if (!fact) return undefined;
  const [row] = await insertFact(tx, { at, kind: fact.kind, ids: fact.ids });
  if (!row) throw new Error('The database gave the fact no number.');
  return { ...fact, seq: row.seq, at };
};

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
