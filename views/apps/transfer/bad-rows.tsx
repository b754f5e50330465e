import type { Words } from '../../../src/i18n/words.ts';

/** A row that no item can be made of: where it stands, what stands there, and in words why not. */
export type SaidRow = { line: number; text: string; reasons: readonly string[] };

type Props = { rows: readonly SaidRow[]; count: number; skipped: boolean; download: string; words: Words };

/** The rows that are not right. */
export const BadRows = ({ rows, count, skipped, download, words: { transfer } }: Props) => (
  <section class="form-section" aria-labelledby="bad-title">
    <h2 id="bad-title">{transfer.bad(count)}</h2>
    <p class="field-help">{skipped ? transfer.badSkip : transfer.badStop}</p>
    <ul class="list">
      {rows.slice(0, most).map(({ line, text, reasons }) => (
        <li class="bad-row">
          <p>
            <b>{transfer.line(line)}</b>{' '}
            <span class="row-note">
              <bdi>{text}</bdi>
            </span>
          </p>
          {reasons.map((reason) => (
            <p class="reason">{reason}</p>
          ))}
        </li>
      ))}
    </ul>
    {count > most && <p>{transfer.moreBad(count - most)}</p>}
    <p>
      <a href={download}>{transfer.download}</a>
    </p>
  </section>
);

/** Rows that are shown; the file that can be downloaded has more of them. */
const most = 20;
