import type { OfApp } from '../../../../views/apps/transfer/of-app.ts';
import type { Asked } from '../../env.ts';
import type { AtApp } from '../items/at-app.ts';

/** Of which app a page is, and for whom. */
export const ofApp = (c: Asked<AtApp>): OfApp => {
  const { app, may, words, person } = c.var;
  return { app, may, words, administrator: person.administrator };
};
