import type { Words } from '../../src/i18n/words.ts';
import type { SessionRecords } from '../../src/records/shapes.ts';
import { AccountBlock } from './account-block.tsx';
import { CreateMenu } from './create-menu.tsx';

type RecordsProps = { sessionId: string; records: SessionRecords; words: Words };

/** All that a page shows of items beside a session, each part to be put in its own place. */
export const RecordsChanged = ({ sessionId, records, words }: RecordsProps) => (
  <>
    {records.account && <AccountBlock sessionId={sessionId} block={records.account} words={words} />}
    <CreateMenu sessionId={sessionId} menu={records.create} words={words} />
    <Follow sessionId={sessionId} records={records} />
  </>
);

/** Asks for them again when the live stream says that something of what they show has changed. */
export const Follow = ({ sessionId, records }: Omit<RecordsProps, 'words'>) => (
  <div
    id={`follow-${sessionId}`}
    data-follows={records.follows.join(' ')}
    hx-get={`/sessions/${sessionId}/records`}
    hx-trigger="look"
    hx-swap="frame"
    hidden
  />
);
