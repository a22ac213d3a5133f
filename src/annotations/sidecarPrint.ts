import { isList, isMap, PlainScalar, type YamlMap, type YamlValue } from './yamlValue';

/**
 * What a double-quoted YAML string must not hold as it is, or should not because people would not see it: C0, DEL and
 * C1 controls, line and paragraph separators, bidi controls, the byte order mark, lone surrogates, non-characters.
 */
const escaped =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /["\\\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A string as one line of double-quoted YAML that every YAML 1.1 and 1.2 reader takes for the same string. */
function quoteString(text: string): string {
  const body = text.replace(
    escaped,
    (char) => shortEscapes[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${body}"`;
}

const plainKey = /^[a-z][A-Za-z0-9_-]*$/;
/** Words that some reader takes for a boolean or null. */
const reserved = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n']);

export function printKey(key: string): string {
  return plainKey.test(key) && !reserved.has(key) ? key : quoteString(key);
}

function printScalar(value: null | boolean | number | string | PlainScalar): string {
  if (typeof value === 'string') {
    return quoteString(value);
  }
  return value instanceof PlainScalar ? value.source : String(value);
}

/** Lines of `key: value` at an indent, without the last line end. */
export function printEntry(key: string, value: YamlValue, indent: string, eol: string): string {
  return `${indent}${printKey(key)}:${printNested(value, indent, eol)}`;
}

/** Lines of `- value` at an indent, without the last line end. */
export function printItem(value: YamlValue, indent: string, eol: string): string {
  if (isMap(value) && value.size > 0) {
    return printMap(value, `${indent}  `, eol).replace(/^ */, `${indent}- `);
  }
  if (isList(value) && value.length > 0) {
    return `${indent}-${eol}${value.map((item) => printItem(item, `${indent}  `, eol)).join(eol)}`;
  }
  return `${indent}-${printNested(value, indent, eol)}`;
}

/** Lines of all entries at an indent, without the last line end. */
function printMap(map: YamlMap, indent: string, eol: string): string {
  return [...map].map(([key, value]) => printEntry(key, value, indent, eol)).join(eol);
}

function printNested(value: YamlValue, indent: string, eol: string): string {
  if (isMap(value)) {
    return value.size === 0 ? ' {}' : eol + printMap(value, `${indent}  `, eol);
  }
  if (isList(value)) {
    return value.length === 0 ? ' []' : eol + value.map((item) => printItem(item, `${indent}  `, eol)).join(eol);
  }
  return ` ${printScalar(value)}`;
}
