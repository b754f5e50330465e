import type { Words } from '../../src/i18n/words.ts';
import type { Person } from '../../src/people/person.ts';
import type { Counters } from '../../src/sessions/shapes.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/names.ts';
import { Avatar } from './avatar.tsx';
import { LinesCount, MessagesCount } from './counters.tsx';

export type Section = 'messages' | 'lines' | 'apps' | 'admin' | 'me';

type RailProps = { section: Section; person: Person; words: Words; counters: Counters };

/** The sections at the edge of every page: a rail on wide screens, a bar at the bottom of a phone. */
export const Rail = ({ section, person, words, counters }: RailProps) => (
  <nav class="rail" aria-label={words.common.main}>
    <a
      id="me"
      class="rail-me"
      href="/me"
      aria-label={words.common.me}
      title={person.name}
      aria-current={section === 'me' ? 'page' : undefined}
    >
      <Avatar id={person.id} name={person.name} src={person.avatar} />
    </a>
    <RailLink
      href="/messages"
      icon="message-circle"
      label={words.common.messages}
      current={section === 'messages'}
      goes="g m"
    >
      <MessagesCount count={counters.messages} words={words} />
    </RailLink>
    <RailLink href="/lines" icon="headset" label={words.common.lines} current={section === 'lines'} goes="g l">
      <LinesCount count={counters.lines} words={words} />
    </RailLink>
    <RailLink href="/apps" icon="layout-grid" label={words.common.apps} current={section === 'apps'} goes="g a">
      <span class="sr-only">{words.common.apps}</span>
    </RailLink>
    {person.administrator && (
      <RailLink href="/admin" icon="users-round" label={words.common.admin} current={section === 'admin'}>
        <span class="sr-only">{words.common.admin}</span>
      </RailLink>
    )}
    <noscript>
      {/* biome-ignore lint/a11y/useValidAnchor: the empty address is this very page, whichever it is */}
      <a class="rail-link" href="" title={words.common.reloadWhy}>
        <Icon name="refresh-cw" />
        <span class="rail-label">{words.common.reload}</span>
      </a>
    </noscript>
    <form class="rail-out" method="post" action="/sign-out">
      <button type="submit" class="rail-link" aria-label={words.common.signOut} title={words.common.signOut}>
        <Icon name="log-out" />
      </button>
    </form>
  </nav>
);

type RailLinkProps = {
  href: string;
  icon: IconName;
  label: string;
  current: boolean;
  goes?: string;
  children?: unknown;
};

/** `children` says the name, with what waits: only it is heard, so that a counter can be replaced without the link. */
const RailLink = ({ href, icon, label, current, goes, children }: RailLinkProps) => (
  <a class="rail-link" href={href} aria-current={current ? 'page' : undefined} data-key={goes}>
    <Icon name={icon} />
    <span class="rail-label" aria-hidden="true">
      {label}
    </span>
    {children}
  </a>
);
