import { CharClass } from '../../text/charClass';
import { hashText, type Tokens } from '../../text/tokens';
import { standsAt } from '../../text/units';
import { withCommonForms } from './kanjiNameModel';
import { classesOf, isCommonCompound } from './katakanaWords';
import { Role, readRoles } from './roles';
import { RunCache } from './runCache';
import { longestRun, type Segmenter } from './segmenter';
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
  /** 0 for each word, for whoever reads them to mark those that are dealt with. */
  readonly marks: Uint8Array;
}

interface KatakanaWord {
  readonly text: string;
  readonly classes: number;
  readonly roles: number;
}

/** Words in katakana repeat all the time; so many different ones are remembered before memory is freed again. */
const cacheLimit = 1 << 15;

const onlyKanji = /^[\u4e00-\u9fff\u3005]+$/;
const middleDot = 0x30fb;
const katakanaSo = 0x30bd;
const longestKatakana = 64;
const longestHead = 12;
const shortestHead = 3;
/** No rule looks further past a text's end. */
const lookAhead = 64;
/** Arrays for more words are not kept from one text to the next. */
const longestKept = 1 << 17;

/** Class bits by {@link CharClass}. */
const classOfToken = new Int32Array(16).fill(WordClass.unknown);
classOfToken[CharClass.newline] = WordClass.newline;
classOfToken[CharClass.punctuation] = WordClass.punctuation;
classOfToken[CharClass.digit] = WordClass.digit;
classOfToken[CharClass.lower] = WordClass.latin;
classOfToken[CharClass.upper] = WordClass.latin;
classOfToken[CharClass.hiragana] = WordClass.hiragana;

/** Cuts the tokens of Japanese texts into words; keeps what it learnt about runs from one text to the next. */
export class MorphemeReader {
  readonly segmenter: Segmenter;
  readonly roleTable: WordTable;
  private readonly cache = new Map<number, KatakanaWord>();
  private runs = new RunCache();
  private arrays = arraysOf(1 << 12);

  /** The segmenter has read its lists. */
  constructor(segmenter: Segmenter) {
    this.segmenter = segmenter;
    this.roleTable = readRoles((word) => {
      // 助教: shorter words only where the word list has none of them.
      const missing = word.length === 2 && this.classesOf(word, 0, 2) === 0;
      if ((word.length > 2 || missing) && onlyKanji.test(word)) {
        segmenter.addNoun(word);
      }
    });
  }

  /** The words of a text, to be used until the next text is read. */
  read(tokens: Tokens): Morphemes {
    const { text } = tokens;
    const list = this.listFor(text, mostMorphemes(tokens));
    const { starts, ends, classes, roles } = list;
    let count = 0;
    /** Where the next token begins, if a word reached into it. */
    let skip = 0;
    for (let i = 0; i < tokens.count; i++) {
      const kind = tokens.classes[i]!;
      const end = tokens.ends[i]!;
      const start = Math.max(skip, tokens.starts[i]!);
      if (start >= end) {
        continue;
      }
      if (kind === CharClass.kanji) {
        const inflected =
          i + 1 < tokens.count && tokens.classes[i + 1] === CharClass.hiragana && tokens.starts[i + 1] === end;
        for (let from = start; from < end; from += longestRun) {
          const to = Math.min(end, from + longestRun);
          const hash = to === end && from === tokens.starts[i] ? tokens.hashes[i]! : hashText(text, from, to);
          const first = this.kanji(text, from, to, hash, inflected && to === end);
          const { ends: cuts, classes: kinds, roles: does } = this.runs;
          let at = from;
          for (let j = first; at < to; j++) {
            starts[count] = at;
            at = from + cuts[j]!;
            ends[count] = at;
            classes[count] = kinds[j]!;
            roles[count] = does[j]!;
            count++;
          }
        }
      } else if (kind === CharClass.katakana) {
        list.count = count;
        skip = this.readKatakana(list, start, end, tokens.hashes[i]!);
        count = list.count;
      } else {
        const latin = kind === CharClass.upper || kind === CharClass.lower;
        starts[count] = start;
        ends[count] = end;
        classes[count] = classOfToken[kind]!;
        roles[count] = latin && end - start < longestHead ? this.rolesOf(text, start, end, tokens.hashes[i]!) : 0;
        count++;
      }
    }
    list.end(count);
    return list;
  }

  /** A list over the arrays of the text before, where they are large enough. */
  private listFor(text: string, most: number): MorphemeList {
    const capacity = most + lookAhead;
    if (capacity > longestKept) {
      return new MorphemeList(text, arraysOf(capacity));
    }
    if (this.arrays.starts.length < capacity) {
      this.arrays = arraysOf(capacity * 2);
    }
    return new MorphemeList(text, this.arrays);
  }

