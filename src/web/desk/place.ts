import type { LineBox, Place } from '../../sessions/shapes.ts';
import type { Asked } from '../env.ts';

const lineBoxes: readonly LineBox[] = ['mine', 'unassigned', 'active', 'closed'];

/** Which list stands beside a session, as its address says in `?in=`: "waiting", "LINE" or "LINE.box"; "waiting" for anything else. */
export const placeIn = (written: string | undefined): Place => {
  if (written === undefined || written === '' || written === 'waiting') return { box: 'waiting' };
  const [lineId = '', boxName] = written.split('.');
  // It goes into addresses and headers again.
  if (!/^[\w-]{1,64}$/.test(lineId)) return { box: 'waiting' };
  const box = lineBoxes.find((known) => known === boxName);
  return box ? { box, lineId } : { box: 'line', lineId };
};

/** The same for an action: from the page on which it was pressed. */
export const placeOfPage = (c: Pick<Asked, 'req'>): Place => {
  const pressedOn = c.req.header('hx-current-url') ?? c.req.header('referer') ?? '';
  return placeIn(URL.parse(pressedOn)?.searchParams.get('in') ?? undefined);
};

/** Reads the name of a box in an address. */
export const boxNamed = (name: string): LineBox | undefined => lineBoxes.find((known) => known === name);
