import type { IconName } from './names.ts';

let sprite = '/assets/icons.svg';

/** Says once, at start, where the built sprite lies: its address carries a hash that no view could know. */
export const setIconSprite = (address: string): void => {
  sprite = address;
};

/** A drawing beside words or inside something that has a name of its own: readers of the screen never hear it. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" aria-hidden="true">
    <use href={`${sprite}#${name}`} />
  </svg>
);
