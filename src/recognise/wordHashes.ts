import { hashText } from '../text/tokens';

/** The hashes of words parted by spaces, to be asked with `tokens.hashes`: no string is made of a token. */
export function hashesOf(words: string): ReadonlySet<number> {
  return new Set(words.split(' ').map((word) => hashText(word)));
}
