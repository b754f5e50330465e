/** Why nothing could be made of a whole file of people; `about` says more: a line, a column. */
export type FileProblem = {
  problem:
    | 'nothing'
    | 'too-large'
    | 'disk-full'
    /** No text. */
    | 'binary'
    /** A workbook of a spreadsheet, which has to be saved as CSV first. */
    | 'workbook'
    /** The first line names no column for names, or none for emails. */
    | 'no-header'
    /** Two columns of one meaning. About: what the second is called. */
    | 'column-twice'
    /** A quote that is never closed, or a line without end. About: where it begins. */
    | 'broken'
    | 'no-rows'
    | 'too-many-rows';
  about: string;
};

/** What a file may be. */
export const importLimits = { bytes: 5 * 1024 * 1024, rows: 10_000 } as const;
