import type { Words } from '../../src/i18n/words.ts';

type RecoveryCodesProps = {
  words: Words;
  codes: readonly string[];
  company: string;
  email: string;
  /** The path to go on to. */
  next: string;
};

/** Recovery codes, shown this once. Copying and printing are the script's; the text can be had without it. */
export const RecoveryCodes = ({ words, codes, company, email, next }: RecoveryCodesProps) => {
  const { mine } = words.secondFactor;
  const text = `${mine.fileHead(company, email)}\r\n\r\n${codes.join('\r\n')}\r\n`;
  return (
    <main id="main" class="page">
      <h1>{mine.codesTitle}</h1>
      <p class="notice" role="status">
        {mine.isOn}
      </p>
      <p>{mine.codesLead}</p>
      <ol class="recovery-codes" id="recovery-codes" data-text={text}>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="button-row">
        <a class="button" download={mine.fileName} href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}>
          {mine.download}
        </a>
        <button type="button" class="button" data-copies="recovery-codes" data-done={mine.copied} hidden>
          {mine.copy}
        </button>
        <button type="button" class="button" data-prints hidden>
          {mine.print}
        </button>
      </div>
      <a class="button primary" href={next}>
        {mine.done}
      </a>
    </main>
  );
};
