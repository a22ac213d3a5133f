import { shortened } from '../text/shortened';

/** The first line with a letter or digit, without Markdown's heading marks; at most 120 code units. */
export function titleOf(text: string): string {
  let from = 0;
  while (from < text.length && from < 20_000) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(from, Math.min(end, from + 400)).trim();
    if (/[\p{L}\p{N}]/u.test(line) && line !== '---') {
      const bare = line.replace(/^#{1,6} /, '').replace(/^title: /, '');
      return shortened(bare, 120);
    }
    from = end + 1;
  }
  return '';
}
