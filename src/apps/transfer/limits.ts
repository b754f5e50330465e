/** What a file of items may be. The size of the whole file is a setting: `MAX_IMPORT_MB`. */
export const importLimits = { rows: 200_000, columns: 300, /** Bytes of one row. */ row: 1024 * 1024 } as const;

/** How much of a file is kept to be shown: bad rows, rows as they will be, and rows as they stand there. */
export const kept = { bad: 200, first: 10, sample: 4 } as const;

/** Letters of a cell, and cells of a row, that are kept to be shown. */
export const shown = { letters: 120, cells: 12 } as const;

/** How long a file waits for somebody to go on with it, ms. */
export const importLives = 24 * 3_600_000;
