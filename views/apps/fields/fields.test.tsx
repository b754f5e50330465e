import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyAt,
  anyText,
  choices,
  docOf,
  everyKind,
  fieldOf,
  held,
  names,
} from '../../../src/apps/fields/any.testing.ts';
import type { Field } from '../../../src/apps/fields/field.ts';
import { limits } from '../../../src/apps/fields/limits.ts';
import { type ValueProblem, valueProblems } from '../../../src/apps/fields/problem.ts';
import { readTyped, typedOf } from '../../../src/apps/fields/typed.ts';
import type { Doc } from '../../../src/apps/fields/value.ts';
import { wordsFor } from '../../../src/i18n/index.ts';
import { EnterButton } from './enter-button.tsx';
import { FieldValue } from './field-value.tsx';
import { FieldsForm, summaryOf } from './fields-form.tsx';
import { type Element, elementsIn, sentBy } from './html.testing.ts';
import { type Found, Picker } from './picker.tsx';

const words = wordsFor('en', 'Europe/Berlin');

type Shown = Partial<Parameters<typeof FieldsForm>[0]>;

const form = (fields: readonly Field[], more: Shown = {}): string =>
  String(<FieldsForm {...{ fields, typed: {}, problems: {}, names, words }} {...more} />);

const value = (field: Field, doc: Doc): string =>
  String(<FieldValue field={field} value={doc[String(field.n)]} names={names} words={words} />);

/** Everything of each kind is wrong, and everything hinted at. */
const needed = everyKind.map((field): Field => ({ ...field, required: true, hint: `Hint <b> of ${field.kind}` }));

