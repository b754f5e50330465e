import type { Words } from '../../../src/i18n/words.ts';
import { describedBy, Field, fieldId } from '../../form/field.tsx';
import { Icon } from '../../icons/icon.tsx';
import type { IconName } from '../../icons/names.ts';
import type { TypedChoice } from './typed-field.ts';

type Props = {
  choices: readonly TypedChoice[];
  /** Stored ones that are offered no more, with how many items hold each. */
  retired: readonly { id: string; name: string; items: number }[];
  more: string;
  error?: string | undefined;
  /** The button that was pressed, as it is sent: it has the focus again. */
  pressed?: string | undefined;
  words: Words;
};

/** The words that a choice offers: renamed, ordered, added and removed without leaving the form. */
export const ChoicesEditor = ({ choices, retired, more, error, pressed, words }: Props) => {
  const { apps } = words;
  return (
    <fieldset class="field" id={fieldId('choices')}>
      <legend class={choices.length === 0 ? 'sr-only' : 'field-label'}>{apps.choices}</legend>
      {error && <p class="field-error">{error}</p>}
      {choices.length > 0 && (
        <ol class="choice-rows">
          {choices.map((choice, place) => (
            <li class="choice-row">
              <input type="hidden" name="choice.id" value={choice.id} />
              <input
                class="input"
                name="choice.name"
                value={choice.name}
                aria-label={apps.choiceName(place + 1)}
                autocomplete="off"
              />
              <Press
                press={`choice-up.${place}`}
                icon="arrow-up"
                label={apps.choiceUp(choice.name)}
                disabled={place === 0}
                focused={pressed === `choice-up.${place}`}
              />
              <Press
                press={`choice-down.${place}`}
                icon="arrow-down"
                label={apps.choiceDown(choice.name)}
                disabled={place === choices.length - 1}
                focused={pressed === `choice-down.${place}`}
              />
              <Press press={`choice-remove.${place}`} icon="x" label={apps.choiceRemove(choice.name)} />
            </li>
          ))}
        </ol>
      )}
      <MoreChoices more={more} words={words} focused={pressed === 'choice-add'} first={choices.length === 0} />
      {retired.length > 0 && (
        <div class="retired">
          <p class="field-label">{apps.retired}</p>
          <p class="field-help">{apps.retiredHelp}</p>
          <ul>
            {retired.map((choice) => (
              <li class="choice-row">
                <span class="row-main">
                  {choice.name} <span class="row-note">{apps.heldBy(choice.items)}</span>
                </span>
                <button type="submit" class="button" name="press" value={`choice-back.${choice.id}`}>
                  {apps.bringBack}
                  <span class="sr-only"> {choice.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  );
};

type MoreProps = { more: string; focused: boolean; first: boolean; words: Words };

const MoreChoices = ({ more, focused, first, words: { apps, common } }: MoreProps) => {
  const field = { name: 'choice.more', label: first ? apps.choices : apps.moreChoices, help: apps.moreChoicesHelp };
  return (
    <Field {...field}>
      <textarea
        class="input"
        id={fieldId(field.name)}
        name={field.name}
        rows={first ? 5 : 2}
        autofocus={focused}
        aria-describedby={describedBy(field)}
      >
        {`\n${more}`}
      </textarea>
      <button type="submit" class="button add-choices" name="press" value="choice-add">
        <Icon name="list-plus" />
        {common.add}
      </button>
    </Field>
  );
};

type PressProps = { press: string; icon: IconName; label: string; disabled?: boolean; focused?: boolean };

const Press = ({ press, icon, label, disabled = false, focused = false }: PressProps) => (
  <button
    type="submit"
    class="icon-button"
    name="press"
    value={press}
    aria-label={label}
    title={label}
    disabled={disabled}
    autofocus={focused}
  >
    <Icon name={icon} />
  </button>
);
