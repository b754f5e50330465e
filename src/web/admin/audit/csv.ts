import { setImmediate as turn } from 'node:timers/promises';
import { actionText, actorText, fieldText, nameText, valueText } from '../../../../views/admin/audit/text.ts';
import { withNames } from '../../../audit/entries.ts';
import { listAudit } from '../../../audit/list.ts';
import type { AuditCursor, AuditFilter, AuditLine, AuditValue } from '../../../audit/shapes.ts';
import { csvRow, csvStart } from '../../../csv/write.ts';
import type { Reader } from '../../../db/doors.ts';
import type { Words } from '../../../i18n/words.ts';

/**
 * The entries that fit the filter as a CSV file, newest first. Read as fast as it is taken, a few hundred entries at a time, and
 * everybody else is served in between.
 */
export const auditCsv = (db: Reader, filter: AuditFilter, words: Words): ReadableStream<Uint8Array> => {
  const rows = parts(db, filter, words);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(to) {
      const { done, value: text } = await rows.next();
      if (done) to.close();
      else to.enqueue(encoder.encode(text));
    },
  });
};

/** Entries that are read at once. */
const batch = 200;

async function* parts(db: Reader, filter: AuditFilter, words: Words): AsyncGenerator<string, undefined> {
  yield csvStart + csvRow(Object.values(words.audit.columns));
  let after: AuditCursor | undefined;
  do {
    const page = await listAudit(db, filter, after, batch);
    const lines = await withNames(db, page.rows, Number.POSITIVE_INFINITY, 'whole');
    if (lines.length > 0) yield lines.map((line) => csvRow(Object.values(cells(words, line)))).join('');
    after = page.after ?? undefined;
    await turn();
  } while (after);
  return undefined;
}

const cells = (words: Words, line: AuditLine): Record<keyof Words['audit']['columns'], string> => ({
  at: iso(line.at),
  who: actorText(words, line),
  whoId: line.actor?.id ?? '',
  what: actionText(words, line.action),
  action: line.action,
  about: line.object ? nameText(words, line.object) : '',
  aboutId: line.objectId,
  before: side(words, line, 'before'),
  after: side(words, line, 'after'),
});

const side = (words: Words, { action, changes }: AuditLine, name: 'before' | 'after'): string =>
  changes
    .filter((change) => change[name].kind !== 'nothing')
    .map((change) => `${fieldText(words, action, change.field)}: ${value(words, change[name])}`)
    .join('\n');

const value = (words: Words, told: AuditValue): string => valueText(words, told, iso);

const iso = (at: number): string => new Date(at).toISOString();
