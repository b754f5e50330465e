import type { Words } from '../../src/i18n/words.ts';

/** What `?` shows: each key that does something, and what. */
export const KeysHelp = ({ words }: { words: Words }) => (
  <dialog id="keys" class="dialog" aria-labelledby="keys-title">
    <h2 id="keys-title">{words.common.keys.title}</h2>
    <dl class="keys">
      {keysOf(words).map(([keys, does]) => (
        <div>
          <dt>
            {keys.split(' ').map((key) => (
              <kbd>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
    <form method="dialog">
      <button type="submit" class="button">
        {words.common.close}
      </button>
    </form>
  </dialog>
);

function keysOf({ common: { keys } }: Words): [string, string][] {
  return [
    ['g l', keys.lines],
    ['g m', keys.messages],
    ['j', keys.next],
    ['k', keys.previous],
    ['t', keys.take],
    ['r', keys.reply],
    ['e', keys.end],
    ['/', keys.search],
    ['?', keys.help],
  ];
}
