import type { Field } from '../../../src/apps/fields/field.ts';
import { valueInput } from '../../../src/apps/fields/shown/inputs.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { fieldId } from '../../form/field.tsx';

/** A field that two people changed at once, in words: what is saved now, and what was typed. */
type BothChanged = { field: Field; theirs: string; mine: string };

type Props = {
  /** Who saved last; null: the product itself. */
  who: string | null;
  fields: readonly BothChanged[];
  words: Words;
};

/** What somebody else has saved meanwhile, field by field. One's own stays in the form below until one takes theirs, or saves over it. */
export const Conflict = ({ who, fields, words: { items } }: Props) => (
  <div class="error-summary" role="alert" tabindex={-1} autofocus>
    <p class="error-summary-title">{items.conflictTitle}</p>
    <p>{items.conflict(who ?? items.somebody)}</p>
    <dl class="both-changed">
      {fields.map(({ field, theirs, mine }) => (
        <div>
          <dt>
            <a href={`#${fieldId(valueInput(field))}`}>{field.name}</a>
          </dt>
          <dd>
            <span class="field-note">{items.conflictTheirs}</span> <span class="said">{theirs}</span>
          </dd>
          <dd>
            <span class="field-note">{items.conflictMine}</span> <span class="said">{mine}</span>
          </dd>
          <dd>
            <Button kind="plain" name="press" value={`take.${field.id}`} label={items.takeTheirsOf(field.name)}>
              {items.takeTheirs}
            </Button>
          </dd>
        </div>
      ))}
    </dl>
  </div>
);
