import { appIconNames, type IconName } from './names.ts';

const sprites = { all: '/assets/icons.svg', apps: '/assets/app-icons.svg' };

/** Says once, at start, where the built sprites lie: their addresses carry hashes that no view could know. */
export const setIconSprites = (all: string, apps: string): void => {
  Object.assign(sprites, { all, apps });
};

/** A drawing beside words or inside something that has a name of its own: readers of the screen never hear it. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" aria-hidden="true">
    <use href={`${ofApps.has(name) ? sprites.apps : sprites.all}#${name}`} />
  </svg>
);

const ofApps: ReadonlySet<string> = new Set(appIconNames);
