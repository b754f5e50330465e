import type { Child } from 'hono/jsx';
import type { Words } from '../../src/i18n/words.ts';
import type { Place } from '../../src/sessions/shapes.ts';
import { placeKey } from '../desk/place.ts';
import { Icon } from '../icons/icon.tsx';

type ShellProps = {
  title: string;
  /** What is to be known before anything else, such as that nothing was saved. */
  note?: string | undefined;
  /** Whether it was just opened: the focus then stands at its title, and what is entered first is one tab away. */
  opened?: boolean;
  words: Words;
  children: Child;
};

/** What stands in the desk's dialog. `style` and `script`: what forms of items need, which the desk's page has not loaded. */
export const RecordDialog = ({ style, script, ...inside }: ShellProps & { style: string; script: string }) => (
  <>
    <link rel="stylesheet" href={style} />
    <script src={script} />
    <Inside {...inside} />
    <form id="cancel" method="dialog">
      <CancelButton words={inside.words} />
    </form>
  </>
);

/** Leaves the dialog, from wherever it stands in it. */
export const CancelButton = ({ words }: { words: Words }) => (
  <button type="submit" class="button" form="cancel">
    {words.common.cancel}
  </button>
);

/** The same as a page, where no script runs. */
export const RecordPage = ({ back, ...inside }: ShellProps & { back: { session: string; place: Place } }) => (
  <main id="main" class="page">
    <p class="page-back">
      <a href={`/sessions/${back.session}?in=${placeKey(back.place)}`}>
        <Icon name="arrow-left" />
        {inside.words.common.back}
      </a>
    </p>
    <Inside {...inside} />
  </main>
);

const Inside = ({ title, note, opened = false, children }: ShellProps) => (
  <div class="record">
    <h1
      class="dialog-title"
      id="dialog-title"
      tabindex={opened || note !== undefined ? -1 : undefined}
      autofocus={opened || note !== undefined}
    >
      {title}
    </h1>
    {note !== undefined && (
      <div class="error-summary" role="alert">
        <p>{note}</p>
      </div>
    )}
    {children}
  </div>
);
