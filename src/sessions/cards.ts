import { inArray } from 'drizzle-orm';
import { numberOf } from '../apps/fields/title.ts';
import { iconNamed } from '../apps/read.ts';
import type { Reader } from '../db/doors.ts';
import { apps, items } from '../db/schema.ts';
import type { ItemEvent, SessionEvent } from './event.ts';
import type { Card, DeskMessage, UnseenMessage } from './shapes.ts';

/** What there is to know of the items that events tell of, by their ids: for whoever then asks who reads. */
export const cardsOf = async (db: Reader, events: readonly SessionEvent[]): Promise<ReadonlyMap<string, Card>> => {
  const told = events.filter((event): event is ItemEvent => 'item' in event);
  if (told.length === 0) return new Map();
  const found = await db
    .select({ id: items.id, title: items.title, deletedAt: items.deletedAt })
    .from(items)
    .where(inArray(items.id, unique(told.map((event) => event.item))));
  const theirs = await db
    .select({
      id: apps.id,
      name: apps.name,
      icon: apps.icon,
      numberPrefix: apps.numberPrefix,
      numberDigits: apps.numberDigits,
    })
    .from(apps)
    .where(inArray(apps.id, unique(told.map((event) => event.app))));
  return new Map(
    told.flatMap((event) => {
      const app = theirs.find(({ id }) => id === event.app);
      if (!app) return [];
      const item = found.find(({ id, deletedAt }) => id === event.item && deletedAt === null);
      const card = {
        app: { id: app.id, name: app.name, icon: iconNamed(app.icon) },
        number: numberOf(app, event.number),
        item: item ? { id: item.id, title: item.title } : null,
        gone: item === undefined,
      };
      return [[event.item, card] as const];
    }),
  );
};

/** The ids of the apps whose items are told of. */
export const appsAmong = (messages: readonly UnseenMessage[]): string[] =>
  unique(messages.flatMap((message) => (message.kind === 'event' && message.about ? [message.about.app.id] : [])));

/** A message as somebody reads it who sees these apps: who does not see an item's app learns neither what it is called nor where it is. */
export const asSeen = (message: UnseenMessage, apps: ReadonlySet<string>): DeskMessage => {
  if (message.kind !== 'event') return message;
  const { about, ...told } = message;
  return { ...told, card: about && (apps.has(about.app.id) ? about : { ...about, item: null, gone: false }) };
};

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
