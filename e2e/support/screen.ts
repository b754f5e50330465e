import type { Locator, Page } from 'playwright/test';
import { type Heard, heard } from './words.ts';

/** Somebody's page, by what is heard on it. */
export type Screen = {
  readonly page: Page;
  readonly words: Heard;
  /** A section in the main navigation; with what waits there. */
  section(name: 'messages' | 'lines', count?: number): Locator;
  /** The blue counter. */
  takeNext(count: number): Locator;
  /** A box of a line, with its number. */
  box(line: string, box: 'mine' | 'unassigned' | 'active' | 'closed', count?: number): Locator;
  /** The link of a row in the list of sessions, by its whole name. */
  row(name: string): Locator;
  /** The link of an own conversation in Messages, by its whole name. */
  conversation(name: string): Locator;
  /** Where one writes. */
  readonly composer: Locator;
  readonly log: Locator;
  /** A message, by what was written. */
  said(text: string): Locator;
  /** Writes and sends. */
  write(text: string): Promise<void>;
  button(name: string): Locator;
  link(name: string): Locator;
};

/** @param language the language that the page speaks */
export const screenOf = (page: Page, language: keyof typeof heard = 'en'): Screen => {
  const words = heard[language];
  const main = page.getByRole('navigation', { name: words.main, exact: true });
  const boxes = page.getByRole('navigation', { name: words.boxes, exact: true });
  const composer = page.getByRole('textbox', { name: words.message, exact: true });
  const log = page.getByRole('log', { name: words.log, exact: true });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const counted = (name: string, count = 0) => (count > 0 ? `${name}, ${count}` : name);
  return {
    page,
    words,
    section: (name, count) => main.getByRole('link', { name: counted(words[name], count), exact: true }),
    takeNext: (count) => button(words.takeNext(count)),
    box: (line, box, count) => boxes.getByRole('link', { name: counted(`${line}: ${words[box]}`, count), exact: true }),
    row: (name) =>
      page.getByRole('list', { name: words.sessions, exact: true }).getByRole('link', { name, exact: true }),
    conversation: (name) => page.getByRole('main').getByRole('link', { name, exact: true }),
    composer,
    log,
    said: (text) => log.getByRole('article').filter({ hasText: text }),
    write: async (text) => {
      await composer.fill(text);
      await button(words.send).click();
    },
    button,
    link: (name) => page.getByRole('link', { name, exact: true }),
  };
};
