import { vi } from 'vitest';

/** What the product logs from now on, instead of on the terminal, until the test is over. */
export const logged = (): string[] => {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  return lines;
};
