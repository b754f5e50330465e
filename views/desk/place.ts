import type { Words } from '../../src/i18n/words.ts';
import type { Box, DeskBoxes, Place } from '../../src/sessions/shapes.ts';

/** The address of a list of the desk. */
export function placeHref(place: Place): string {
  if (place.box === 'waiting') return '/lines';
  return place.box === 'line' ? `/lines/${place.lineId}` : `/lines/${place.lineId}/${place.box}`;
}

/** The same in short, as a session's address carries it in `?in=`: "waiting", "LINE" or "LINE.box". */
export function placeKey(place: Place): string {
  if (place.box === 'waiting') return 'waiting';
  return place.box === 'line' ? place.lineId : `${place.lineId}.${place.box}`;
}

/** What a place is called: a line's name for the line itself, else the box's. */
export function placeTitle(place: Place, boxes: DeskBoxes, words: Words): string {
  if (place.box === 'line') return lineName(place.lineId, boxes);
  return words.desk.box[place.box];
}

/** The line's name, '' if the person has nothing to do with it. */
export const lineName = (lineId: string, boxes: DeskBoxes): string =>
  boxes.lines.find(({ line }) => line.id === lineId)?.line.name ?? '';

/** By what a box is sorted: who waits longest, what was last written, what was last closed. */
export const orderOf: Record<Box, 'waiting' | 'recent' | 'closed'> = {
  waiting: 'waiting',
  mine: 'recent',
  unassigned: 'waiting',
  active: 'recent',
  closed: 'closed',
};
