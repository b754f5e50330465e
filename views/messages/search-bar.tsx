import type { Words } from '../../src/i18n/words.ts';
import { Icon } from '../icons/icon.tsx';

/** Above the person's conversations: finds one, or leads to the lines that one can write to. */
export const SearchBar = ({ query, words }: { query: string; words: Words }) => (
  <div class="search-bar">
    <search>
      <form method="get" action="/messages">
        <Icon name="search" />
        <input
          type="text"
          name="q"
          value={query}
          aria-label={words.messages.search}
          placeholder={words.messages.search}
          enterkeyhint="search"
          autocomplete="off"
          data-key="/"
        />
      </form>
    </search>
    <a
      class="icon-button"
      href="/messages/lines"
      aria-label={words.messages.writeToLine}
      title={words.messages.writeToLine}
    >
      <Icon name="square-pen" />
    </a>
  </div>
);
