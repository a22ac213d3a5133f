import type { Morphemes } from './morphemes';
import { Role } from './roles';
import { WordClass } from './wordClasses';

/** Whether the word after `at` touches it and shows that a person stands before: a title, さん and the like. */
export function hasTitleAfter(words: Morphemes, at: number): boolean {
  const next = at + 1;
  if (next >= words.count || words.starts[next] !== words.ends[at]) {
    return false;
  }
  if (words.classes[next]! & WordClass.hiragana) {
    return startsWithHonorific(words.text, words.starts[next]!);
  }
  return (words.roles[next]! & Role.role) !== 0 || (words.classes[next]! & WordClass.honorific) !== 0;
}

/** Whether the word before `at` touches it and is a title or role: 監督 before a name. */
export function hasTitleBefore(words: Morphemes, at: number): boolean {
  return at > 0 && words.ends[at - 1] === words.starts[at] && (words.roles[at - 1]! & Role.role) !== 0;
}

function startsWithHonorific(text: string, at: number): boolean {
  return (
    text.startsWith('さん', at) ||
    text.startsWith('ちゃん', at) ||
    text.startsWith('くん', at) ||
    text.startsWith('さま', at)
  );
}
