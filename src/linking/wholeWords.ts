const kanjiPair = /^[\u3005\u3400-\u9fff]{2}$/;

/** Words for people to read: kanji are compared in overlapping pairs (首席, 席代, 代表), which are one word to a reader. */
export function wholeWords(words: readonly string[]): string[] {
  const whole: string[] = [];
  for (const word of words) {
    const last = whole.at(-1);
    if (last !== undefined && kanjiPair.test(word) && last.endsWith(word[0]!)) {
      whole[whole.length - 1] = last + word[1]!;
    } else {
      whole.push(word);
    }
  }
  return whole;
}
