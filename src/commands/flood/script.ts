import type { Chance } from '../made-up/chance.ts';
import type { Deed } from '../made-up/deed.ts';

/** What is to become of a conversation: how many messages people write, between when, and how its last session stands. */
export type Outline = {
  messages: number;
  /** ms since 1970, both. */
  from: number;
  until: number;
  ending: 'closed' | 'active' | 'unassigned';
  /** Who may handle it: at least one. */
  operators: readonly string[];
  say: () => string;
};

/** Makes up what happens in a conversation. */
export const script = (chance: Chance, outline: Outline): readonly Deed[] => {
  const { messages, ending, from, until } = outline;
  const last = Math.min(messages, ending === 'unassigned' ? 1 + chance.below(3) : 2 + chance.below(12));
  const beats: Beat[] = [];
  for (let left = messages - last; left > 0; ) {
    const some = Math.min(left, 4 + chance.below(16));
    beats.push(...handled(chance, outline, some, 'closed'));
    left -= some;
  }
  beats.push(...(ending === 'unassigned' ? written(last) : handled(chance, outline, last, ending)));
  const step = (until - from) / beats.length;
  return beats.map((beat, index) =>
    timed(chance, beat, Math.floor(from + step * (index + chance.below(100) / 100)), outline),
  );
};

/** A deed before it has its time and its words. */
type Beat =
  | { do: 'write' | 'answer' | 'see' }
  | { do: 'take' | 'close' | 'read' | 'return'; by: string }
  | { do: 'give'; by: string; to: string };

const written = (messages: number): Beat[] => Array.from({ length: messages }, () => ({ do: 'write' }));

const handled = (chance: Chance, outline: Outline, messages: number, ending: 'closed' | 'active'): Beat[] => {
  const before = messages > 2 && chance.oneIn(3) ? 2 : 1;
  const owner = chance.pick(outline.operators);
  const beats: Beat[] = [...written(before), { do: 'take', by: owner }];
  const by = passedOn(chance, outline, owner, beats);
  for (let i = before; i < messages; i++) {
    const answers = i === before || chance.oneIn(2);
    beats.push({ do: answers ? 'answer' : 'write' });
    if (!answers && chance.oneIn(3)) beats.push({ do: 'read', by });
    if (answers && !chance.oneIn(5)) beats.push({ do: 'see' });
  }
  if (ending === 'closed') beats.push({ do: 'close', by });
  return beats;
};

/** Now and then a colleague takes over. Answers whose it is then. */
const passedOn = (chance: Chance, { operators }: Outline, owner: string, beats: Beat[]): string => {
  if (!chance.oneIn(12)) return owner;
  const other = chance.pick(operators);
  if (other === owner) return owner;
  if (chance.oneIn(2)) beats.push({ do: 'give', by: owner, to: other });
  else beats.push({ do: 'return', by: owner }, { do: 'take', by: other });
  return other;
};

const timed = (chance: Chance, beat: Beat, at: number, { say }: Outline): Deed => {
  switch (beat.do) {
    case 'write':
    case 'answer':
      return { at, do: beat.do, id: chance.id(at), text: say() };
    case 'see':
      return { at, do: 'see' };
    default:
      return { ...beat, at };
  }
};
