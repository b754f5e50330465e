/** Makes an element with a class and what is in it. Text stays text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...inside);
  return element;
}

/** A button that does something here and now. */
export function button(className: string, name: string, act: () => void): HTMLButtonElement {
  const element = make('button', className, name);
  element.type = 'button';
  element.addEventListener('click', act);
  return element;
}

/** An icon of the sprite that the page already uses. */
export function icon(name: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const use = document.createElementNS(space, 'use');
  const sprite = document.querySelector('use')?.getAttribute('href')?.split('#')[0] ?? '';
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `${sprite}#${name}`);
  svg.append(use);
  return svg;
}

/** The nearest element around an event's target that matches. */
export const around = (event: Event, selector: string): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
