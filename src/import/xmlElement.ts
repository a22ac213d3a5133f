/** An element of a small XML file, with its parts in order. */
export interface XmlElement {
  /** Without namespace prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text inside, children included. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const deepest = 200;

/**
 * Reads XML without document types, so that there are no entities to expand or to fetch (XXE, billion laughs). Gives
 * `undefined` for anything that is not well-formed, has a document type, or is nested deeper than 200. Linear time.
 */
export function readXml(source: string): XmlElement | undefined {
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Open[] = [root];
  let at = 0;
  while (at < source.length) {
    const top = open.at(-1)!;
    const tag = source.indexOf('<', at);
    const end = tag < 0 ? source.length : tag;
    const text = unescapeXml(source.slice(at, end));
    if (text === undefined) {
      return undefined;
    }
    top.text += text;
    if (tag < 0) {
      break;
    }
    if (source.startsWith('<![CDATA[', tag)) {
      const close = source.indexOf(']]>', tag);
      if (close < 0) {
        return undefined;
      }
      top.text += source.slice(tag + 9, close);
      at = close + 3;
      continue;
    }
    const skipped = skipMarkup(source, tag);
    if (skipped === -1) {
      return undefined;
    }
    if (skipped > 0) {
      at = skipped;
      continue;
    }
    const next = readTag(source, tag, open);
    if (next === undefined || open.length > deepest) {
      return undefined;
    }
    at = next;
  }
  return open.length === 1 && root.children.length === 1 ? root.children[0] : undefined;
}

/** The end of a comment or processing instruction, 0 where there is none, -1 where it is broken or a document type. */
function skipMarkup(source: string, at: number): number {
  for (const [start, end] of [
    ['<!--', '-->'],
    ['<?', '?>'],
  ] as const) {
    if (source.startsWith(start, at)) {
      const close = source.indexOf(end, at + start.length);
      return close < 0 ? -1 : close + end.length;
    }
  }
  return source[at + 1] === '!' ? -1 : 0;
}

function readTag(source: string, at: number, open: Open[]): number | undefined {
  const end = tagEnd(source, at);
  if (end === undefined) {
    return undefined;
  }
  const inner = source.slice(at + 1, end);
  if (inner.startsWith('/')) {
    const closed = open.length > 1 ? open.pop() : undefined;
    if (closed?.name !== localName(inner.slice(1).trim())) {
      return undefined;
    }
    close(closed, open.at(-1)!);
    return end + 1;
  }
  const empty = inner.endsWith('/');
  const body = empty ? inner.slice(0, -1) : inner;
  const name = /^[^\s=<>"'/]+/.exec(body)?.[0];
  const attributes = name === undefined ? undefined : readAttributes(body.slice(name.length));
  if (name === undefined || !attributes) {
    return undefined;
  }
  const element: Open = { name: localName(name), attributes, children: [], text: '' };
  if (empty) {
    close(element, open.at(-1)!);
  } else {
    open.push(element);
  }
  return end + 1;
}

function close(element: Open, parent: Open): void {
  parent.children.push(element);
  parent.text += element.text;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The `>` that ends a tag, not one inside an attribute's value. */
function tagEnd(source: string, at: number): number | undefined {
  let quote = '';
  for (let i = at + 1; i < source.length; i++) {
    const char = source[i]!;
    if (quote !== '') {
      quote = char === quote ? '' : quote;
    } else if (char === '"' || char === "'") {
      quote = char;
    } else if (char === '>') {
      return i;
    }
  }
  return undefined;
}

function readAttributes(text: string): Map<string, string> | undefined {
  const attributes = new Map<string, string>();
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) {
      at++;
    }
    if (at >= text.length) {
      return attributes;
    }
    const equals = text.indexOf('=', at);
    const name = text.slice(at, Math.max(at, equals)).trim();
    let start = equals + 1;
    while (/\s/.test(text[start] ?? '')) {
      start++;
    }
    const quote = text[start];
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, start + 1) : -1;
    const value = end < 0 ? undefined : unescapeXml(text.slice(start + 1, end).replace(/[\t\r\n]/g, ' '));
    if (equals < 0 || name === '' || value === undefined) {
      return undefined;
    }
    attributes.set(localName(name), value);
    at = end + 1;
  }
}

/** Text with its references read; `undefined` for references to anything but characters and the five of XML. */
function unescapeXml(text: string): string | undefined {
  let known = true;
  const result = text.replace(/\r\n?/g, '\n').replace(/&([^;&]{0,10});?/g, (all, name: string) => {
    const hex = /^#x([0-9a-f]{1,6})$/i.exec(name)?.[1];
    const decimal = /^#(\d{1,7})$/.exec(name)?.[1];
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
    if (code !== undefined && code > 0 && code <= 0x10ffff && all.endsWith(';')) {
      return String.fromCodePoint(code);
    }
    if (Object.hasOwn(entities, name) && all.endsWith(';')) {
      return entities[name]!;
    }
    known = false;
    return all;
  });
  return known ? result : undefined;
}

/** All elements of a name below an element, in document order. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsOf(child, name)]);
}
