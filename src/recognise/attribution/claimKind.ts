import type { ClaimKind } from '../../model/recognition';
import { Trigger } from '../triggers';
import type { Attribution } from './attribution';
import type { EnglishReading } from './englishReading';
import type { JapaneseReading } from './japaneseReading';

const demandEn = /\b(?:must|should|ought to|have to|has to|needs? to|is (?:essential|necessary|vital|crucial))\b/;

/** No kind is looked for further from the start of what is said. */
const farthest = 1000;

/** What a report does: the cue's own kind, or for plain "said" what is said. */
export function claimKindEn({ tokens: { text } }: EnglishReading, { kind, range }: Attribution): ClaimKind {
  if (kind !== 'statement') {
    return kind;
  }
  return demandEn.test(text.slice(range.start, Math.min(range.end, range.start + farthest))) ? 'demand' : 'statement';
}

/** Words of what is said, by the kind that they make of it; a kind before wins over one after. */
const wordsJa: readonly (readonly [ClaimKind, readonly string[]])[] = [
  [
    'demand',
    'べき なければならない ねばならない 必要がある よう求 よう要請 よう促 よう訴 よう呼 を求め 不可欠'.split(' '),
  ],
  ['denial', 'していないと ではないと ことはないと 起きていないと 事実はないと'.split(' ')],
  ['prediction', 'だろう 見通し 可能性が 恐れ かねない 予測 予想'.split(' ')],
];

/** What the words above begin with. */
export function* kindBeginnings(): Generator<string> {
  for (const [, words] of wordsJa) {
    yield* words;
  }
}

/** The same for 述べ and the like; `from` is the first trigger of the sentence. */
export function claimKindJa(reading: JapaneseReading, { kind, range }: Attribution, from: number): ClaimKind {
  if (kind !== 'statement') {
    return kind;
  }
  const { triggers } = reading;
  const end = Math.min(range.end, range.start + farthest);
  let best = wordsJa.length;
  for (let i = from; i < triggers.count && triggers.at[i]! < end; i++) {
    if ((triggers.bits[i]! & Trigger.kind) !== 0 && triggers.at[i]! >= range.start) {
      best = Math.min(best, kindAt(reading.tokens.text, triggers.at[i]!, end));
    }
  }
  return wordsJa[best]?.[0] ?? 'statement';
}

/** Index of the kind whose word stands at `at` and ends in the text up to `end`. */
function kindAt(text: string, at: number, end: number): number {
  for (let i = 0; i < wordsJa.length; i++) {
    for (const word of wordsJa[i]![1]) {
      if (at + word.length <= end && text.startsWith(word, at)) {
        return i;
      }
    }
  }
  return wordsJa.length;
}
