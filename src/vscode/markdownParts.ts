import { isWebAddress } from '../export/webAddress';
import { shortened } from '../text/shortened';
import { escapeMarkdown } from './escapeMarkdown';

/** Parts of cards. What they are given is Markdown already, but for labels and addresses. */

export function paragraphs(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

export function actions(...links: string[]): string {
  return links.join(' · ');
}

/** A link to the web, which VS Code asks about where it is not trusted; the bare label for any other address. */
export function webLink(label: string, address: string): string {
  const text = escapeMarkdown(shortened(label, 80));
  return isWebAddress(address) ? `[${text}](<${address}>)` : text;
}
