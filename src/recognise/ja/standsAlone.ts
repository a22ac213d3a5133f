import type { NameKind } from '../../model/recognition';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { openRoles } from './roles';
import { hasTitleAfter } from './titles';
import { WordClass } from './wordClasses';

const nounClasses = WordClass.katakana | WordClass.latin;

/** Whether the words from `first` to `last` are a name by themselves and no part of a longer word. */
export function standsAlone(names: NameSet, first: number, last: number, kind: NameKind): boolean {
  const { words } = names;
  // 相良2発: after a person's name a number begins something else.
  const next = last + 1;
  const counted = kind === 'person' && next < words.count && (words.classes[next]! & WordClass.digit) !== 0;
  return (
    isOpen(words, first, first - 1, names) &&
    (counted || isOpen(words, last, next, names) || hasTitleAfter(words, last))
  );
}

/** Whether the word `beside` the one at `at`, if it touches it, lets a name begin or end there. */
export function isOpen(words: Morphemes, at: number, beside: number, names: NameSet): boolean {
  if (beside < 0 || beside >= words.count || names.isTaken(beside)) {
    return true;
  }
  const touching = beside < at ? words.ends[beside] === words.starts[at] : words.starts[beside] === words.ends[at];
  const kind = words.classes[beside]!;
  const mark = WordClass.hiragana | WordClass.punctuation | WordClass.newline;
  return !touching || (kind & mark & ~nounClasses) !== 0 || (words.roles[beside]! & openRoles) !== 0;
}
