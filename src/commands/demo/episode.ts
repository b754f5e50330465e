import type { StoredFile } from '../../files/store.ts';
import type { Chance } from '../made-up/chance.ts';
import type { Deed } from '../made-up/deed.ts';
import type { Person } from './cast.ts';
import type { Dialogue } from './texts.ts';

/** Puts one of the demo's files into the store; each message wants one of its own. */
export type Attach = (file: 'screen' | 'guide') => Promise<StoredFile>;

type Planned = {
  dialogue: Dialogue;
  /** When it begins, ms since 1970. */
  at: number;
  owner: Person;
  colleague: Person;
  ending: 'closed' | 'active' | 'unassigned';
};

/** A session as it went: written, taken, answered and, if it is over, read and closed. */
export const episode = async (chance: Chance, planned: Planned, attach: Attach): Promise<Deed[]> => {
  const { dialogue, ending } = planned;
  const deeds: Deed[] = [];
  let { at, owner } = planned;
  // What is open now began a while ago: its steps follow one another quickly, so that none lies in the future.
  const pause = () => (ending === 'closed' ? 40 + chance.below(400) : 20 + chance.below(160)) * 1000;
  const act = (deed: Untimed): void => {
    deeds.push({ ...deed, at });
    at += pause();
  };
  for (const step of dialogue) {
    if (step === 'pass-on') {
      act({ do: 'give', by: owner.id, to: planned.colleague.id });
      owner = planned.colleague;
      continue;
    }
    const taken = deeds.some((deed) => deed.do === 'take');
    if (step.by === 'answer' && !taken) act({ do: 'take', by: owner.id });
    const files = step.file ? [await attach(step.file)] : [];
    const said = { id: chance.id(at), text: step.text, files };
    act(step.by === 'answer' ? { do: 'answer', ...said } : { do: 'write', ...said });
  }
  if (ending === 'closed') {
    act({ do: 'read', by: owner.id });
    act({ do: 'see' });
    act({ do: 'close', by: owner.id });
  }
  return deeds;
};

type Untimed = Deed extends infer D ? (D extends Deed ? Omit<D, 'at'> : never) : never;
