type ButtonProps = {
  kind?: 'primary' | 'danger' | 'plain';
  name?: string;
  value?: string;
  /** What is heard, where the words on the button say too little by themselves. */
  label?: string;
  children?: unknown;
};

/** Sends the form it stands in. */
export const Button = ({ kind = 'primary', name, value, label, children }: ButtonProps) => (
  <button
    type="submit"
    class={kind === 'plain' ? 'button' : `button ${kind}`}
    name={name}
    value={value}
    aria-label={label}
  >
    {children}
  </button>
);
