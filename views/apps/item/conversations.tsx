import type { Words } from '../../../src/i18n/words.ts';
import type { ItemConversation } from '../../../src/records/conversations.ts';
import { Time } from '../../layout/time.tsx';
import { Section } from './section.tsx';

type Props = { conversations: readonly ItemConversation[]; words: Words };

/** The conversations of an item's accounts on all lines, as far as who looks sees them at the desk. */
export const Conversations = ({ conversations, words }: Props) => (
  <Section id="conversations" title={words.items.conversations}>
    {conversations.length === 0 && <p class="field-note">{words.items.conversationsNone}</p>}
    <ul class="item-conversations">
      {conversations.map(({ line, client, session, sessions }) => (
        <li>
          <a href={`/sessions/${session.id}`}>{line.name}</a>
          <span class="field-note">
            {client.name}
            {' · '}
            {words.items.conversationLast} <Time at={session.last.at} kind="moment" words={words} />
            {sessions > 1 && ` · ${words.items.conversationSessions(sessions)}`}
          </span>
        </li>
      ))}
    </ul>
  </Section>
);
