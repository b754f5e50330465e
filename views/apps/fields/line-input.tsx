import type { Field } from '../../../src/apps/fields/field.ts';
import { momentInput, zoneInput } from '../../../src/apps/fields/shown/inputs.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { describedBy, FieldNotes, fieldId } from '../../form/field.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { notedField } from './group.tsx';

type Props = {
  field: Field;
  text: string;
  /** The moment whose minute stands in `text`. */
  was?: string | undefined;
  /** The browser's zone, in which `text` is meant where the person has chosen none. */
  zone?: string | undefined;
  error: string | undefined;
  words: Words;
};

/** A value that is typed, in one line or several. */
export const LineInput = ({ field, text, was, zone, error, words }: Props) => {
  const noted = notedField(field, error, noteOn(field, zone, words));
  const input = {
    class: 'input',
    id: fieldId(noted.name),
    name: noted.name,
    'aria-required': field.required ? ('true' as const) : undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(noted),
  };
  return (
    <div class="field">
      <label class={field.required ? 'field-label needed' : 'field-label'} for={input.id}>
        {field.name}
      </label>
      {field.kind === 'long-text' ? (
        // The first line break after the tag is not the text's.
        <textarea {...input} rows={5}>{`\n${text}`}</textarea>
      ) : (
        <input
          {...input}
          {...typeOf(field, text)}
          data-moment={isLocal(field, words)}
          value={text}
          autocomplete="off"
        />
      )}
      {field.kind === 'date-time' && <Hidden values={{ [momentInput(field)]: was, [zoneInput(field)]: zone }} />}
      <FieldNotes {...noted} />
    </div>
  );
};

/** Where nobody chose a zone, scripts tell the moment in the browser's own: see src/browser/pickers.ts. */
const isLocal = (field: Field, words: Words): true | undefined =>
  field.kind === 'date-time' && words.zone === undefined ? true : undefined;

/** Which zone a time is meant in is told only where it matters. */
const noteOn = (field: Field, zone: string | undefined, words: Words): string | undefined => {
  if (field.kind === 'date-time') return words.fields.timesIn(words.zone ?? zone ?? 'UTC');
  return field.kind === 'money' ? field.options.currency : undefined;
};

/**
 * Which keys a phone shows, and what the browser helps with. Numbers and links are texts: browsers would refuse "1 234,50" and
 * "example.org". What was typed as a date and is none stays to be seen: an input for dates would show nothing.
 */
const typeOf = (field: Field, text: string) => {
  switch (field.kind) {
    case 'number':
    case 'money':
      return { type: 'text', inputmode: 'decimal' } as const;
    case 'date':
      return text === '' || /^\d{4}-\d\d-\d\d$/.test(text) ? { type: 'date', max: '9999-12-31' } : { type: 'text' };
    case 'date-time':
      return text === '' || /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)
        ? { type: 'datetime-local', max: '9999-12-31T23:59' }
        : { type: 'text' };
    case 'phone':
      return { type: 'tel' };
    case 'email':
      return { type: 'text', inputmode: 'email', autocapitalize: 'none', spellcheck: false } as const;
    case 'link':
      return { type: 'text', inputmode: 'url', autocapitalize: 'none', spellcheck: false } as const;
    default:
      return { type: 'text' };
  }
};
