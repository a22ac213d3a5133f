import { visibleBidi } from './visibleBidi';

/**
 * Text as itself in CommonMark and its table extension: no markup, HTML, link, image or table border in it takes
 * effect, and it starts no list, heading or quotation. Line breaks become spaces, since a table row is one line.
 */
export function escapeMarkdown(text: string): string {
  const line = visibleBidi(text)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&');
  return line.replace(/^[#+\-=:]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** A link to a place inside the export or to a web address; the address is encoded so that it cannot end early. */
export function markdownLink(label: string, address: string): string {
  return `[${escapeMarkdown(label)}](<${address.replace(/[<>\\|\s`]/g, (char) => encodeURIComponent(char))}>)`;
}
