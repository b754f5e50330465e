import { Button } from './button.tsx';

type ConfirmProps = {
  /** The words that open it. */
  ask: string;
  /** What will happen. */
  text: string;
  /** The button that does it; names the thing. */
  confirm: string;
  action: string;
  values?: Readonly<Record<string, string>>;
  /** It was refused: it stands open, with what is wrong. */
  open?: boolean;
  /** What else has to be said before it is done. */
  children?: unknown;
};

/** Something that is not easily undone: a first press shows what it will do, a second one does it. Works without scripts. */
export const Confirm = ({ ask, text, confirm, action, values = {}, open, children }: ConfirmProps) => (
  <details class="confirm" open={open}>
    <summary class="button danger">{ask}</summary>
    <form method="post" action={action} class="confirm-body">
      <p>{text}</p>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button kind="danger">{confirm}</Button>
    </form>
  </details>
);
