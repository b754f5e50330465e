import type { Tx } from '../../db/doors.ts';
import { assign } from '../../sessions/assign.ts';
import { close, giveBack } from '../../sessions/leave.ts';
import { receiveFromAccount } from '../../sessions/outside.ts';
import { markRead } from '../../sessions/read.ts';
import { receive } from '../../sessions/receive.ts';
import { isRefusal } from '../../sessions/refusal.ts';
import { reply } from '../../sessions/reply.ts';
import { markSeen } from '../../sessions/seen.ts';
import type { Deed, OutsideStory, Story } from './deed.ts';

/**
 * Lets a story happen, as if all these people had pressed the buttons.
 * @throws if anything of it is refused: then the story makes no sense
 */
export const play = async (tx: Tx, story: Told): Promise<void> => {
  const stage: Stage = { session: '', owner: null };
  for (const deed of story.deeds) {
    const outcome = await act(tx, story, stage, deed);
    if (isRefusal(outcome)) throw new Error(`"${deed.do}" was refused: ${outcome.refused}`);
  }
};

type Told = Story | OutsideStory;

/** The session that is spoken of, and whose it is. */
type Stage = { session: string; owner: string | null };

const act = async (tx: Tx, story: Told, stage: Stage, deed: Deed): Promise<object> => {
  switch (deed.do) {
    case 'write': {
      const message = { id: deed.id, text: deed.text, files: deed.files ?? [] };
      const received =
        'outsider' in story
          ? await receiveFromAccount(tx, story.outsider, message, deed.at)
          : await receive(tx, story.client, story.lineId, message, deed.at);
      if (!isRefusal(received)) enter(stage, received.sessionId);
      return received;
    }
    case 'answer': {
      const message = { id: deed.id, text: deed.text, files: deed.files ?? [] };
      return await reply(tx, stage.owner ?? '', stage.session, message, deed.at);
    }
    case 'take':
      return await pass(tx, stage, deed.by, deed.by, deed.at);
    case 'give':
      return await pass(tx, stage, deed.by, deed.to, deed.at);
    case 'return':
      return await giveBack(tx, deed.by, leave(stage), deed.at);
    case 'close':
      return await close(tx, deed.by, leave(stage), undefined, deed.at);
    case 'read':
      return await markRead(tx, deed.by, stage.session, Number.MAX_SAFE_INTEGER);
    case 'see':
      return 'outsider' in story ? {} : await markSeen(tx, story.client.id, story.lineId, Number.MAX_SAFE_INTEGER);
  }
};

const enter = (stage: Stage, session: string): void => {
  if (stage.session !== session) stage.owner = null;
  stage.session = session;
};

const pass = async (tx: Tx, stage: Stage, by: string, to: string, at: number) => {
  const before = stage.owner;
  stage.owner = to;
  return await assign(tx, by, stage.session, to, before, at);
};

const leave = (stage: Stage): string => {
  stage.owner = null;
  return stage.session;
};
