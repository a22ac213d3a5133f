/** Characters that XML 1.0 forbids even as references (production [2] Char), lone surrogates among them. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Whether XML 1.0 can hold the text as it is. */
export function fitsXml(text: string): boolean {
  forbidden.lastIndex = 0;
  return !forbidden.test(text);
}

/** Forbidden characters become U+FFFD, one for one, so that offsets in UTF-16 and in code points stay. */
export function xmlCharacters(text: string): string {
  return text.replace(forbidden, '\uFFFD');
}

/** Text between tags. CR is written as a reference, since parsers fold a bare one to LF. */
export function escapeXml(text: string): string {
  return xmlCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** An attribute's value, with its quotes. Tab and LF are references, since parsers turn bare ones into spaces. */
export function xmlValue(text: string): string {
  return `"${escapeXml(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')}"`;
}

/**
 * Any text as an XML name (NCName) behind a prefix; different texts give different names. Letters of ASCII, digits and
 * hyphens stay, everything else becomes `_hex_`.
 */
export function xmlId(prefix: string, text: string): string {
  return prefix + text.replace(/[^A-Za-z0-9-]/g, (unit) => `_${unit.charCodeAt(0).toString(16)}_`);
}
