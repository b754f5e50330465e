import { counter, index, int, json, table, text } from '../columns.ts';

/** What happened, in order, for the screens: written with the change itself and trimmed after a while. */
export const facts = table(
  'facts',
  {
    seq: counter('seq'),
    at: int('at').notNull(),
    kind: text('kind').notNull(),
    ids: json('ids').notNull(),
  },
  (t) => [index('facts_at').on(t.at)],
);

/** Who did what to which thing: never trimmed, never changed (triggers refuse it), and without the content of any message. */
export const audit = table(
  'audit',
  {
    id: text('id').primaryKey(),
    at: int('at').notNull(),
    /** Null: the product itself, or somebody at the machine's own console. */
    actorId: text('actor_id'),
    action: text('action').notNull(),
    objectId: text('object_id').notNull(),
    /** The person who came into the object or left it, or came to head it: what happened to somebody is found by it as well. */
    memberId: text('member_id'),
    before: json('before'),
    after: json('after'),
  },
  (t) => [
    index('audit_at').on(t.at, t.id),
    index('audit_object').on(t.objectId, t.at),
    index('audit_member').on(t.memberId, t.at),
    index('audit_actor').on(t.actorId, t.at),
    index('audit_action').on(t.action, t.at),
  ],
);
