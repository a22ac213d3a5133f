/** One line of Argdown that reads as exactly this text: every sign that could be markup has a `\` before it. */
export function escapeArgdown(text: string): string {
  return oneLine(text).replace(/[\\@#*_[\]:<>(){}/.,;=+~^$%&|`"'!?-]/g, '\\$&');
}

/** A title between brackets, which Argdown gives no escapes: signs with a meaning there become spaces. */
export function argdownTitle(text: string): string {
  return collapse(oneLine(text).replace(/[[\]<>{}@#:*_\\/^-]/g, ' ')) || 'claim';
}

/** A tag between `#(` and `)`. */
export function argdownTag(text: string): string {
  return collapse(oneLine(text).replace(/[()[\]<>{}#\\/]/g, ' '));
}

/**
 * Data in braces: JSON, which is YAML, with all signs that the Argdown lexer or an older YAML parser could trip over
 * written as `\uXXXX`.
 */
export function argdownData(data: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(data).map(([key, value]) => `${JSON.stringify(key)}: ${argdownValue(value)}`);
  return `{${entries.join(', ')}}`;
}

function argdownValue(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(argdownValue).join(', ')}]`;
  }
  if (value && typeof value === 'object') {
    return argdownData(value as Readonly<Record<string, unknown>>);
  }
  return JSON.stringify(value).replace(
    /[^ "\\\w.,:;/()'!?+=*|\-\u00a0-\u061b\u061d-\u1fff\u2030-\u205f\u2070-\ud7ff\ue000-\ufefe\uff00-\ufffd]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function collapse(text: string): string {
  return text.replace(/ {2,}/g, ' ').trim();
}
