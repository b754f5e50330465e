import { wordsFor } from '../i18n/index.ts';
import type { UnseenMessage } from '../sessions/shapes.ts';
import type { Crowd } from './crowd.ts';
import type { Scene, SessionNow } from './load.ts';
import type { Post } from './post.ts';
import { sees } from './sees.ts';
import type { Viewer } from './viewer.ts';
import type { Touched } from './work.ts';

/** A notice, as the page gets it. */
export type Notice = {
  /** The same event has the same id, so that it is told once. */
  id: string;
  kind: 'queue' | 'client' | 'assigned' | 'answer';
  /** The session or conversation it is about: who has that on the screen is not disturbed. */
  about: string;
  title: string;
  text: string;
  href: string;
};

/** Tells people of what concerns them: operators of a new session in the queue, owners of messages and of what they are given, clients of answers. */
export const postNotices = (post: Post, scene: Scene, crowd: Crowd, since: number): void => {
  for (const { touched, now } of scene.sessions) {
    noticeQueue(post, touched, now, crowd, since);
    for (const viewer of crowd.ofPerson(now.row.owner?.id ?? '')) noticeOwner(post, viewer, now, since);
  }
  noticeClient(post, scene, crowd, since);
};

/** Every operator of the line hears of a session that is, or becomes, unassigned; but not who put it there. */
const noticeQueue = (post: Post, { moves }: Touched, now: SessionNow, crowd: Crowd, since: number): void => {
  const { row } = now;
  const move = moves.at(-1);
  if (row.state !== 'unassigned' || !move || move.at < since) return;
  for (const viewer of crowd.onLine(row.line.id)) {
    const operates = viewer.rights.operates.has(row.line.id) && sees(viewer, now);
    if (!operates || viewer.personId === move.ids.from) continue;
    const words = wordsFor(viewer.language).live.notice;
    const id = `${row.id} ${move.seq}`;
    post.notice(viewer, id, () => ({
      ...{ id, kind: 'queue', about: row.id, href: `/sessions/${row.id}` },
      ...{ title: words.queue(row.line.name), text: `${row.client.name}: ${shortened(row.last.text) || words.files}` },
    }));
  }
};

const noticeOwner = (post: Post, viewer: Viewer, now: SessionNow, since: number): void => {
  const { row } = now;
  if (row.state !== 'active' || !sees(viewer, now)) return;
  const words = wordsFor(viewer.language).live.notice;
  for (const message of now.messages) {
    if (message.at < since) continue;
    const place = { id: message.id, about: row.id, href: `/sessions/${row.id}` };
    if (message.kind === 'client') {
      const text = shortened(message.text) || words.files;
      post.notice(viewer, message.id, () => ({
        ...place,
        kind: 'client',
        title: words.from(row.client.name, row.line.name),
        text,
      }));
    } else if (givenTo(viewer, message)) {
      const title = message.by ? words.assigned(message.by.name) : words.assignedBySystem;
      const text = `${row.client.name}: ${shortened(row.last.text) || words.files}`;
      post.notice(viewer, message.id, () => ({ ...place, kind: 'assigned', title, text }));
    }
  }
};

const givenTo = ({ personId }: Viewer, message: UnseenMessage): message is UnseenMessage & { kind: 'event' } =>
  message.kind === 'event' &&
  message.event.type === 'reassigned' &&
  message.event.to === personId &&
  message.by?.id !== personId;

const noticeClient = (post: Post, { conversation }: Scene, crowd: Crowd, since: number): void => {
  const { line } = conversation.row;
  for (const viewer of crowd.ofPerson(conversation.clientUserId ?? '')) {
    const words = wordsFor(viewer.language).live.notice;
    for (const message of conversation.messages) {
      if (message.kind !== 'answer' || message.at < since) continue;
      const title = message.from.kind === 'operator' ? words.from(message.from.name, line.name) : line.name;
      const text = shortened(message.text) || words.files;
      const place = { id: message.id, about: conversation.id, href: `/messages/${line.id}` };
      post.notice(viewer, `client's ${message.id}`, () => ({ ...place, kind: 'answer', title, text }));
    }
  }
};

/** No more than a notice could show. */
const shortened = (text: string): string => [...text.slice(0, 320)].slice(0, 160).join('');
