import type { FieldKind } from '../../../src/apps/fields/kinds.ts';
import type { Words } from '../../../src/i18n/words.ts';

type Props = {
  kinds: readonly FieldKind[];
  /** Where the choice leads, without the kind. */
  action: string;
  /** The one that is chosen already. */
  chosen?: FieldKind | undefined;
  words: Words;
};

/** What a field can hold: a link each, since the rest of the form depends on it. */
export const KindPicker = ({ kinds, action, chosen, words }: Props) => (
  <ul class="kinds">
    {kinds.map((kind) => (
      <li>
        <a href={`${action}?kind=${kind}`} aria-current={kind === chosen ? 'true' : undefined}>
          {words.audit.choices[kind]}
        </a>
        <p class="row-note">{words.apps.kindHelp[kind]}</p>
      </li>
    ))}
  </ul>
);