describe('a form', () => {
  test('that is sent as it was rendered brings what it was made from', () => {
    fc.assert(
      fc.property(held(), anyAt, ({ field, values: [one] }, at) => {
        const doc = docOf(field, one ?? '');
        const html = form([field], {
          typed: typedOf([field], doc, at),
          words: wordsFor(at.language === 'ru' ? 'ru' : 'en', at.zone),
        });
        expect(readTyped([field], sentBy(html), at)).toEqual({ doc, problems: {} });
      }),
      { numRuns: 500 },
    );
  });

  test('keeps whatever was typed, wrong as it may be, and lets none of it be markup', () => {
    const typedIn = everyKind.filter(({ kind }) =>
      ['text', 'long-text', 'number', 'money', 'date', 'date-time', 'phone', 'email', 'link'].includes(kind),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...typedIn),
        anyText.filter((text) => !/[\r\n]/.test(text)),
        (field, text) => {
          fc.pre(text !== '');
          const html = form([field], { typed: { [`f.${field.id}`]: text }, problems: { [field.id]: 'invalid' } });
          expect(sentBy(html)[`f.${field.id}`]).toEqual([text]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('of an empty item sends nothing but emptiness', () => {
    expect(readTyped(everyKind, sentBy(form(everyKind)), words)).toEqual({ doc: {}, problems: {} });
  });

  test.for(['en', 'ru'] as const)(
    'names every input, and describes it by its error, its hint and nothing that is not there: %s',
    (language) => {
      for (const problem of [undefined, ...valueProblems]) {
        const problems = Object.fromEntries(needed.flatMap(({ id }) => (problem ? [[id, problem]] : [])));
        const html = form(needed, { words: wordsFor(language), problems, found: foundAll });
        const all = elementsIn(html);
        const ids = all.flatMap(({ attributes: { id } }) => id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        for (const element of all.filter(isInput))
          expect(nameOf(element, all), element.attributes['name']).not.toBe('');
        const described = all.flatMap((element) => element.attributes['aria-describedby']?.split(' ') ?? []);
        expect(described.filter((id) => !ids.includes(id))).toEqual([]);
        for (const field of needed) expectDescribed(field, all, problem && wordsFor(language).fields.problems[problem]);
        expect(html).not.toMatch(/undefined|\[object|NaN|=>|[^-]\bnot-a-|style=|hx-on|<b>/);
      }
    },
  );

  test('sums its problems up with links to the fields', () => {
    const problems = Object.fromEntries(everyKind.map(({ id }) => [id, 'required' as const]));
    const { errors, labels } = summaryOf(everyKind, { ...problems, other: 'taken' }, words);
    expect(Object.keys(errors)).toEqual(everyKind.map(({ id }) => `f.${id}`));
    expect(labels).toEqual(Object.fromEntries(everyKind.map(({ id, name }) => [`f.${id}`, name])));
    const ids = elementsIn(form(everyKind, { problems })).flatMap(({ attributes: { id } }) => id ?? []);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(errors).map((name) => `field-${name}`)));
  });

  test('shows what is given and does not ask for it', () => {
    const field = fieldOf('account');
    const html = form([field], { fixed: docOf(field, ['a']) });
    expect(html).toContain(field.name);
    expect(elementsIn(html).some(({ text }) => text.includes(names.nameOf(field, 'a').name))).toBe(true);
    expect(elementsIn(html).filter(isInput)).toEqual([]);
  });

  test('has a first button for Enter that is not heard', () => {
    const [button] = elementsIn(String(<EnterButton form="item-form" words={words} />));
    expect(button?.attributes).toMatchObject({
      form: 'item-form',
      name: 'press',
      value: 'enter',
      tabindex: '-1',
      'aria-hidden': 'true',
    });
  });

  test('tells in which zone a time is meant, and in which currency money', () => {
    expect(form([fieldOf('date-time')])).toContain('Europe/Berlin');
    expect(form([fieldOf('date-time')], { words: wordsFor('ru') })).toContain('UTC');
    expect(form([fieldOf('money')])).toContain('RUB');
  });
});

test('a limit is told with what goes beyond it', () => {
  const said = (field: Field, problem: ValueProblem, language: 'en' | 'ru' = 'en') =>
    String(form([field], { problems: { [field.id]: problem }, words: wordsFor(language) }));
  expect(said(fieldOf('long-text'), 'too-long')).toContain('This is too long. At most 50,000 characters.');
  expect(said(fieldOf('long-text'), 'too-long', 'ru')).toContain('Слишком длинно. Не больше 50\u00A0000 знаков.');
  expect(said(fieldOf('files'), 'too-many')).toContain('At most 50.');
  expect(said(fieldOf('money', { options: { currency: 'JPY' } }), 'too-many-decimals')).toContain('Only whole ones');
  expect(said(fieldOf('number', { options: { decimals: 3 } }), 'too-many-decimals', 'ru')).toContain('Не больше 3.');
});

test('scripts are asked for the browser’s zone where the person has chosen none, and what they told stays told', () => {
  const field = fieldOf('date-time');
  const typed = { [`f.${field.id}`]: '2026-11-22T14:05', [`zone.${field.id}`]: 'Asia/Kathmandu' };
  const unknown = form([field], { typed, words: wordsFor('en') });
  expect(unknown).toContain('data-moment');
  expect(unknown).toContain('Time in Asia/Kathmandu');
  expect(sentBy(unknown)).toEqual({
    [`f.${field.id}`]: ['2026-11-22T14:05'],
    [`zone.${field.id}`]: ['Asia/Kathmandu'],
  });
  const chosen = form([field], { typed });
  expect(chosen).not.toMatch(/data-moment|Kathmandu/);
  expect(form([field], { typed: { ...typed, [`zone.${field.id}`]: 'No/Where' }, words: wordsFor('en') })).toContain(
    'UTC',
  );
});

describe('choices', () => {
  const many = Array.from({ length: limits.offered }, (_, place) => ({
    id: `c${place}`,
    name: `Choice ${place}`,
    retired: false,
  }));

  test('that are few are all seen, and many open from a list or scroll', () => {
    expect(form([fieldOf('choice', { options: { choices: many.slice(0, 5) } })])).not.toContain('<select');
    expect(form([fieldOf('choice', { options: { choices: many } })])).toContain('<select');
    expect(form([fieldOf('choices', { options: { choices: many } })])).toContain('field-scrolls');
  });

  test('that are retired are offered only where they are chosen', () => {
    const field = fieldOf('choices', { options: { choices } });
    const offered = (typed: Record<string, string[]>) =>
      elementsIn(form([field], { typed })).flatMap(({ attributes }) =>
        attributes['type'] === 'checkbox' ? (attributes['value'] ?? '') : [],
      );
    expect(offered({})).not.toContain('old');
    expect(offered({ [`f.${field.id}`]: ['old'] })).toContain('old');
    expect(
      sentBy(form([field], { typed: { [`f.${field.id}`]: ['old', 'new'] } }))[`f.${field.id}`]?.toSorted(),
    ).toEqual(['new', 'old']);
  });
});

describe('a picker', () => {
  const shown = (field: Field, chosen: string[], found: Found | null) =>
    String(<Picker {...{ field, chosen, names, found, words }} error={undefined} />);
  const options = [
    { id: 'a', name: 'Anna' },
    { id: 'b', name: '<i>Boris', about: 'boris@demo.test' },
  ];

  test('shows what is chosen and what was found, each once, and sends only what is chosen', () => {
    for (const field of [fieldOf('references'), fieldOf('user')]) {
      const html = shown(field, ['a'], { text: 'an', options, more: true });
      const picks = elementsIn(html).filter(({ attributes: { name } }) => name === `f.${field.id}`);
      expect(picks.map(({ attributes: { value: id } }) => id).filter(Boolean)).toEqual(['a', 'b']);
      expect(sentBy(html)).toEqual({
        [`f.${field.id}`]: ['a'],
        [`q.${field.id}`]: ['an'],
        [`found.${field.id}`]: ['an'],
      });
      expect(html).toContain(words.fields.foundMore);
    }
  });

  test('lets one choose nobody again, unless somebody is needed', () => {
    expect(sentBy(shown(fieldOf('user'), [], { text: 'an', options, more: false }))['f.field-user']).toEqual(['']);
    expect(
      sentBy(shown(fieldOf('user', { required: true }), [], { text: 'an', options, more: false }))['f.field-user'],
    ).toBeUndefined();
  });

  test('asks with what stands in it alone, and its button is one of the form', () => {
    const field = fieldOf('account');
    const asking = elementsIn(shown(field, [], null)).filter(({ attributes }) => 'hx-get' in attributes);
    expect(asking.map(({ tag }) => tag)).toEqual(['input', 'button']);
    for (const { attributes } of asking)
      expect(attributes).toMatchObject({
        'hx-get': `/apps/app/fields/${field.id}/options`,
        'hx-include': 'closest fieldset',
      });
    expect(asking[1]?.attributes).toMatchObject({ type: 'submit', name: 'press', value: `find.${field.id}` });
  });

  test('says that nothing was found', () => {
    expect(shown(fieldOf('user'), [], { text: 'zz', options: [], more: false })).toContain(
      'Nothing was found for “zz”.',
    );
  });
});

describe('a value', () => {
  test('is never markup, whatever it is, and leads nowhere but where it says', () => {
    fc.assert(
      fc.property(held(), ({ field, values: [one] }) => {
        const all = elementsIn(value(field, docOf(field, one ?? '')));
        expect(all.filter(({ tag }) => !['a', 'bdi', 'div', 'li', 'span', 'time', 'ul'].includes(tag))).toEqual([]);
        for (const { attributes } of all.filter(({ tag }) => tag === 'a')) {
          expect(attributes['href']).toMatch(/^(https?:\/\/|tel:\+?\d|mailto:|\/things\/)/);
          if (attributes['href']?.startsWith('http'))
            expect(attributes).toMatchObject({ rel: 'noopener noreferrer nofollow', target: '_blank' });
        }
      }),
      { numRuns: 500 },
    );
    const link = fieldOf('link');
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', ' javascript:alert(1)'])
      expect(value(link, docOf(link, bad))).not.toContain('href');
    const text = fieldOf('text');
    expect(value(text, docOf(text, '<script>alert(1)</script>'))).toContain('&lt;script&gt;');
  });

  test('is told in the person’s language and zone', () => {
    const [moment, money] = [fieldOf('date-time'), fieldOf('money')];
    expect(value(moment, docOf(moment, Date.parse('2026-11-22T11:05Z')))).toBe(
      '<time datetime="2026-11-22T11:05:00.000Z" data-time="moment">22 Nov 2026, 12:05</time>',
    );
    expect(value(money, docOf(money, 123450))).toBe('RUB\u00A01,234.50');
    expect(value(fieldOf('yes-no'), docOf(fieldOf('yes-no'), false))).toBe('No');
    expect(value(fieldOf('phone'), docOf(fieldOf('phone'), '+7 (900) 123-45-67 доб. 12'))).toContain(
      'href="tel:+79001234567,12"',
    );
    expect(value(fieldOf('email'), docOf(fieldOf('email'), 'a&b?x@demo.test'))).toContain(
      'href="mailto:a%26b%3Fx@demo.test"',
    );
  });

  test('that is not there is heard as empty', () => {
    expect(value(fieldOf('text'), {})).toContain('<span class="sr-only">Empty</span>');
  });

  test('that names what is gone says so and leads nowhere', () => {
    const [choice, user] = [fieldOf('choice'), fieldOf('user')];
    expect(value(choice, docOf(choice, 'old'))).toContain('(no longer offered)');
    const gone = String(
      <FieldValue
        field={user}
        value="x"
        names={{ nameOf: () => ({ name: '', gone: true, href: '/x' }) }}
        words={words}
      />,
    );
    expect(gone).toBe('<span class="field-gone">no longer there</span>');
  });
});

const foundAll = Object.fromEntries(
  everyKind.map(({ id }) => [id, { text: 'q', options: [{ id: 'one', name: 'One', about: 'about' }], more: true }]),
);

const isInput = ({ tag, attributes: { type } }: Element): boolean =>
  (tag === 'input' && type !== 'hidden') || tag === 'select' || tag === 'textarea';

/** What readers of the screen say of an input: its label, or the one around it. */
const nameOf = (element: Element, all: readonly Element[]): string => {
  const labels = all.filter(
    ({ tag, attributes, inside }) =>
      tag === 'label' &&
      (inside.includes(element) || (attributes['for'] !== undefined && attributes['for'] === element.attributes['id'])),
  );
  return (element.attributes['aria-label'] ?? labels.map(({ text }) => text).join(' ')).trim();
};

/** What stands under the field's id is called as the field, and its error and hint are told with it. */
const expectDescribed = (field: Field, all: readonly Element[], error: string | undefined) => {
  const element = all.find(({ attributes: { id } }) => id === `field-f.${field.id}`);
  if (!element) throw new Error(`${field.kind} has nothing to link to`);
  const name =
    element.tag === 'fieldset' ? element.inside.find(({ tag }) => tag === 'legend')?.text : nameOf(element, all);
  expect(name).toBe(field.name);
  const told = (element.attributes['aria-describedby'] ?? '')
    .split(' ')
    .map((id) => all.find(({ attributes }) => attributes['id'] === id)?.text)
    .join(' ');
  expect(told).toContain(field.hint);
  if (error !== undefined) expect(told).toContain(error);
};
