import type { Words } from '../../../src/i18n/words.ts';
import type { BadRow } from '../../../src/people/import/shape.ts';

type BadRowsProps = { words: Words; rows: readonly BadRow[]; count: number };

/** Rows that nobody can be made of: where they stand, what stands there, and all that is wrong with each. */
export const BadRows = ({ words, rows, count }: BadRowsProps) => {
  const texts = words.joining.import;
  return (
    <section class="form-section" aria-labelledby="bad-title">
      <h2 id="bad-title">{texts.bad(count)}</h2>
      <p class="field-help">{texts.badHelp}</p>
      <ul class="list">
        {rows.map(({ line, text, complaints }) => (
          <li class="bad-row">
            <p>
              <b>{texts.line(line)}</b> <span class="row-note">{text}</span>
            </p>
            {complaints.map(({ problem, about }) => (
              <p class="reason">{texts.problems[problem](about)}</p>
            ))}
          </li>
        ))}
      </ul>
      {count > rows.length && <p>{texts.moreBad(count - rows.length)}</p>}
    </section>
  );
};
