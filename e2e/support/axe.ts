import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

/** Takes the initials in a face for words that the name has to repeat. */
const pictures = ['label-content-name-mismatch'];

/** Fails with what keeps people out of the page as it stands, and where. `rules`: only these; else all of WCAG 2.2 AA and good practice. */
export const checkAxe = async (page: Page, rules?: string[]): Promise<void> => {
  // Without frames of other origins there is no need for a page of its own, which takes as long as the check.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules ? axe.withRules(rules) : axe.disableRules(pictures)).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  );
  expect.soft(found, `what axe found on ${page.url()}`).toEqual([]);
};
