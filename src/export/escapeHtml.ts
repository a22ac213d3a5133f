import { xmlCharacters } from './escapeXml';
import { visibleBidi } from './visibleBidi';

/** Text or the inside of a quoted attribute, in HTML and in the SVG within it; bidirectional controls are shown. */
export function escapeHtml(text: string): string {
  return visibleBidi(xmlCharacters(text))
    .replace(/[\u007f-\u009f]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('`', '&#96;')
    .replaceAll('\r', ' ');
}
