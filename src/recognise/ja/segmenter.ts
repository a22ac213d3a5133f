import connectionsText from '../data/ja/connections.txt';
import wordsText from '../data/ja/words.txt';
import { KanjiNameModel } from './kanjiNameModel';
import { addKatakanaWords } from './katakanaWords';
import type { KnownNames } from './knownNames';
import { NameLikeness } from './nameLikeness';
import { classBits, classLetters, WordClass } from './wordClasses';
import { WordTable } from './wordTable';

/** The words of a run of kanji: where each ends (from the run's start) and its {@link WordClass}. */
export interface Segmentation {
  readonly ends: Uint8Array;
  readonly classes: Int32Array;
}

const letters = classLetters.length;
/** Values of the word table: class * 256 + cost / 256 + this, since frequent words cost less than nothing. */
const costBias = 64;
const expectedWords = 120_000;
const comma = 0x2c;
const blank = 0x20;
const newline = 0x0a;
const firstKatakana = 0x30a1;
const lastKatakana = 0x30fa;
const unreached = 0x3fffffff;
const unknownCost = 46;
const unknownMore = 20;
/** Cost of a noun of the hand-made lists. */
const nounCost = 12;
/** Cost of a name of the hand-made lists: well below any sum of parts. */
const knownCost = 12;
/** Costs of `connections.txt` are / 16, those of the words / 256. */
const costScale = 16;
/** Longer runs are cut: nobody writes them, and the lattice stays small. */
export const longestRun = 64;

/**
 * Cuts runs of kanji into words by the least sum of word and connection costs (the Viterbi algorithm over IPADIC's
 * costs, with its parts of speech merged into the classes of {@link WordClass}).
 */
export class Segmenter {
  readonly words = new WordTable(expectedWords);
  readonly likeness = new NameLikeness();
  readonly kanjiNames = new KanjiNameModel();
  /** `connections[left * columns + right]`; the last row is the run's start, the last column its end. */
  private readonly connections: Int32Array;
  private readonly columns = letters + 1;
  private readonly cost = new Int32Array((longestRun + 1) * (letters + 1));
  private readonly from = new Int32Array((longestRun + 1) * (letters + 1));
  /** Classes that words ending at a position may have, and how many. */
  private readonly active = new Uint8Array((longestRun + 1) * (letters + 1));
  private readonly actives = new Uint8Array(longestRun + 1);

  constructor() {
    this.connections = readConnections(connectionsText);
  }

  /** Reads the words, in steps; to be done before anything is asked. */
  *readLists(): Generator<void> {
    const source = wordsText;
    yield;
    for (let at = 0; at < source.length; ) {
      at = readWords(source, at, this.words, this.likeness, this.kanjiNames);
      yield;
    }
    addKatakanaWords(this.words, costBias, this.likeness);
    yield;
  }

  /** Makes a common noun of the list (a title, a head of names) a word of its own, so that it is not cut. */
  addNoun(word: string): void {
    this.words.add(word, nounCost + costBias);
  }

  /** Makes known names words of their own, so that they are not cut. */
  addNames(known: KnownNames): void {
    for (const name of known.names) {
      const actor = known.find(name, 0, name.length);
      if (actor && name.length > 1) {
        const letter = actor.kind === 'person' ? 'P' : actor.kind === 'organization' ? 'O' : 'C';
        this.words.add(name, classLetters.indexOf(letter) * 256 + knownCost + costBias);
      }
    }
  }

  /**
   * Words of `text[start, end)`, at most {@link longestRun} code units. `inflected`: hiragana follow, so that the run
   * may end in the stem of a verb.
   */
  segment(text: string, start: number, end: number, inflected: boolean): Segmentation {
    const { cost, from, columns, connections, active, actives } = this;
    const length = end - start;
    cost.fill(unreached, 0, (length + 1) * columns);
    actives.fill(0, 0, length + 1);
    cost[letters] = 0;
    active[0] = letters;
    actives[0] = 1;
    for (let at = 0; at < length; at++) {
      if (actives[at] === 0) {
        continue;
      }
      let hash = 0x811c9dc5;
      const limit = Math.min(length, at + 8);
      for (let to = at + 1; to <= limit; to++) {
        hash = Math.imul(hash ^ text.charCodeAt(start + to - 1), 0x01000193);
        let row = this.words.find(text, start + at, start + to, hash >>> 0);
        while (row >= 0) {
          const value = this.words.valueOf(row);
          const word = value >> 8;
          if (word !== letters - 1 || (inflected && to === length)) {
            this.relax(at, to, word, ((value & 255) - costBias) * costScale);
          }
          row = this.words.next(row, text, start + at, start + to, hash >>> 0);
        }
        if (to <= at + 2) {
          this.relax(at, to, 0, (unknownCost + unknownMore * (to - at - 1)) * costScale, true);
        }
      }
    }
    let best = 0;
    let bestCost = 0x7fffffff;
    for (let left = 0; left < letters; left++) {
      const total = cost[length * columns + left]! + connections[left * columns + letters]!;
      if (total < bestCost) {
        bestCost = total;
        best = left;
      }
    }
    return this.trace(from, length, best);
  }

