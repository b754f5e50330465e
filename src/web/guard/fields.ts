import { z } from 'zod';
import { passwordLength } from '../../people/password/password.ts';
import type { FieldProblem } from './entered.ts';

/** A line of text that must not be empty, at most `max` characters, cleaned of what nobody can see. */
export const lineOfText = (max: number) => line().pipe(z.string().min(1, says('required')).max(max, says('too-long')));

/** A line of text that may be empty, at most `max` characters, cleaned the same way. */
export const shortText = (max: number) => line().pipe(z.string().max(max, says('too-long')));

/** An email address, as far as its form can tell. */
export const emailAddress = () =>
  line().pipe(
    z
      .string()
      .min(1, says('required'))
      .max(254, says('too-long'))
      .regex(/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$/, says('no-email')),
  );

/** A password that is being chosen. Every character counts, spaces too. */
export const newPassword = () =>
  z
    .string(says('required'))
    .min(1, says('required'))
    .min(passwordLength.min, says('too-short'))
    .max(passwordLength.max, says('too-long'));

/** The same, where an empty field leaves the password as it is (undefined). */
export const changedPassword = () => z.union([z.literal('').transform(() => undefined), newPassword()]).optional();

/** A checkbox: ticked or not. */
export const ticked = () =>
  z
    .string()
    .optional()
    .transform((value) => value !== undefined && value !== '');

/** Checkboxes of one name: none, one or several values. */
export const list = () =>
  z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .pipe(z.array(z.string().max(64)));

/** The id under which a form creates something: a new one where the form has none that is well formed. */
export const ownId = () => z.uuid().optional().catch(undefined);

const says = (problem: FieldProblem): FieldProblem => problem;

const line = () => z.string(says('required')).transform(clean);

// Control characters, halves of characters and the invisible marks that turn text around have no place in a name.
const clean = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .trim();
