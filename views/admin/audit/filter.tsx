import type { Named } from '../../../src/audit/shapes.ts';
import type { Words } from '../../../src/i18n/words.ts';
import { Button } from '../../form/button.tsx';
import { Checkbox } from '../../form/checkbox.tsx';
import { describedBy, Field, fieldId } from '../../form/field.tsx';
import { Hidden } from '../../form/hidden.tsx';
import { TextField } from '../../form/text-field.tsx';

/** What stands in the filter, as it was typed. Days are written as 2026-11-22. */
type TypedFilter = {
  who: string;
  product: boolean;
  what: string;
  about: string;
  from: string;
  until: string;
};

export type FilterProps = {
  words: Words;
  typed: TypedFilter;
  /** Whom or what alone the page is about, where a link said so. */
  actor: Named | undefined;
  object: Named | undefined;
  /** Names that fit too many. */
  tooMany: { who: boolean; about: boolean };
  /** The time zone in which days are counted, IANA name. */
  zone: string;
};

/** Narrows the log; an ordinary form, so that what it finds has an address. Open while it is in use. */
export const AuditFilterForm = ({ words, typed, actor, object, tooMany }: FilterProps) => {
  const { audit } = words;
  const used = actor !== undefined || object !== undefined || Object.values(typed).some(Boolean);
  return (
    <details class="audit-filter" open={used}>
      <summary class="button">{used ? audit.filtered : audit.filter}</summary>
      <form class="form" method="get" action="/admin/audit">
        {actor ? (
          <Only words={words} name="actor" named={actor} text={audit.everythingBy(actor.name)} />
        ) : (
          <Name words={words} name="who" value={typed.who} help={audit.whoHelp} wrong={tooMany.who} />
        )}
        {object ? (
          <Only words={words} name="object" named={object} text={audit.everythingAbout(object.name)} />
        ) : (
          <Name words={words} name="about" value={typed.about} help={audit.aboutHelp} wrong={tooMany.about} />
        )}
        <What words={words} value={typed.what} />
        <div class="audit-days">
          <Day name="from" label={audit.from} value={typed.from} />
          <Day name="until" label={audit.until} value={typed.until} />
        </div>
        <Checkbox name="product" value="yes" label={audit.onlyProduct} checked={typed.product} />
        <p class="toolbar">
          <Button>{audit.apply}</Button>
          {used && (
            <a class="button" href="/admin/audit">
              {audit.clear}
            </a>
          )}
        </p>
      </form>
    </details>
  );
};

type NameProps = { words: Words; name: 'who' | 'about'; value: string; help: string; wrong: boolean };

const Name = ({ words: { audit }, name, value, help, wrong }: NameProps) => (
  <TextField
    type="search"
    name={name}
    label={audit[name]}
    value={value}
    maxlength={200}
    help={help}
    error={wrong ? audit.tooMany : undefined}
  />
);

type OnlyProps = { words: Words; name: 'actor' | 'object'; named: Named; text: string };

const Only = ({ words: { audit }, name, named, text }: OnlyProps) => (
  <p class="audit-only">
    <Hidden values={{ [name]: named.id }} />
    <span>
      {audit.narrowedTo} {text}
    </span>
    {!named.gone && <a href={pageOf(named)}>{audit.open(named.name)}</a>}
  </p>
);

const pageOf = ({ kind, id }: Named): string => {
  if (kind === 'line' || kind === 'app') return `/${kind}s/${id}/settings`;
  return kind === 'item' || kind === 'account' ? `/${kind}s/${id}` : `/admin/${kind}s/${id}`;
};

const What = ({ words: { audit }, value }: { words: Words; value: string }) => (
  <Field name="what" label={audit.what}>
    <select class="select" id={fieldId('what')} name="what" aria-describedby={describedBy({ name: 'what', label: '' })}>
      <option value="">{audit.anything}</option>
      {Object.entries(audit.kinds).map(([kind, label]) => (
        <optgroup label={label}>
          <option value={kind} selected={kind === value}>
            {audit.allOf(label)}
          </option>
          {Object.entries(audit.actions)
            .filter(([action]) => action.startsWith(`${kind}.`))
            .map(([action, text]) => (
              <option value={action} selected={action === value}>
                {text}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  </Field>
);

const Day = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <Field name={name} label={label}>
    <input class="input" type="date" id={fieldId(name)} name={name} value={value} />
  </Field>
);
