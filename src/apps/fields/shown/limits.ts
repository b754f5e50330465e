/** How much a field takes, by what it holds: the one place that says so. Lengths are in UTF-16 units. */
export const limits = {
  text: 1_000,
  longText: 50_000,
  phone: 50,
  /** Digits of a phone, without an extension. */
  phoneDigits: { least: 3, most: 20 },
  email: 254,
  link: 2_000,
  /** How many values one of several kinds holds. */
  choices: 200,
  references: 100,
  account: 100,
  files: 50,
  /** How many choices a field may offer. */
  offered: 200,
  /** Digits behind the point of a number. */
  decimals: 6,
  /** Money is kept exactly: so many of its smallest parts, either way. */
  money: Number.MAX_SAFE_INTEGER,
  /** Numbers too, with the digits behind the point: fifteen digits come out of a floating point as they went in. */
  number: 999_999_999_999_999,
  /** The first and the last day. Moments keep a day's distance from both, so that every zone can tell them. */
  firstDate: '0001-01-01',
  lastDate: '9999-12-31',
  /** What is sorted and filtered by. */
  key: 100,
  /** A title of an item. */
  title: 200,
} as const;
