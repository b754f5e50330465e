import type { UnitNode } from '../../../src/people/units/tree.ts';

type Choice = { value: string; label: string };

/**
 * The tree as entries of a select, indented by their depth.
 * @param without the unit that is left out, with everything below it
 */
export const unitChoices = (tree: readonly UnitNode[], without?: string, depth = 0): readonly Choice[] =>
  tree
    .filter(({ id }) => id !== without)
    .flatMap(({ id, name, below }) => [
      // Ordinary spaces would fall together.
      { value: id, label: '\u2003'.repeat(depth) + name },
      ...unitChoices(below, without, depth + 1),
    ]);
