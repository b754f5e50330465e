import { newId } from '../../id.ts';
import type { Things } from '../rights.testing.ts';

/** What each role is answered, in the order of `roles`. */
type Statuses = readonly [number, number, number, number, number, number, number, number];

/** A request to a route: its address and form, with the things of the stage put in. */
type Asked = {
  path?: (things: Things) => string;
  form?: (things: Things) => Record<string, string>;
  statuses: Statuses;
};

// nobody, stranger, client, owner, operator, supervisor, leader (of another line), admin
export const everyone = (status: number): Statuses => [status, status, status, status, status, status, status, status];
export const signedIn = (status: number): Statuses => [303, status, status, status, status, status, status, status];
export const posted = (status: number): Statuses => [401, status, status, status, status, status, status, status];
export const admin = (status: number): Statuses => [303, 404, 404, 404, 404, 404, 404, status];
export const adminPosts = (status: number): Statuses => [401, 404, 404, 404, 404, 404, 404, status];

export const at = (path: string) => (things: Things) =>
  path.replace(/:(\w+)/g, (_, name: string) => things[name as keyof Things] ?? name);

export const message = () => ({ id: newId(), text: 'Hello' });

/** The routes of a room, each with who may use it. */
export type Table = Readonly<Record<string, Asked>>;
