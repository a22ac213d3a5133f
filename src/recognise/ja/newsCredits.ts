import type { NameSet } from './nameSet';

const kyodo = 0x5171;
const jiji = 0x6642;
const agencies: Readonly<Record<string, true>> = { 共同: true, 時事: true };
const before = '（(＝=・、／/】';
const after = '）)】\n。、・＝';

/**
 * The news agencies 共同 and 時事, which are common nouns elsewhere: （共同）, 【ナイロビ時事】, 提供・共同. `at` is a word of two
 * characters.
 */
export function findNewsCredit(names: NameSet, at: number): void {
  const { words } = names;
  const { text } = words;
  const start = words.starts[at]!;
  const end = words.ends[at]!;
  const unit = text.charCodeAt(start);
  if (
    (unit !== kyodo && unit !== jiji) ||
    end - start !== 2 ||
    names.isTaken(at) ||
    !agencies[text.slice(start, end)]
  ) {
    return;
  }
  const next = text[end] ?? '\n';
  const dateline = next === '】' && start > 0;
  const credit = after.includes(next) && before.includes(text[start - 1] ?? ' ');
  if (dateline || (credit && (text[start - 1] !== '、' || next !== '、'))) {
    names.add(at, at, 'organization');
  }
}
