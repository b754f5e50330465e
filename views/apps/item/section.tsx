import type { PropsWithChildren } from 'hono/jsx';

type SectionProps = PropsWithChildren<{
  id: string;
  title: string;
  /** Whether its heading is only heard: it says what one sees at once. */
  quiet?: boolean;
}>;

/** A part of an item's page under a heading of its own. */
export const Section = ({ id, title, quiet, children }: SectionProps) => (
  <section class="item-section" aria-labelledby={id}>
    <h2 id={id} class={quiet ? 'sr-only' : undefined}>
      {title}
    </h2>
    {children}
  </section>
);
