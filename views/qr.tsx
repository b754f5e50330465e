type QrProps = {
  /** What a camera reads. */
  text: string;
  /** What is heard, and where no picture can be shown, read. */
  label: string;
};

/**
 * A QR code as a picture inside the page: dark on white in every theme, with the white rim that cameras look for. Nobody but the
 * page's reader gets the text, which mostly is a secret.
 */
export const Qr = async ({ text, label }: QrProps) => {
  // Few pages show one: what draws it is loaded with the first, and takes no memory from a start on.
  const { encodeQR } = await import('qr');
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: rim });
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shape-rendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={rows.map(runsOf).join('')} fill="#000" />
    </svg>
  );
};

/** Modules of white around it: the standard wants four. */
const rim = 4;

/** One path for all: of single squares some programs draw the seams between them. */
const runsOf = (row: readonly boolean[], y: number): string => {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    path += `M${from} ${y}h${x - from + 1}v1H${from}z`;
  }
  return path;
};
