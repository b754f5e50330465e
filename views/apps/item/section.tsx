import type { PropsWithChildren } from 'hono/jsx';

type SectionProps = PropsWithChildren<{ id: string; title: string }>;

/** A part of an item's page under a heading of its own. */
export const Section = ({ id, title, children }: SectionProps) => (
  <section class="item-section" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);
