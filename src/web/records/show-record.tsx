import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { RecordDialog, RecordPage } from '../../../views/records/shell.tsx';
import { asset } from '../assets.ts';
import { placeOfPage } from '../desk/place.ts';
import type { Asked, SignedIn } from '../env.ts';
import { isHtmx } from '../htmx.ts';
import { page } from '../page.tsx';

type Shown = { title: string; note?: string | undefined; children: Child };

/** Shows something above the desk: with scripts in its dialog, whatever asked for it; else as a page of its own. */
export const showRecord = async (
  c: Asked<SignedIn>,
  session: string,
  shown: Shown,
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const { words } = c.var;
  if (!isHtmx(c)) {
    const children = <RecordPage {...shown} back={{ session, place: placeOfPage(c) }} words={words} />;
    return await page(
      c,
      { title: shown.title, section: 'lines', styles: ['apps.css'], scripts: ['pickers.js'], children },
      status,
    );
  }
  // What was pressed in the dialog or beside it expects a frame: this is none.
  if (c.req.method === 'POST') {
    c.header('HX-Retarget', '#dialog');
    c.header('HX-Reswap', 'innerHTML');
  }
  return c.html(
    <RecordDialog
      {...shown}
      opened={c.req.method === 'GET'}
      style={asset('apps.css')}
      script={asset('pickers.js')}
      words={words}
    />,
    status,
  );
};
