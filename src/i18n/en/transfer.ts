import { grouped } from '../number.ts';
import { plural } from '../plural.ts';

const number = grouped('en');
const rows = plural('en', { one: 'row', other: 'rows' });
const items = plural('en', { one: 'item', other: 'items' });
const countedRows = (count: number): string => rows(count).replace(String(count), number(count));
const countedItems = (count: number): string => items(count).replace(String(count), number(count));

export const transfer = {
  exportAll: 'Export all fields',
  columns: { number: 'No.', created: 'Created', changed: 'Changed' },

  title: 'Import',
  lead: 'A CSV file brings many items at once. First it is only read and shown to you; items are made when you say so.',
  none: 'Nothing has been imported yet',
  noneText: 'Save a table as CSV and choose it here: a first line with the names of the columns, then an item a row.',
  new: 'Import a file',
  last: 'Last imports',
  by: (name: string): string => `by ${name}`,
  states: {
    mapping: 'columns to be chosen',
    reading: 'being read',
    read: 'to be confirmed',
    writing: 'being written',
    undoing: 'being taken back',
    done: (count: number): string => `${countedItems(count)} added`,
    cancelled: 'cancelled',
    failed: 'failed',
  },

  newTitle: 'Import a file',
  file: 'CSV file',
  fileHelp: (megabytes: number, most: number): string =>
    `Up to ${number(megabytes)} MB and ${number(most)} rows. UTF-8, UTF-16 or Windows-1251; with commas, semicolons or tabs between the cells.`,
  language: 'Numbers and dates are understood as you write them: 1,234.50, and 31.12.2026 or 2026-12-31.',
  give: 'Upload',
  summary: 'Please look at these',

  mappingTitle: 'Which column goes where',
  mappingLead: (name: string): string => `${name}: each column goes into a field or is left out.`,
  notImported: (names: string): string =>
    `Not filled from a file: ${names}. Files and accounts are added on an item’s own page.`,
  inColumn: (place: number, title: string): string => (title === '' ? `Column ${place}` : title),
  into: (title: string): string => `“${title}” goes into`,
  leaveOut: 'Leave out',
  sample: 'The first rows',
  onBad: 'If a row is not right',
  skip: 'Leave the row out and take the others',
  stop: 'Take nothing at all, and stop reading there',
  check: 'Check the file',
  cancel: 'Cancel import',
  wrong: {
    twice: (field: string): string => `Another column goes into “${field}” already.`,
    unknown: () => 'There is no such field any more.',
    none: () => 'Say of at least one column where it goes.',
    required: (field: string): string => `“${field}” is required: a column has to go into it.`,
  },

  progressTitle: {
    reading: 'The file is being read',
    writing: 'Items are being added',
    undoing: 'Everything is being taken back',
  },
  reading: (count: number): string => `${countedRows(count)} read so far.`,
  readBad: (count: number): string => `${countedRows(count)} not right.`,
  writing: (count: number, of: number): string => `${number(count)} of ${number(of)}`,
  undoing: (count: number): string => `${countedItems(count)} left to take back.`,
  hidden: 'Nobody sees any of them before all are there.',
  leave: 'You can leave this page: it goes on by itself.',

  previewTitle: 'What will be added',
  good: (count: number): string => `${countedItems(count)} can be added.`,
  nothing: 'No item can be made of this file.',
  confirm: (count: number): string => `Add ${countedItems(count)}`,
  change: 'Change the columns',
  other: 'Another file',
  first: 'The first items, as they will be',
  line: (line: number): string => `Line ${number(line)}`,
  changed: 'The app has changed since the file was read. It is being read once more.',
  busy: 'Another file is being imported into this app just now. Try again when it is done.',
  stale: 'This import has gone on meanwhile: this is how it stands now.',

  bad: (count: number): string => `${countedRows(count)} ${count === 1 ? 'is' : 'are'} not right`,
  badSkip: 'They are left out. Put them right in the file and import them later.',
  badStop: 'Nothing was imported.',
  moreBad: (count: number): string => `… and ${countedRows(count)} more.`,
  download: 'Download these rows',
  badFile: 'rows-not-imported',
  badColumns: { line: 'Line', row: 'Row', reason: 'Reason' },
  reason: (field: string, problem: string, about: string): string =>
    about === '' ? `${field}: ${problem}` : `${field} (“${about}”): ${problem}`,
  problems: {
    columns: (about: string): string => {
      const [found = '', wanted = ''] = about.split('/');
      return `There are ${found} cells, the first line has ${wanted}.`;
    },
    twice: (line: string): string => `The same stands in line ${line} already, and only one item may have it.`,
  },

  doneTitle: 'Imported',
  done: (count: number): string => `${countedItems(count)} added.`,
  toList: 'To the list',
  cancelledTitle: 'Import cancelled',
  cancelled: 'Nothing was imported.',
  failedTitle: 'Nothing was imported',
  failed: {
    'bad-row': () => 'A row is not right, and it was to stop there.',
    changed: (line: string): string =>
      line === ''
        ? 'The app or its fields have changed since the file was read. Whatever was written is taken back: look at the columns and check the file again.'
        : `What line ${line} says was right when the file was read, and is not any more. Everything is taken back: check the file again.`,
    taken: (line: string): string =>
      line === ''
        ? 'Somebody has used a value meanwhile that only one item may have. Everything is taken back: check the file again.'
        : `What line ${line} says was given to another item meanwhile, and only one may have it. Everything is taken back: check the file again.`,
    'no-right': () => 'You may no longer create items in this app. Everything is taken back.',
    'disk-full': () => 'There is no room left on the server’s disk. Everything is taken back.',
    error: () => 'Something went wrong on our side. Everything is taken back; the log of the server has the detail.',
    cancelled: () => 'It was cancelled.',
  },
  files: {
    nothing: () => 'Choose a file with something in it.',
    'too-large': (megabytes: string): string => `The file is larger than ${megabytes} MB. Split it.`,
    'disk-full': () => 'There is no room left on the server’s disk.',
    binary: () => 'This is no text. Save the table as CSV.',
    workbook: () => 'This is a spreadsheet’s own file. Save it as CSV there, then choose that.',
    'no-rows': () => 'Below the first line nothing stands. The first line has to name the columns.',
    broken: (line: string): string =>
      `From line ${line} on it cannot be read: a quotation mark is never closed there, or a row is far too long.`,
    'too-many-columns': (count: string): string => `There are ${count} columns. 300 can be read.`,
    'too-many-rows': (most: string): string => `There are more than ${number(Number(most))} rows. Split the file.`,
    gone: () => 'The file is no longer there. Choose it again.',
  },
};
