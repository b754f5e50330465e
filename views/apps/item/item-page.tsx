import type { App, AppMay } from '../../../src/apps/app.ts';
import type { Names } from '../../../src/apps/fields/names.ts';
import type { ItemAttachment } from '../../../src/apps/items/attachments.ts';
import type { Item } from '../../../src/apps/items/item.ts';
import type { Words } from '../../../src/i18n/words.ts';
import type { ItemConversation } from '../../../src/records/conversations.ts';
import { Icon } from '../../icons/icon.tsx';
import { About } from './about.tsx';
import { Comments, type CommentsProps } from './comments.tsx';
import { Conversations } from './conversations.tsx';
import { Deleted } from './deleted.tsx';
import { History, type HistoryProps } from './history.tsx';
import { ItemFrame } from './item-frame.tsx';
import { RelatedItems, type ShownRelation } from './related.tsx';
import { Section } from './section.tsx';
import { ItemValues } from './values.tsx';

export type ItemPageProps = {
  app: App;
  item: Item;
  /** As the app writes it. */
  number: string;
  may: AppMay;
  /** Names of people who made, changed or deleted it, by their ids. */
  people: ReadonlyMap<string, { name: string }>;
  names: Names;
  files: ReadonlyMap<string, ItemAttachment>;
  relations: readonly ShownRelation[];
  conversations: readonly ItemConversation[];
  comments: Omit<CommentsProps, 'itemId' | 'words'>;
  history: Omit<HistoryProps, 'words'>;
  /** Why it cannot come back, after an attempt. */
  problem?: string | undefined;
  words: Words;
};

/** An item: what it holds, what it is tied to, what people say about it, and how it came to be as it is. */
export const ItemPage = ({ app, item, number, may, people, words, ...props }: ItemPageProps) => (
  <ItemFrame
    app={app}
    title={item.title}
    wide
    about={<About {...{ item, number, people, words }} />}
    actions={may.edit && item.deletedAt === null && <Actions id={item.id} words={words} />}
  >
    {item.deletedAt !== null && <Deleted {...{ item, people, words }} problem={props.problem} />}
    <div class="item-columns">
      <Section id="fields" title={words.items.fields} quiet>
        <ItemValues fields={app.fields} doc={item.doc} {...props} words={words} />
      </Section>
      <div class="item-aside">
        {app.fields.some(({ kind }) => kind === 'account') && (
          <Conversations conversations={props.conversations} words={words} />
        )}
        <RelatedItems relations={props.relations} words={words} />
      </div>
      <div class="item-talk">
        <Comments itemId={item.id} {...props.comments} words={words} />
        <History {...props.history} words={words} />
      </div>
    </div>
  </ItemFrame>
);

const Actions = ({ id, words: { items } }: { id: string; words: Words }) => (
  <div class="buttons">
    <a class="button" href={`/items/${id}/edit`}>
      <Icon name="pencil" />
      {items.edit}
    </a>
    <a class="button danger" href={`/items/${id}/deletion`}>
      <Icon name="trash-2" />
      {items.delete}
    </a>
  </div>
);
