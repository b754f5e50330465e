import type { Words } from '../../src/i18n/words.ts';
import { Button } from '../form/button.tsx';

type ProveProps = {
  words: Words;
  /** Tells the forms of a page apart. */
  name: string;
  /** The words that open it. */
  ask: string;
  /** What will happen. */
  text: string;
  /** The button that does it. */
  confirm: string;
  action: string;
  error: string | undefined;
  danger?: boolean;
};

/** Something that only the person themselves may do: it opens a form that asks for the password or a code. */
export const Prove = ({ words, name, ask, text, confirm, action, error, danger = false }: ProveProps) => {
  const { mine } = words.secondFactor;
  const id = `proof-${name}`;
  const described = [error !== undefined && `${id}-error`, `${id}-help`].filter(Boolean).join(' ');
  return (
    <details class="confirm" open={error !== undefined}>
      <summary class={danger ? 'button danger' : 'button'}>{ask}</summary>
      <form method="post" action={action} class={danger ? 'confirm-body' : 'confirm-body mild'}>
        <p>{text}</p>
        <div class="field">
          <label class="field-label" for={id}>
            {mine.proof}
          </label>
          <input
            class="input"
            id={id}
            name="password"
            type="password"
            autocomplete="current-password"
            required
            aria-invalid={error === undefined ? undefined : 'true'}
            aria-describedby={described}
          />
          {error !== undefined && (
            <p class="field-error" id={`${id}-error`} role="alert">
              {error}
            </p>
          )}
          <p class="field-help" id={`${id}-help`}>
            {mine.proofHelp}
          </p>
        </div>
        <Button kind={danger ? 'danger' : 'primary'}>{confirm}</Button>
      </form>
    </details>
  );
};
