import type { Words } from '../../src/i18n/words.ts';
import { Bare } from './bare.tsx';
import type { Assets } from './document.tsx';

export type ErrorStatus = 403 | 404 | 500 | 503;

type ErrorProps = {
  status: ErrorStatus;
  words: Words;
  /** The request's number, as the log has it; shown where it helps, at 500. */
  requestId?: string;
  /** Where "Try again" leads: the same address for what was read, else the start page. */
  retry?: string;
};

/** A whole page for what went wrong: it knows nothing of who looks, so that it can always be shown. */
export const ErrorPage = ({ assets, ...error }: ErrorProps & { assets: Assets }) => (
  <Bare title={error.words.common.errors[keys[error.status]].title} words={error.words} assets={assets}>
    <ErrorBody {...error} />
  </Bare>
);

/** The same without a page around it. */
const ErrorBody = ({ status, words, requestId, retry = '/' }: ErrorProps) => {
  const { title, text, next } = words.common.errors[keys[status]];
  return (
    <div class="error-body">
      <h1>{title}</h1>
      <p>
        {text} {status === 500 && requestId !== undefined && <code>{requestId}</code>}
      </p>
      <a class="button primary" href={status >= 500 ? retry : '/'}>
        {next}
      </a>
    </div>
  );
};

const keys = { 403: 'forbidden', 404: 'notFound', 500: 'failed', 503: 'busy' } as const;
