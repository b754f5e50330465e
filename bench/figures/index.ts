import type { Figure } from '../harness/figure.ts';
import { admin } from './admin.ts';
import { desk } from './desk.ts';
import { fanout } from './fanout.ts';
import { importing } from './import.ts';
import { itemLists } from './items.ts';
import { latency } from './latency.ts';
import { memory } from './memory.ts';
import { post } from './post.ts';
import { start } from './start.ts';
import { weight } from './weight.ts';

/** Everything that is measured, in the order in which it is printed. */
export const figures: readonly Figure[] = [
  post,
  desk,
  fanout,
  latency,
  memory,
  start,
  weight,
  admin,
  itemLists,
  importing,
];
