import { readCell } from '../fields/cell.ts';
import type { Choice, Field } from '../fields/field.ts';
import type { FieldKind } from '../fields/kinds.ts';
import { decimalsOf, plainDecimal, plainNumber } from '../fields/shown/format.ts';
import type { Value } from '../fields/value.ts';
import { sameName } from './same-name.ts';

/** Makes a field's value one of another field's; undefined where that would lose any of it. */
type Convert = (value: Value) => Value | undefined;

/**
 * How values of a field become values of what it is to be. What cannot be told back from the new value counts as lost: zeros before a
 * number, all but the first of several, the lines of a text.
 */
export const converter = (from: Field, to: Field): Convert => wayFrom(from, to) ?? (() => undefined);

/** Whether any value of the one can be one of the other at all. */
export const canConvert = (from: Field, to: Field): boolean => wayFrom(from, to) !== undefined;

/** Whether a text is what the values are, as they are typed. */
export const isTextual = (kind: FieldKind): boolean => textual.has(kind);

const textual: ReadonlySet<FieldKind> = new Set(['text', 'long-text', 'phone', 'email', 'link']);

const wayFrom = (from: Field, to: Field): Convert | undefined => {
  if (isTextual(from.kind)) return fromText(to);
  switch (from.kind) {
    case 'number':
      return fromDecimal(from.options.decimals, (value) => plainNumber(value, from.options.decimals), '', to);
    case 'money': {
      const { currency } = from.options;
      const decimals = decimalsOf(currency);
      return fromDecimal(decimals, (value) => plainDecimal(value, decimals), ` ${currency}`, to);
    }
    case 'yes-no':
      return fromYesNo(to);
    case 'date':
      return isPlainText(to) ? onText((text) => text) : undefined;
    case 'date-time':
      return isPlainText(to) ? onNumber((value) => new Date(value).toISOString()) : undefined;
    case 'choice':
    case 'choices':
      return fromChoices(from.options.choices, to);
    case 'reference':
    case 'references':
      return sameApp(from, to) ? fromIds(to) : undefined;
    default:
      return undefined;
  }
};

const isPlainText = (to: Field): boolean => to.kind === 'text' || to.kind === 'long-text';

const onText =
  (make: (text: string) => Value | undefined): Convert =>
  (value) =>
    typeof value === 'string' ? make(value) : undefined;

const onNumber =
  (make: (value: number) => Value | undefined): Convert =>
  (value) =>
    typeof value === 'number' ? make(value) : undefined;

const fromText = (to: Field): Convert | undefined => {
  const read = (text: string) => readCell(to, text, () => undefined).value;
  switch (to.kind) {
    case 'text':
    case 'long-text':
    case 'phone':
    case 'email':
      return onText((text) => (read(text) === text ? text : undefined));
    case 'number':
    case 'money':
      return onText((text) => (isBareNumber(text) ? read(text) : undefined));
    case 'link':
    case 'yes-no':
    case 'date':
      return onText(read);
    case 'choice':
      return onText((text) => choiceCalled(to.options.choices, text));
    case 'choices':
      return onText((text) => {
        const id = choiceCalled(to.options.choices, text);
        return id === undefined ? undefined : [id];
      });
    default:
      return undefined;
  }
};

/** Without zeros before it, units behind it, or a comma of which nobody knows whether it groups or divides. */
const isBareNumber = (text: string): boolean =>
  /^[-−]?(0|[1-9][\d\s'’.,]*|0[.,]\d+)$/u.test(text) && !/^[-−]?[1-9]\d{0,2},\d{3}$/u.test(text);

const choiceCalled = (choices: readonly Choice[], text: string): string | undefined =>
  choices.find((choice) => sameName(choice.name, text))?.id;

/** @param plain writes the value with a point. @param unit what stands behind it where it becomes a text */
const fromDecimal = (
  decimals: number,
  plain: (value: number) => string,
  unit: string,
  to: Field,
): Convert | undefined => {
  switch (to.kind) {
    case 'text':
    case 'long-text':
      return onNumber((value) => `${plain(value)}${unit}`);
    case 'number':
    case 'money':
      return onNumber((value) => readCell(to, pointed(plain(value), decimals), () => undefined).value);
    default:
      return undefined;
  }
};

/** Without zeros at the end, which a form with fewer decimals need not keep. */
const pointed = (text: string, decimals: number): string => (decimals === 0 ? text : text.replace(/\.?0+$/, ''));

/** The first choice is for yes, the second for no. */
const fromYesNo = (to: Field): Convert | undefined => {
  if (to.kind !== 'choice') return undefined;
  const [yes, no] = to.options.choices;
  return (value) => (value === true ? yes?.id : no?.id);
};

const fromChoices = (choices: readonly Choice[], to: Field): Convert | undefined => {
  if (to.kind === 'choice' || to.kind === 'choices') return fromIds(to);
  if (!isPlainText(to)) return undefined;
  return (value) => {
    const names = listed(value).map((id) => choices.find((choice) => choice.id === id)?.name);
    const parted = names.length > 1 && names.some((name) => name?.includes(','));
    return parted || names.includes(undefined) ? undefined : names.join(', ');
  };
};

/** One becomes a list of one, and a list of one the one. */
const fromIds = (to: Field): Convert => {
  if (to.kind === 'choices' || to.kind === 'references') return listed;
  return (value) => {
    const [one, ...more] = listed(value);
    return more.length === 0 ? one : undefined;
  };
};

const listed = (value: Value): readonly string[] => (typeof value === 'object' ? value : [String(value)]);

const sameApp = (from: Field, to: Field): boolean =>
  'app' in from.options && 'app' in to.options && from.options.app === to.options.app;
