/** Bytes a name may have: what every file system takes, with room for the "(1)" that browsers add. */
const longest = 200;

/**
 * Makes a sender's name for a file fit to be shown and offered: no path, nothing invisible, no direction marks that would
 * make `gpj.exe` look like `exe.jpg`, not too long; the extension stays. `file` if nothing is left.
 */
export const cleanName = (sent: string): string => {
  const last = sent.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = last
    // All that is not seen, but for the two joiners that emoji and some scripts need.
    .replace(/[\p{Cc}\p{Co}\p{Cn}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return /^\.*$/.test(name) ? 'file' : shortened(name);
};

const shortened = (name: string): string => {
  if (Buffer.byteLength(name) <= longest) return name;
  const extension = /\.[\p{L}\p{N}]{1,12}$/u.exec(name)?.[0] ?? '';
  const room = longest - Buffer.byteLength(extension);
  return cut(name.slice(0, name.length - extension.length), room) + extension;
};

/** By what people see as one character: half an emoji is another emoji, or none. */
const cut = (text: string, room: number): string => {
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    text.slice(0, longest),
  )) {
    if (Buffer.byteLength(kept + segment) > room) break;
    kept += segment;
  }
  return kept.trimEnd() || 'file';
};
