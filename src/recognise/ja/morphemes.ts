import { CharClass } from '../../text/charClass';
import { hashText, type Tokens } from '../../text/tokens';
import { classesOf, isCommonCompound } from './katakanaWords';
import { Role, readRoles } from './roles';
import { longestRun, Segmenter } from './segmenter';
import { isStateRelation, stateSigns } from './statePairs';
import { WordClass } from './wordClasses';
import type { WordTable } from './wordTable';

/**
 * The words of a Japanese text: runs of kanji cut by {@link Segmenter}, every other token as it is. Parallel arrays.
 */
export interface Morphemes {
  readonly text: string;
  readonly count: number;
  /** Offsets in UTF-16 code units, half open. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** {@link WordClass} bits: one for a word cut out of kanji, all that are possible for other words. */
  readonly classes: Int32Array;
  /** Role bits. */
  readonly roles: Int32Array;
}

interface CachedRun {
  readonly text: string;
  readonly ends: Uint8Array;
  readonly classes: Int32Array;
  readonly roles: Int32Array;
}

/** Kanji runs repeat all the time; so many different ones are remembered before memory is freed again. */
const cacheLimit = 1 << 15;

const onlyKanji = /^[\u4e00-\u9fff\u3005]+$/;
const middleDot = 0x30fb;
const katakanaSo = 0x30bd;
const longestKatakana = 64;
const longestHead = 12;
const shortestHead = 2;

const classOfToken: Record<number, number> = {
  [CharClass.newline]: WordClass.newline,
  [CharClass.punctuation]: WordClass.punctuation,
  [CharClass.digit]: WordClass.digit,
  [CharClass.lower]: WordClass.latin,
  [CharClass.upper]: WordClass.latin,
  [CharClass.hiragana]: WordClass.hiragana,
  [CharClass.katakana]: WordClass.katakana,
  [CharClass.other]: WordClass.unknown,
};

/** Cuts the tokens of Japanese texts into words; keeps what it learnt about runs from one text to the next. */
export class MorphemeReader {
  readonly segmenter = new Segmenter();
  readonly roleTable: WordTable = readRoles((word) => {
    if (word.length > 2 && onlyKanji.test(word)) {
      this.segmenter.addNoun(word);
    }
  });
  private readonly cache = new Map<number, CachedRun>();

  read(tokens: Tokens): Morphemes {
    const { text } = tokens;
    let capacity = Math.max(16, tokens.count + (tokens.count >> 1));
    let starts = new Int32Array(capacity);
    let ends = new Int32Array(capacity);
    let classes = new Int32Array(capacity);
    let roles = new Int32Array(capacity);
    let count = 0;
    /** Where the next token begins, if a word reached into it. */
    let skip = 0;
    const reserve = (more: number): void => {
      if (count + more > capacity) {
        capacity = Math.max(capacity * 2, count + more);
        starts = enlarge(starts, capacity);
        ends = enlarge(ends, capacity);
        classes = enlarge(classes, capacity);
        roles = enlarge(roles, capacity);
      }
    };
    for (let i = 0; i < tokens.count; i++) {
      const start = Math.max(skip, tokens.starts[i]!);
      const end = tokens.ends[i]!;
      if (start >= end) {
        continue;
      }
      const kind = tokens.classes[i]!;
      if (kind === CharClass.kanji) {
        const inflected =
          i + 1 < tokens.count && tokens.starts[i + 1] === end && tokens.classes[i + 1] === CharClass.hiragana;
        for (let from = start; from < end; from += longestRun) {
          const to = Math.min(end, from + longestRun);
          const hash = to === end && from === tokens.starts[i] ? tokens.hashes[i]! : hashText(text, from, to);
          const run = this.kanji(text, from, to, hash, inflected && to === end);
          reserve(run.ends.length);
          let at = from;
          for (let j = 0; j < run.ends.length; j++) {
            starts[count] = at;
            at = from + run.ends[j]!;
            ends[count] = at;
            classes[count] = run.classes[j]!;
            roles[count] = run.roles[j]!;
            count++;
          }
        }
        continue;
      }
      reserve(3);
      if (kind !== CharClass.katakana) {
        const latin = kind === CharClass.upper || kind === CharClass.lower;
        starts[count] = start;
        ends[count] = end;
        classes[count] = classOfToken[kind] ?? WordClass.unknown;
        roles[count] = latin && end - start < longestHead ? this.rolesOf(text, start, end, tokens.hashes[i]!) : 0;
        count++;
        continue;
      }
      const push = (from: number, to: number, bits: number, role: number): void => {
        starts[count] = from;
        ends[count] = to;
        classes[count] = bits;
        roles[count] = role;
        count++;
      };
      // A middle dot inside joins the parts of a name; at the edge it is a mark.
      let from = start;
      let to = end;
      while (from < to && text.charCodeAt(from) === middleDot) {
        from++;
      }
      while (to > from && text.charCodeAt(to - 1) === middleDot) {
        to--;
      }
      if (from > start) {
        push(start, from, WordClass.punctuation, 0);
      }
      // ソ連 begins in one script and ends in the other.
      const soviet = to === end && text.charCodeAt(to - 1) === katakanaSo && text[to] === '連';
      if (soviet) {
        to--;
      }
      if (to > from) {
        const hash = from === start && to === end ? tokens.hashes[i]! : hashText(text, from, to);
        const run = this.katakana(text, from, to, hash);
        if (run.roles[0]! & Role.split) {
          reserve(to - from);
          for (let part = from; part < to; ) {
            const dot = text.indexOf('・', part);
            const partEnd = dot < 0 || dot > to ? to : dot;
            const piece = this.katakana(text, part, partEnd, hashText(text, part, partEnd));
            push(part, partEnd, WordClass.katakana | piece.classes[0]!, piece.roles[0]!);
            part = partEnd;
            if (part < to) {
              push(part, part + 1, WordClass.punctuation, 0);
              part++;
            }
          }
        } else {
          push(from, to, WordClass.katakana | run.classes[0]!, run.roles[0]!);
        }
      }
      if (soviet) {
        push(to, to + 2, WordClass.country, 0);
        skip = to + 2;
        continue;
      }
      if (to < end && to >= from && to > start) {
        push(to, end, WordClass.punctuation, 0);
      }
    }
    return { text, count, starts, ends, classes, roles };
  }

