type SearchProps = { action: string; value: string; label: string; button: string };

/** Looks for something in the list below it; an ordinary form, so that a search has an address. */
export const Search = ({ action, value, label, button }: SearchProps) => (
  <form class="search" method="get" action={action}>
    <input class="input" type="search" name="q" value={value} aria-label={label} placeholder={label} />
    <button type="submit" class="button">
      {button}
    </button>
  </form>
);
