import { open } from 'node:fs/promises';

/**
 * What a file is, by its content alone: the type `file-type` knows it by, else `text/plain` for UTF-8 text (HTML and SVG are
 * just that to us), else `application/octet-stream`.
 */
export const sniff = async (path: string): Promise<string> => {
  // Loaded with the first file, not with the server.
  const { fileTypeFromFile } = await import('file-type');
  const known = await fileTypeFromFile(path, { maxBufferSize: 1024 * 1024 }).catch(() => undefined);
  if (known) return known.mime;
  return (await startsAsText(path)) ? 'text/plain' : 'application/octet-stream';
};

/** Bytes of the start that decide whether a file is text. */
const sample = 16 * 1024;

const startsAsText = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sample), 0, sample, 0);
    // `stream`: a character that the sample cuts in two is no fault.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), { stream: true });
    return !/[^\P{Cc}\t\n\r\f]/u.test(text);
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  } finally {
    await file.close();
  }
};
