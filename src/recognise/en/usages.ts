import { WordTable } from '../wordTable';
import { type Candidate, Clue } from './candidates';
import { mainWord } from './entities';
import { type Reading, Shape } from './reading';
import type { Usage } from './singleNames';

/** How the words that stand alone are used, by folded hash. Linear in the text. */
export function countUsages(reading: Reading, candidates: readonly Candidate[]): Map<number, Usage> {
  const usages = new Map<number, Usage>();
  const table = new WordTable(256);
  for (const candidate of candidates) {
    if (candidate.kind !== null) {
      continue;
    }
    const word = mainWord(reading, candidate);
    const hash = reading.folded[word]!;
    let usage = usages.get(hash);
    if (!usage) {
      usage = {
        count: 0,
        clues: 0,
        inside: 0,
        located: 0,
        shape: reading.shapes[word]!,
        flag: reading.flags[word]!,
        article: 0,
        lower: false,
      };
      usages.set(hash, usage);
      table.set(hash, 1);
    }
    usage.count++;
    usage.clues |= candidate.clues;
    usage.inside += (candidate.clues & (Clue.sentenceStart | Clue.headline)) === 0 ? 1 : 0;
    usage.located += (candidate.clues & Clue.located) !== 0 ? 1 : 0;
    usage.article += (candidate.clues & Clue.article) !== 0 ? 1 : 0;
  }
  const { shapes, folded, tokens } = reading;
  for (let i = 0; i < tokens.count; i++) {
    if (shapes[i] === Shape.lower && table.get(folded[i]!) === 1) {
      table.set(folded[i]!, 2);
      usages.get(folded[i]!)!.lower = true;
    }
  }
  return usages;
}
