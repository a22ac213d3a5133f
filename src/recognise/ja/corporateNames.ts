import type { NameSet } from './nameSet';
import { openRoles, Role } from './roles';
import { WordClass } from './wordClasses';

const particles = 'はがをにのともでへや';
const shortest = 2;

/**
 * 株式会社あおば測量: a company whose name begins in kana after its legal form `at`, the last word of its chunk. Kana
 * alone reach up to a particle at their end, kanji or katakana behind them belong to the name.
 */
export function findCorporateKana(names: NameSet, at: number): void {
  const { words } = names;
  const { text, starts, ends, classes, roles, count } = words;
  const kana = at + 1;
  if (kana >= count || starts[kana] !== ends[at] || !(classes[kana]! & WordClass.hiragana) || names.isTaken(kana)) {
    return;
  }
  if (particles.includes(text[starts[kana]!]!)) {
    return;
  }
  let last = kana;
  while (
    last + 1 < count &&
    starts[last + 1] === ends[last] &&
    !names.isTaken(last + 1) &&
    !(classes[last + 1]! & (WordClass.hiragana | WordClass.punctuation | WordClass.newline)) &&
    !(roles[last + 1]! & openRoles && !(roles[last + 1]! & Role.organization))
  ) {
    last++;
  }
  let end = ends[last]!;
  if (last === kana && end - starts[kana]! > shortest && particles.includes(text[end - 1]!)) {
    end--;
  }
  if (end - starts[kana]! >= shortest) {
    names.add(at, last, 'organization', { end });
  }
}
