import type { Words } from '../../src/i18n/words.ts';
import type { Card } from '../../src/sessions/shapes.ts';
import { Icon } from '../icons/icon.tsx';

type CardProps = {
  card: Card;
  /** Whether its number is worth telling the client. */
  tell: boolean;
  conversationId: string;
  words: Words;
};

/** An item of which a conversation tells. Its number goes into what is being written, by a script or with the form that is there. */
export const ItemCard = ({ card: { app, number, item, gone }, tell, conversationId, words }: CardProps) => (
  <div class="card">
    <Icon name={app.icon} />
    <span class="card-app">{app.name}</span>
    {item === null ? <b>{number}</b> : <a href={`/items/${item.id}`}>{called(number, item.title)}</a>}
    {gone && <span>{words.records.gone}</span>}
    {tell && !gone && (
      <button type="submit" class="button put" form={writingForm(conversationId)} name="put" value={number}>
        {words.records.putNumber}
      </button>
    )}
  </div>
);

/** The form in which one writes to a conversation. */
export const writingForm = (conversationId: string): string => `write-${conversationId}`;

/** An item's title, with its number where that is no part of it. */
export const called = (number: string, title: string): string =>
  title.includes(number) ? title : `${number} · ${title}`;
