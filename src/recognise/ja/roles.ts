import rolesText from '../data/ja/roles.txt';
import { WordTable } from './wordTable';

/** What a word does next to a name; bits, since one word may do several. The lists are in `data/ja/roles.txt`. */
export const Role = {
  /** Ends an organisation's name. */
  organization: 1 << 0,
  /** Ends an organisation's name if a name or several nouns stand before it. */
  organizationShort: 1 << 1,
  /** A person's title. */
  role: 1 << 2,
  /** Not part of the name that follows. */
  apart: 1 << 3,
  /** A kind of organisation rather than a name. */
  generic: 1 << 4,
  place: 1 << 5,
  other: 1 << 6,
  /** The word holds its head and what stands before it: キングレコード. */
  compound: 1 << 7,
  /** Ends an organisation's name only after a proper name other than a country's. */
  industry: 1 << 8,
  /** As `other`, but only as the last of several nouns. */
  otherShort: 1 << 9,
  /** 株式会社 and the like: before or after the name, part of it. */
  corporate: 1 << 10,
  /** Katakana that are read part by part: ドイツ・フランス. */
  split: 1 << 11,
  /** Not part of a name unless an organisation's head follows in the same chunk. */
  loose: 1 << 12,
  /** Begins with the sign of a state: 米, 日. */
  state: 1 << 13,
} as const;

/** Words beside a name that are no part of it. */
export const openRoles = Role.role | Role.apart | Role.loose;

/** Reads the role lists: a line per role, its name first. `each` is told every word. */
export function readRoles(each: (word: string) => void, source: string = rolesText): WordTable {
  const roles = new Map<string, number>();
  for (const line of source.split('\n')) {
    const [name, ...words] = line.split(' ');
    const bit = (Role as Record<string, number>)[name ?? ''];
    if (bit !== undefined) {
      for (const word of words) {
        roles.set(word, (roles.get(word) ?? 0) | bit);
      }
    }
  }
  const table = new WordTable(roles.size);
  for (const [word, bits] of roles) {
    table.add(word, bits);
    each(word);
  }
  return table;
}
