import { z } from 'zod';

/** An item that was made or linked from the chat, as the event names it: what else is told of it is looked up for whoever reads. */
const aboutItem = { app: z.string(), item: z.string(), number: z.number().int() };

/**
 * What happened to a session, as its conversation tells it (messages of the kind `event`). Who did it is the message's author;
 * `to` is the new owner's id, `from` that of the owner before.
 */
const sessionEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('taken') }),
  z.object({ type: z.literal('reassigned'), to: z.string() }),
  z.object({ type: z.literal('returned') }),
  /** The owner, `from`, stopped being an operator of the line, or was deactivated. Null: from before it was told which. */
  z.object({
    type: z.literal('released'),
    from: z.string(),
    why: z.enum(['role', 'deactivated']).nullable().default(null),
  }),
  z.object({
    type: z.literal('closed'),
    reason: z.enum(['operator', 'client', 'silence', 'bot', 'spam', 'window', 'archived']),
  }),
  z.object({ type: z.literal('item-created'), ...aboutItem }),
  /** The client's account was put into an item, new or not, or taken from it. */
  z.object({ type: z.literal('account-linked'), ...aboutItem }),
  z.object({ type: z.literal('account-unlinked'), ...aboutItem }),
]);

export type SessionEvent = z.infer<typeof sessionEvent>;

/** An event that tells of an item. */
export type ItemEvent = Extract<SessionEvent, { item: string }>;

/** Reads an event as the database holds it. Throws a ZodError if it is none: then the data was not written by this program. */
export const parseEvent = (stored: unknown): SessionEvent => sessionEvent.parse(stored);
