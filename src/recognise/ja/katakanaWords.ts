import { hashText } from '../../text/tokens';
import katakanaText from '../data/ja/katakana.txt';
import type { NameLikeness } from './nameLikeness';
import { classBits, classLetters, WordClass } from './wordClasses';
import type { WordTable } from './wordTable';

const letterOf: Record<string, string> = { given: 'G', family: 'S', place: 'L', common: 'N' };
export const commonClasses = WordClass.noun | WordClass.verbalNoun | WordClass.adjectivalNoun;
export const personalClasses = WordClass.person | WordClass.surname | WordClass.givenName;
/** Shorter words are found in any name: ガストン is neither ガス nor トン. */
const shortestPart = 3;
const longestCompound = 24;

/** Adds the hand-made katakana list to the words; `bias` is what the table adds to a cost. */
export function addKatakanaWords(words: WordTable, bias: number, likeness: NameLikeness): void {
  for (const line of katakanaText.split('\n')) {
    const [list, ...members] = line.split(' ');
    const letter = letterOf[list ?? ''];
    if (letter) {
      for (const word of new Set(members)) {
        words.add(word, classLetters.indexOf(letter) * 256 + bias);
        likeness.learn(word.charCodeAt(0), word, 1, word.length, list === 'common' ? -1 : 1);
      }
    }
  }
}

/** All classes that the word list has for a word. */
export function classesOf(words: WordTable, text: string, start: number, end: number, hash: number): number {
  let bits = 0;
  for (let row = words.find(text, start, end, hash); row >= 0; row = words.next(row, text, start, end, hash)) {
    bits |= classBits[words.valueOf(row) >> 8]!;
  }
  return bits;
}

/** Whether katakana are one common noun or put together from several: オンラインゲーム. */
export function isCommonCompound(words: WordTable, text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length > longestCompound) {
    return false;
  }
  const reached = new Uint8Array(length + 1);
  reached[0] = 1;
  for (let at = 0; at < length; at++) {
    if (!reached[at]) {
      continue;
    }
    for (let to = at + shortestPart; to <= length; to++) {
      const bits = classesOf(words, text, start + at, start + to, hashText(text, start + at, start + to));
      if (bits & commonClasses) {
        reached[to] = 1;
      }
    }
  }
  return reached[length] === 1;
}
