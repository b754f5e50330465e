import type { FormErrors } from '../../../views/form/error-summary.tsx';
import { Me } from '../../../views/me/me.tsx';
import { profileOf } from '../../people/profile.ts';
import { pictureLimits, pictureTypes } from '../../pictures/avatar.ts';
import type { Asked, SignedIn } from '../env.ts';
import { page } from '../page.tsx';
import { timeZones } from './time-zones.ts';

type Shown = { name?: string; errors?: FormErrors; notice?: string | undefined };

/** The page on which people say who they are. `name`: as it was typed, when it was refused. */
export const showProfile = async (
  c: Asked<SignedIn>,
  { name, errors = {}, notice }: Shown,
  status: 200 | 422 | 503 = 200,
): Promise<Response> => {
  const { house, person, words } = c.var;
  const mine = await profileOf(house.db.read, person.id);
  if (!mine) return c.notFound();
  const children = (
    <Me
      {...mine}
      words={words}
      id={person.id}
      name={name ?? mine.name}
      language={mine.language ?? ''}
      timeZone={mine.timeZone ?? ''}
      timeZones={timeZones()}
      limits={{ megabytes: pictureLimits.bytes / (1024 * 1024), types: pictureTypes }}
      errors={errors}
    />
  );
  return await page(c, { title: words.people.me, section: 'me', children, notice }, status);
};
