/** An element of a page as a browser would read it. `text`: all text in it. */
export type Element = {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  inside: readonly Element[];
};

/** All elements of a fragment that our own views wrote, in their order; throws where tags do not close each other. */
export const elementsIn = (html: string): Element[] => {
  const all: Open[] = [];
  const open: Open[] = [];
  let at = 0;
  for (const found of html.matchAll(/<(\/?)([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)) {
    const [whole, closes, tag = '', rest = ''] = found;
    say(open, html.slice(at, found.index));
    at = found.index + whole.length;
    if (closes) {
      const last = open.pop();
      if (last?.tag !== tag) throw new Error(`</${tag}> closes <${last?.tag}>`);
      continue;
    }
    const element: Open = { tag, attributes: attributesIn(rest), text: '', inside: [] };
    for (const around of open) around.inside.push(element);
    all.push(element);
    if (!empty.has(tag)) open.push(element);
  }
  say(open, html.slice(at));
  if (open.length > 0) throw new Error(`<${open.at(-1)?.tag}> is not closed`);
  return all;
};

/** What the inputs in a fragment send, by their names, as a browser sends a form whose button nobody pressed. */
export const sentBy = (html: string): Record<string, string[]> => {
  const sent: Record<string, string[]> = {};
  for (const element of elementsIn(html)) {
    const value = sentValue(element);
    const { name } = element.attributes;
    if (name !== undefined && value !== undefined) sent[name] = [...(sent[name] ?? []), value];
  }
  return sent;
};

const sentValue = ({ tag, attributes: { type, value, checked }, text, inside }: Element): string | undefined => {
  if (tag === 'textarea') return text.replace(/^\n/, '').replaceAll('\n', '\r\n');
  if (tag === 'select')
    return (inside.find(({ attributes }) => 'selected' in attributes) ?? inside[0])?.attributes['value'];
  if (tag !== 'input' || type === 'file') return undefined;
  if (type === 'radio' || type === 'checkbox') return checked === undefined ? undefined : (value ?? 'on');
  return type === 'hidden' ? (value ?? '') : (value ?? '').replace(/[\r\n]/g, '');
};

type Open = { tag: string; attributes: Record<string, string>; text: string; inside: Open[] };

const say = (open: readonly Open[], text: string) => {
  if (/[<>]/.test(text)) throw new Error(`There is a bracket in ${text}`);
  for (const element of open) element.text += plain(text);
};

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, plain(value)]),
  );

const plain = (text: string): string =>
  text.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '&',
  );

const empty = new Set(['input', 'br', 'img']);
