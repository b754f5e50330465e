import type { PropsWithChildren } from 'hono/jsx';

/** Messages of one session: a page that shows an earlier session of the conversation does not add them below it. */
export const OfSession = ({ id, children }: PropsWithChildren<{ id: string }>) => (
  <div data-of-session={id}>{children}</div>
);
