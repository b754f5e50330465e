import type { BrowserContext } from 'playwright/test';

/** What went wrong in somebody's browser without anybody seeing it. */
export type Watched = {
  /** Everything but what was expected. */
  complaints(): readonly string[];
  /** Says what the browser will complain of, since the journey provokes it. */
  expect(complaint: RegExp): void;
  /** What is complained of from now on is no longer of interest: the journey is over. */
  end(): void;
};

/** Listens for errors on the console (a broken content policy is one), errors that nobody caught, and answers from 500 up. */
export const watch = (context: BrowserContext): Watched => {
  const complaints: string[] = [];
  const expected: RegExp[] = [];
  let over = false;
  const complain = (complaint: string): void => {
    if (!over) complaints.push(complaint);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complain(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 500) complain(`${response.status()}: ${response.request().method()} ${response.url()}`);
  });
  return {
    complaints: () => complaints.filter((complaint) => !expected.some((one) => one.test(complaint))),
    expect: (complaint) => expected.push(complaint),
    end: () => {
      over = true;
    },
  };
};
