import { connectMigrator } from './sqlite/connect.ts';
import { translated } from './translated.ts';

/**
 * Lets the facts of a SQLite file that was put back begin anew, beyond every number that was given since it was copied. Pages
 * that were open before know numbers that this file would give once more, to other facts: so each hears that it is behind all
 * that is remembered, and loads itself again.
 *
 * @throws a `DatabaseError`
 */
export const renumberFacts = (file: string): void => {
  const client = connectMigrator(file);
  try {
    client.transaction(() => {
      client.prepare('DELETE FROM facts').run();
      const { changes } = client.prepare("UPDATE sqlite_sequence SET seq = seq + ? WHERE name = 'facts'").run(leap);
      if (changes === 0) client.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('facts', ?)").run(leap);
    })();
  } catch (error) {
    throw translated(error);
  } finally {
    client.close();
  }
};

/** More facts than there can have been since any backup; and there is room for nine million restores. */
const leap = 1_000_000_000;
