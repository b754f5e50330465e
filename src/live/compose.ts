import type { Reader } from '../db/doors.ts';
import type { Fact } from '../db/facts.ts';
import { postToClient } from './client.tsx';
import { movedIn, postCounters } from './counters.tsx';
import type { Crowd } from './crowd.ts';
import { postToDesk } from './desk.tsx';
import { loadScene, type Scene } from './load.ts';
import { postNotices } from './notices.ts';
import type { Post } from './post.ts';
import type { Tally } from './tally.ts';
import type { Viewer } from './viewer.ts';
import type { Stirred } from './work.ts';

/** Notices older than this, in ms, are not told any more: whoever comes back after a night sees what waits in the counters. */
const freshFor = 60_000;

/** Loads the present state of all that the facts are about and somebody in the crowd is concerned with. */
export const loadScenes = async (db: Reader, work: readonly Stirred[], crowd: Crowd): Promise<Scene[]> => {
  const scenes: Scene[] = [];
  for (const stirred of work) {
    const scene = await loadScene(db, stirred, crowd);
    if (scene) scenes.push(scene);
  }
  return scenes;
};

/** Forgets what is counted, as far as the facts may have moved it, and counts again what the crowd is shown of it. */
export const recount = async (
  db: Reader,
  tally: Tally,
  facts: readonly Fact[],
  scenes: readonly Scene[],
  crowd: Crowd,
) => {
  const lines = facts.flatMap((fact) => (fact.kind === 'session' || fact.kind === 'line' ? [fact.ids.line] : []));
  const moved = movedIn(scenes);
  tally.forget(lines, moved.people);
  const viewers = new Set<Viewer>();
  for (const line of moved.lines) for (const viewer of crowd.onLine(line)) viewers.add(viewer);
  for (const person of moved.people) for (const viewer of crowd.ofPerson(person)) viewers.add(viewer);
  await tally.learn(db, [...viewers]);
};

/** Renders what the crowd has to be shown of these scenes, each piece once for all who see the same. */
export const compose = (post: Post, scenes: readonly Scene[], crowd: Crowd, tally: Tally, now: number): void => {
  for (const scene of scenes) {
    const { stirred, sessions, conversation } = scene;
    postToDesk(post, scene, crowd);
    const deskRead = sessions.some(({ touched }) => touched.readers.size + touched.messages.length > 0);
    postToClient(post, { conversation, deskRead: deskRead || stirred.seen !== null }, crowd);
    postNotices(post, scene, crowd, now - freshFor);
  }
  postCounters(post, scenes, crowd, tally);
};
