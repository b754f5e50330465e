import {
  type AppsCast,
  bindApps,
  createComplaint,
  defineApps,
  findBothWays,
  readOutside,
  takeAndLink,
  writeFromOutside,
} from './apps-path.ts';
import { heardOfApps } from './apps-words.ts';
import type { House } from './house.ts';
import { screenOf } from './screen.ts';

/** What a journey is seen on. */
export const widths = {
  'on a phone': { viewport: { width: 360, height: 740 } },
  'on a desk': { viewport: { width: 1440, height: 900 } },
} as const;

export const locales = { en: 'en-GB', ru: 'ru-RU' } as const;

/** Who walks the path: an administrator and an operator, and somebody outside. */
export const castOf = async (
  house: House,
  language: keyof typeof locales,
  options: { viewport?: { width: number; height: number }; javaScriptEnabled?: boolean },
): Promise<AppsCast> => {
  const as = { ...options, locale: locales[language] };
  return {
    house,
    words: heardOfApps[language],
    // Apps are made at a desk; what is asked of a phone is the work with them.
    ada: screenOf(await house.open('ada', as), language),
    anna: screenOf(await house.open('anna', as), language),
    outside: await house.open(null, as),
    scripts: options.javaScriptEnabled ?? true,
  };
};

/** The whole path: apps are defined and bound, a client writes, is linked, complains, and everything is found from everything else. */
export const walkApps = async (cast: AppsCast): Promise<void> => {
  await defineApps(cast);
  await bindApps(cast, 'hides');
  await writeFromOutside(cast);
  await takeAndLink(cast);
  await createComplaint(cast, true);
  await readOutside(cast);
  await findBothWays(cast, 'hides');
};
