import type { PropsWithChildren } from 'hono/jsx';
import type { Words } from '../../src/i18n/words.ts';
import type { Person } from '../../src/people/person.ts';
import type { Counters } from '../../src/sessions/shapes.ts';
import { TakeNext } from './counters.tsx';
import { type Assets, Document } from './document.tsx';
import { KeysHelp } from './keys-help.tsx';
import { Notices } from './notices.tsx';
import { Rail, type Section } from './rail.tsx';

export type FrameProps = PropsWithChildren<{
  title: string;
  section: Section;
  person: Person;
  words: Words;
  assets: Assets;
  counters: Counters;
  /** The number of the last fact that the page shows. */
  cursor: number;
  /** Names the stream that all pages of one sign-in share. */
  liveKey: string;
  /** Names this very page, for what must be done once however often it is sent. */
  press: string;
  /** Something to tell at once, after an action that ended elsewhere than expected. */
  notice?: string | undefined;
  /** It answers a form, and may not be loaded again by its address. */
  isAnswer?: boolean;
}>;

/** A page of somebody signed in. `children` is its `<main id="main">`. */
export const Frame = ({
  title,
  section,
  person,
  words,
  assets,
  counters,
  cursor,
  liveKey,
  press,
  notice,
  isAnswer,
  children,
}: FrameProps) => (
  <Document title={title} words={words} assets={assets} theme={person.theme} me={person.id}>
    <body
      class="frame"
      data-section={section}
      data-cursor={cursor}
      data-live={liveKey}
      data-live-worker={assets.liveWorker}
      data-answer={isAnswer ? '' : undefined}
      data-sound={person.sound ? '' : undefined}
    >
      <a class="skip" href="#main">
        {words.common.skip}
      </a>
      <Rail section={section} person={person} words={words} counters={counters} />
      {children}
      <TakeNext queue={counters.queue} press={press} words={words} />
      <Notices text={notice} />
      <dialog id="dialog" class="dialog" aria-labelledby="dialog-title" />
      <KeysHelp words={words} />
    </body>
  </Document>
);