  /** All classes that the word list has for a word. */
  classesOf(text: string, start: number, end: number, hash = hashText(text, start, end)): number {
    return classesOf(this.segmenter.words, text, start, end, hash);
  }

  rolesOf(text: string, start: number, end: number, hash = hashText(text, start, end)): number {
    return this.roleTable.get(text, start, end, hash, 0);
  }

  private kanji(text: string, start: number, end: number, hash: number, inflected: boolean): CachedRun {
    const key = inflected ? ~hash : hash | 0;
    const known = this.cache.get(key);
    if (known && known.text.length === end - start && text.startsWith(known.text, start)) {
      return known;
    }
    const cut = this.segmenter.segment(text, start, end, inflected);
    const roles = new Int32Array(cut.ends.length);
    let from = start;
    for (let i = 0; i < roles.length; i++) {
      const to = start + cut.ends[i]!;
      roles[i] =
        this.rolesOf(text, from, to) | (stateSigns[text[from]!] || isStateRelation(text, from, to) ? Role.state : 0);
      from = to;
    }
    return this.remember(key, { text: text.slice(start, end), ends: cut.ends, classes: cut.classes, roles });
  }

  private katakana(text: string, start: number, end: number, hash: number): CachedRun {
    const key = hash | 0;
    const known = this.cache.get(key);
    if (known && known.text.length === end - start && text.startsWith(known.text, start)) {
      return known;
    }
    const word = end - start <= longestKatakana ? text.slice(start, end) : '';
    let bits = this.classesOf(text, start, end, hash);
    let role = this.rolesOf(text, start, end, hash) | (word.length === 1 && stateSigns[word] ? Role.state : 0);
    if (!bits && word.includes('・') && this.namesCountry(word)) {
      role = Role.split;
    } else if (!bits && !role && word) {
      role = this.headOf(text, start, end);
      if (isCommonCompound(this.segmenter.words, text, start, end)) {
        bits |= WordClass.noun;
        role = 0;
      }
    }
    return this.remember(key, {
      text: word,
      ends: new Uint8Array(1),
      classes: Int32Array.of(bits),
      roles: Int32Array.of(role),
    });
  }

  /** Whether a part between middle dots is a country. */
  private namesCountry(word: string): boolean {
    return word.split('・').some((part) => this.classesOf(part, 0, part.length) & WordClass.country);
  }

  /** Role of the longest ending of a katakana compound that has one. */
  private headOf(text: string, start: number, end: number): number {
    const heads = Role.organization | Role.industry | Role.place | Role.other | Role.otherShort;
    for (let from = Math.max(start + 1, end - longestHead); from <= end - shortestHead; from++) {
      const role = this.rolesOf(text, from, end) & heads;
      if (role && from - start > 1) {
        return role | Role.compound;
      }
    }
    return 0;
  }

  private remember(key: number, run: CachedRun): CachedRun {
    if (this.cache.size >= cacheLimit) {
      this.cache.clear();
    }
    this.cache.set(key, run);
    return run;
  }
}

function enlarge(from: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(capacity);
  to.set(from);
  return to;
}