  private relax(at: number, to: number, word: number, wordCost: number, unknown = false): void {
    const { cost, from, columns, connections, active, actives } = this;
    const base = at * columns;
    let best = unreached;
    let bestLeft = -1;
    for (let i = actives[at]! - 1; i >= 0; i--) {
      const left = active[base + i]!;
      const total = cost[base + left]! + connections[left * columns + word]!;
      if (total < best) {
        best = total;
        bestLeft = left;
      }
    }
    const total = best + wordCost;
    const known = cost[to * columns + word]!;
    if (bestLeft >= 0 && total < known) {
      if (known === unreached) {
        active[to * columns + actives[to]!] = word;
        actives[to] = actives[to]! + 1;
      }
      cost[to * columns + word] = total;
      from[to * columns + word] = (at << 8) | (bestLeft << 1) | (unknown ? 1 : 0);
    }
  }

  private trace(from: Int32Array, length: number, last: number): Segmentation {
    const ends: number[] = [];
    const classes: number[] = [];
    let at = length;
    let word = last;
    while (at > 0) {
      const back = from[at * this.columns + word]!;
      ends.push(at);
      classes.push(back & 1 ? WordClass.unknown : classBits[word]!);
      at = back >> 8;
      word = (back >> 1) & 127;
    }
    return { ends: Uint8Array.from(ends.reverse()), classes: Int32Array.from(classes.reverse()) };
  }
}

/** What {@link KanjiNameModel} counts a class as. */
const listOf: Record<string, 'family' | 'given' | 'noun'> = {
  S: 'family',
  G: 'given',
  N: 'noun',
  V: 'noun',
  A: 'noun',
  T: 'noun',
};

/** Code units of `words.txt` that are read in one step, or little more. */
const unitsAStep = 1 << 15;

/** Reads lines of `words.txt` from one on, and answers where the next begins: see the script that makes it for the layout. */
function readWords(
  source: string,
  from: number,
  table: WordTable,
  likeness: NameLikeness,
  kanjiNames: KanjiNameModel,
): number {
  const to = Math.min(source.length, from + unitsAStep);
  let at = from;
  while (at < to) {
    const space = source.indexOf(' ', at);
    const letter = source[at]!;
    const value = classLetters.indexOf(letter) * 256 + Number(source.slice(at + 1, space)) + costBias;
    const learn = 'GSPL'.includes(letter) ? 1 : 'NVA'.includes(letter) ? -1 : 0;
    const list = listOf[letter];
    at = space + 1;
    let first = source.charCodeAt(at++);
    for (let unit = 0; unit !== newline; ) {
      const end = table.addUpTo(first, source, at, comma, value);
      if (learn !== 0 && first >= firstKatakana && first <= lastKatakana) {
        likeness.learn(first, source, at, end, learn);
      } else if (list && end > at) {
        kanjiNames.learn(first, source.charCodeAt(end - 1), list);
      }
      unit = end < source.length ? source.charCodeAt(end) : newline;
      at = end + 1;
      if (unit === blank) {
        first = source.charCodeAt(at++);
      }
    }
  }
  return at;
}

function readConnections(source: string): Int32Array {
  const columns = letters + 1;
  const table = new Int32Array((letters + 1) * columns);
  const [head, ...rows] = source.trimEnd().split('\n');
  const rightOf = head!
    .trim()
    .split(' ')
    .map((letter) => (letter === '$' ? letters : classLetters.indexOf(letter)));
  for (const row of rows) {
    const [left, ...costs] = row.split(' ');
    const leftIndex = left === '^' ? letters : classLetters.indexOf(left!);
    costs.forEach((cost, i) => {
      table[leftIndex * columns + rightOf[i]!] = Number(cost);
    });
  }
  return table;
}
