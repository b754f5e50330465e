import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Hono } from 'hono';
import { keepFiles } from '../../files/rows.ts';
import { FileRefused, type StoredFile } from '../../files/store.ts';
import { setAvatar } from '../../people/profile.ts';
import { makeAvatar, pictureLimits } from '../../pictures/avatar.ts';
import type { Asked, House, SignedIn } from '../env.ts';
import { signedIn } from '../guard/signed-in.ts';
import { type Form, upload } from '../guard/upload.ts';
import { showProfile } from './show.tsx';

/** Why there is no new picture. The words are in `profile.pictureProblems`. */
type Problem = 'none' | 'empty' | 'no-picture' | 'too-large' | 'broken' | 'busy' | 'disk-full';

export const pictureRoutes = new Hono<SignedIn>().post('/me/avatar', signedIn, upload('avatar'), async (c) => {
  const { house, person, form } = c.var;
  if (form.fields['remove'] !== undefined) {
    await house.db.write((tx) => setAvatar(tx, person.id, person.id, null));
    return c.redirect('/me?saved', 303);
  }
  const face = await faceIn(house, form);
  if ('refused' in face) return await refuse(c, face.refused);
  await keepFace(house, person.id, face.done);
  return c.redirect('/me?saved', 303);
});

/** The face that is made of what a form brought, stored. What the form itself brought goes with the request. */
const faceIn = async ({ files }: House, form: Form): Promise<{ done: StoredFile } | { refused: Problem }> => {
  const [problem] = form.problems;
  if (problem) return { refused: problem.problem === 'too-many' ? 'too-large' : problem.problem };
  const [sent] = form.files;
  if (!sent) return { refused: 'none' };
  if (sent.size > pictureLimits.bytes) return { refused: 'too-large' };
  const made = await makeAvatar(async () => {
    const content = await files.open(sent.id);
    return content && (await buffer(content));
  });
  if ('refused' in made) return made;
  try {
    return { done: await files.receive(Readable.from([Buffer.from(made.done)]), 'picture.jpg') };
  } catch (error) {
    if (error instanceof FileRefused) return { refused: 'disk-full' };
    throw error;
  }
};

const keepFace = async ({ db, files }: House, personId: string, face: StoredFile): Promise<void> => {
  try {
    await db.write(async (tx) => {
      await keepFiles(tx, [face], Date.now());
      await setAvatar(tx, personId, personId, face.id);
    });
  } catch (error) {
    await files.remove([face.id]);
    throw error;
  }
};

const refuse = async (c: Asked<SignedIn>, problem: Problem): Promise<Response> => {
  const avatar = c.var.words.profile.pictureProblems[problem];
  if (problem === 'busy') c.header('Retry-After', '5');
  return await showProfile(c, { errors: { avatar } }, problem === 'busy' ? 503 : 422);
};
