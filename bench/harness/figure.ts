/** One line of what is printed: what was measured, what a bare floor does on the same machine in the same run, and what is wanted. */
export type Result = {
  what: string;
  unit: string;
  /** Medians over the runs. */
  ours: number;
  /** Absent where the wish is a number, not a ratio. */
  floor?: number;
  /** What we are held to: the ratio ours/floor (or, without a floor, our number) at least or at most so much. */
  wanted?: { least: number } | { most: number };
  /** What else there is to say. */
  note?: string;
};

/** How thoroughly to measure. */
export type Effort = { runs: number; seconds: number };

export type Figure = {
  /** How it is called on the command line. */
  name: string;
  help: string;
  measure(effort: Effort): Promise<Result[]>;
};

/** The number that is held against what is wanted. */
export const compared = ({ ours, floor }: Result): number => (floor === undefined ? ours : ours / floor);

/** Whether a result is as it is wanted; undefined if nothing was. */
export const isMet = (result: Result): boolean | undefined => {
  if (!result.wanted) return undefined;
  const number = compared(result);
  return 'least' in result.wanted ? number >= result.wanted.least : number <= result.wanted.most;
};
