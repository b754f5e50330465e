import { Hono } from 'hono';
import { AudienceFound, AudienceReach } from '../../../views/lines/audience-answer.tsx';
import { reachOf } from '../../lines/reach.ts';
import type { SignedIn } from '../env.ts';
import { administrator } from '../guard/administrator.ts';
import { signedIn } from '../guard/signed-in.ts';
import { upload } from '../guard/upload.ts';
import { audienceIn, pickerFor, searchChanged } from './picker.ts';

/**
 * The picker of an audience while somebody types or chooses: it changes nothing, and is a POST because an address could not
 * carry hundreds of people. Without scripts the line's form itself is sent instead.
 */
export const audienceRoutes = new Hono<SignedIn>().post(
  '/lines/audience',
  signedIn,
  administrator,
  upload(),
  async (c) => {
    const { house, words, form } = c.var;
    const { chosen, find } = audienceIn(form.fields);
    if (searchChanged(form.fields)) {
      const picker = await pickerFor(house.db.read, chosen, find);
      return await c.html(<AudienceFound {...picker} words={words} />);
    }
    // Only a box was pressed: all boxes stay where they are, under the finger.
    const reach = await reachOf(house.db.read, chosen);
    return await c.html(<AudienceReach chosen={chosen} reach={reach} words={words} />);
  },
);