  /** Adds the words of a token in katakana; returns where the next word begins. */
  private readKatakana(list: MorphemeList, start: number, end: number, hash: number): number {
    const { text } = list;
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
      list.push(start, from, WordClass.punctuation, 0);
    }
    // ソ連 begins in one script and ends in the other.
    if (to === end && to > from && text.charCodeAt(to - 1) === katakanaSo && text[to] === '連') {
      this.pushParts(list, from, to - 1, hashText(text, from, to - 1));
      list.push(to - 1, to + 1, WordClass.country, 0);
      return to + 1;
    }
    this.pushParts(list, from, to, from === start && to === end ? hash : hashText(text, from, to));
    if (to < end && to > start) {
      list.push(to, end, WordClass.punctuation, 0);
    }
    return end;
  }

  /** Adds katakana as one word, or part by part where a part is a country. */
  private pushParts(list: MorphemeList, start: number, end: number, hash: number): void {
    if (start >= end) {
      return;
    }
    const { text } = list;
    const whole = this.katakana(text, start, end, hash);
    if (!(whole.roles & Role.split)) {
      list.push(start, end, WordClass.katakana | whole.classes, whole.roles);
      return;
    }
    for (let part = start; part < end; ) {
      const dot = text.indexOf('・', part);
      const to = dot < 0 || dot > end ? end : dot;
      if (to > part) {
        const piece = this.katakana(text, part, to, hashText(text, part, to));
        list.push(part, to, WordClass.katakana | piece.classes, piece.roles);
      }
      part = to;
      if (part < end) {
        list.push(part, part + 1, WordClass.punctuation, 0);
        part++;
      }
    }
  }

  /** All classes that the word list has for a word. */
  classesOf(text: string, start: number, end: number, hash = hashText(text, start, end)): number {
    return classesOf(this.segmenter.words, text, start, end, hash);
  }

  rolesOf(text: string, start: number, end: number, hash = hashText(text, start, end)): number {
    return this.roleTable.get(text, start, end, hash, 0);
  }

  /** Index in `runs` of the first word of a run of kanji. */
  private kanji(text: string, start: number, end: number, hash: number, inflected: boolean): number {
    const known = this.runs.find(text, start, end, hash, inflected);
    if (known >= 0) {
      return known;
    }
    if (this.runs.isFull) {
      this.runs = new RunCache();
    }
    const plain = withCommonForms(text, start, end);
    const cut = plain
      ? this.segmenter.segment(plain, 0, plain.length, inflected)
      : this.segmenter.segment(text, start, end, inflected);
    const first = this.runs.add(text.slice(start, end), inflected);
    let from = start;
    for (let i = 0; i < cut.ends.length; i++) {
      const to = start + cut.ends[i]!;
      const state = stateSigns[text[from]!] || isStateRelation(text, from, to) ? Role.state : 0;
      this.runs.push(cut.ends[i]!, cut.classes[i]!, this.rolesOf(text, from, to) | state);
      from = to;
    }
    return first;
  }

  private katakana(text: string, start: number, end: number, hash: number): KatakanaWord {
    const key = hash | 0;
    const known = this.cache.get(key);
    if (known && known.text.length === end - start && standsAt(text, known.text, start)) {
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
      classes: bits,
      roles: role,
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

  private remember(key: number, run: KatakanaWord): KatakanaWord {
    if (this.cache.size >= cacheLimit) {
      this.cache.clear();
    }
    this.cache.set(key, run);
    return run;
  }
}

/** A bound on how many words the tokens hold: none is empty. */
function mostMorphemes({ count, starts, ends }: Tokens): number {
  return count === 0 ? 0 : ends[count - 1]! - starts[0]!;
}

type MorphemeArrays = Pick<Morphemes, 'starts' | 'ends' | 'classes' | 'roles' | 'marks'>;

function arraysOf(capacity: number): MorphemeArrays {
  return {
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    classes: new Int32Array(capacity),
    roles: new Int32Array(capacity),
    marks: new Uint8Array(capacity),
  };
}

class MorphemeList implements Morphemes {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly classes: Int32Array;
  readonly roles: Int32Array;
  readonly marks: Uint8Array;
  count = 0;

  constructor(
    readonly text: string,
    { starts, ends, classes, roles, marks }: MorphemeArrays,
  ) {
    this.starts = starts;
    this.ends = ends;
    this.classes = classes;
    this.roles = roles;
    this.marks = marks;
  }

  /** Nothing follows; what the text before left behind is cleared as far as anybody looks ahead. */
  end(count: number): void {
    this.count = count;
    this.starts.fill(0, count, count + lookAhead);
    this.ends.fill(0, count, count + lookAhead);
    this.classes.fill(0, count, count + lookAhead);
    this.roles.fill(0, count, count + lookAhead);
    this.marks.fill(0, 0, count + lookAhead);
  }

  push(start: number, end: number, classes: number, roles: number): void {
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.classes[this.count] = classes;
    this.roles[this.count] = roles;
    this.count++;
  }
}
