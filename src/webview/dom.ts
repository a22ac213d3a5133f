/** Elements from names, attributes and children; text only ever becomes text nodes. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;
type Child = Node | string;

export function html<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      element.setAttribute(key, String(value));
    }
  }
  element.append(...children);
  return element;
}

/** At most so many columns, a wide character counting two; with an ellipsis, of one column, where something was cut. */
export function shorten(text: string, columns: number): string {
  let used = 0;
  let kept = '';
  let fits = '';
  for (const character of text) {
    used += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
    if (used > columns) {
      return `${fits.trimEnd()}…`;
    }
    kept += character;
    if (used < columns) {
      fits = kept;
    }
  }
  return text;
}
