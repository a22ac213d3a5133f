import { CharClass } from '../../text/charClass';
import { foldTable } from '../../text/fold';
import { Scratch } from '../../text/scratch';
import type { Tokens } from '../../text/tokens';
import type { LexiconEn } from './lexiconEn';
import { Word } from './wordClasses';

/** How a word is written. */
export const Shape = {
  none: 0,
  lower: 1,
  /** First letter a capital, the others small. */
  capitalised: 2,
  /** Two letters or more, all capitals. */
  capitals: 3,
  /** One capital letter. */
  initial: 4,
  /** Capitals inside: McDonald, iPhone. */
  mixed: 5,
  digits: 6,
} as const;

/** How a line is written. */
export const LineStyle = { prose: 0, headline: 1, capitals: 2 } as const;

/** A text with what the lists know of each word. Arrays run parallel to the tokens. */
export interface Reading {
  readonly tokens: Tokens;
  readonly lexicon: LexiconEn;
  /** Hash of the folded text. */
  readonly folded: Uint32Array;
  /** {@link Word} flags. */
  readonly flags: Uint32Array;
  /** {@link Shape} */
  readonly shapes: Uint8Array;
  /** 1 where a sentence, line, quotation or list item begins. */
  readonly starts: Uint8Array;
  /** {@link LineStyle} of the line that the token stands in. */
  readonly styles: Uint8Array;
  /** First code unit, folded. */
  readonly firsts: Uint16Array;
  /** Words in small letters: 1, or 2 for of, the, van and the like, which stand in names too. */
  readonly smalls: Uint8Array;
}

const period = 0x2e;
const fnvBasis = 0x811c9dc5;
const fnvPrime = 0x01000193;
const inherited = Word.common | Word.verb | Word.role;

const kept = {
  folded: new Scratch((length) => new Uint32Array(length)),
  flags: new Scratch((length) => new Uint32Array(length)),
  shapes: new Scratch((length) => new Uint8Array(length)),
  starts: new Scratch((length) => new Uint8Array(length)),
  styles: new Scratch((length) => new Uint8Array(length)),
  firsts: new Scratch((length) => new Uint16Array(length)),
  smalls: new Scratch((length) => new Uint8Array(length)),
};

/** Looks every token up; linear in the text. The reading is good until the next text is read. */
export function readEnglish(tokens: Tokens, lexicon: LexiconEn): Reading {
  const { text, count, classes, hashes } = tokens;
  const words = lexicon.recent;
  const fold = foldTable();
  const folded = kept.folded.take(count);
  const flags = kept.flags.take(count);
  const shapes = kept.shapes.take(count);
  const starts = kept.starts.take(count);
  const styles = kept.styles.take(count);
  const firsts = kept.firsts.take(count);
  const smalls = kept.smalls.take(count);
  let sentenceStart = true;
  let lineFrom = 0;
  let capitalised = 0;
  let capitals = 0;
  let stops = 0;
  let lower = 0;
  for (let i = 0; ; i++) {
    // The end of the text ends a line too; here rather than after the loop, which would then leave optimised code.
    const kind = i < count ? classes[i]! : CharClass.newline;
    if (kind === CharClass.newline) {
      if (i > lineFrom) {
        styleLine(tokens, styles, lineFrom, i, capitalised, capitals, lower, stops);
      }
      if (i >= count) {
        break;
      }
      folded[i] = hashes[i]!;
      firsts[i] = text.charCodeAt(tokens.starts[i]!);
      lineFrom = i + 1;
      capitalised = 0;
      capitals = 0;
      stops = 0;
      lower = 0;
      sentenceStart = true;
      continue;
    }
    const start = tokens.starts[i]!;
    const end = tokens.ends[i]!;
    const first = fold[text.charCodeAt(start)]!;
    firsts[i] = first;
    if (kind === CharClass.lower) {
      const hash = hashes[i]!;
      folded[i] = hash;
      const flag = words.get(hash);
      flags[i] = flag;
      smalls[i] = (flag & (Word.function | Word.particle)) === 0 ? 1 : 2;
      shapes[i] = Shape.lower;
      if (end - start > 3) {
        lower++;
      }
      starts[i] = sentenceStart ? 1 : 0;
      sentenceStart = false;
    } else if (kind === CharClass.upper) {
      let hash = fnvBasis;
      let h1 = 0;
      let h2 = 0;
      let h3 = 0;
      let uppers = 0;
      let letters = 0;
      for (let at = start; at < end; at++) {
        const unit = text.charCodeAt(at);
        const plain = fold[unit]!;
        if (plain !== 0) {
          h3 = h2;
          h2 = h1;
          h1 = hash;
          hash = Math.imul(hash ^ plain, fnvPrime);
          letters++;
          if (plain !== unit && (unit < 0x80 || isUpper(text, at))) {
            uppers++;
          }
        }
      }
      hash >>>= 0;
      folded[i] = hash;
      let flag = words.get(hash);
      if ((flag & (Word.common | Word.function | Word.given)) === 0 && letters > 3) {
        flag |= inflection(words, fold, text, end, h1 >>> 0, h2 >>> 0, h3 >>> 0);
      }
      flags[i] = flag;
      const shape =
        letters <= 1
          ? Shape.initial
          : uppers === letters
            ? Shape.capitals
            : uppers === 1
              ? Shape.capitalised
              : Shape.mixed;
      shapes[i] = shape;
      if (shape === Shape.capitals) {
        capitals++;
      }
      if ((flag & Word.function) === 0) {
        capitalised++;
      }
      starts[i] = sentenceStart ? 1 : 0;
      sentenceStart = false;
    } else if (kind === CharClass.punctuation) {
      folded[i] = Math.imul(fnvBasis ^ first, fnvPrime) >>> 0;
      if (first === period) {
        sentenceStart = endsSentence(tokens, flags, shapes, i);
        if (sentenceStart) {
          stops++;
        }
      } else if (first === 0x3f || first === 0x21 || first === 0x3a || first === 0x2022 || first === 0xb7) {
        // ? ! : and bullets
        sentenceStart = true;
      } else if (
        first === 0x22 ||
        first === 0x201c ||
        first === 0x28 ||
        first === 0x5b ||
        first === 0x2a ||
        first === 0x23 ||
        first === 0x27
      ) {
        // An opening mark keeps what was; a quotation after a comma begins a sentence of its own.
        sentenceStart ||=
          first !== 0x28 && first !== 0x27 && i > 0 && (firsts[i - 1] === 0x2c || firsts[i - 1] === 0x2014);
      } else if (first === 0x2d || first === 0x3e || first === 0x2019 || first === 0x201d || first === 0x29) {
        // A dash or a closing mark changes nothing.
      } else {
        sentenceStart = false;
      }
    } else {
      folded[i] = hashes[i]!;
      if (kind === CharClass.digit) {
        shapes[i] = Shape.digits;
        flags[i] = words.get(hashes[i]!);
        // "1. Smith" begins an item.
      } else {
        sentenceStart = false;
      }
      if (kind === CharClass.digit && !sentenceStart) {
        sentenceStart = false;
      }
    }
  }
  return { tokens, lexicon, folded, flags, shapes, starts, styles, firsts, smalls };
}

function isUpper(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char !== char.toLowerCase();
}

/** Flags of the word without -s, -ed, -ing, -ly; the hashes are of its first letters, without the last one, two, three. */
function inflection(
  words: LexiconEn['recent'],
  fold: Uint16Array,
  text: string,
  end: number,
  h1: number,
  h2: number,
  h3: number,
): number {
  const last = fold[text.charCodeAt(end - 1)]!;
  const before = fold[text.charCodeAt(end - 2)]!;
  let found = 0;
  if (last === 0x73) {
    found = words.get(h1) | (before === 0x65 ? words.get(h2) : 0);
    if (before === 0x65 && fold[text.charCodeAt(end - 3)] === 0x69) {
      found |= words.get(Math.imul(h3 ^ 0x79, fnvPrime) >>> 0);
    }
  } else if (last === 0x64 && before === 0x65) {
    found = words.get(h2) | words.get(h1);
  } else if (last === 0x67 && before === 0x6e && fold[text.charCodeAt(end - 3)] === 0x69) {
    found = words.get(h3) | words.get(Math.imul(h3 ^ 0x65, fnvPrime) >>> 0);
  } else if (last === 0x79 && before === 0x6c) {
    found = words.get(h2);
  }
  return found & inherited;
}

/** Whether the full stop at the token ends a sentence: not after initials, abbreviations, or inside a figure. */
function endsSentence(tokens: Tokens, flags: Uint32Array, shapes: Uint8Array, at: number): boolean {
  if (at === 0 || tokens.starts[at] !== tokens.ends[at - 1]) {
    return true;
  }
  const next = at + 1;
  if (next < tokens.count && tokens.starts[next] === tokens.ends[at]) {
    return false;
  }
  if (shapes[at - 1] === Shape.initial) {
    return false;
  }
  return (flags[at - 1]! & Word.abbreviation) === 0 || shapes[at - 1] === Shape.lower;
}

/** Headlines: mostly capitalised words, no full stop at the end, not long. */
function styleLine(
  tokens: Tokens,
  styles: Uint8Array,
  from: number,
  to: number,
  capitalised: number,
  capitals: number,
  lower: number,
  stops: number,
): void {
  const all = capitalised + lower;
  if (capitalised < 2 || to - from > 60) {
    return;
  }
  const last = tokens.text.charCodeAt(tokens.starts[to - 1]!);
  let style: number = LineStyle.prose;
  if (capitals >= 2 && capitals * 10 >= all * 8) {
    style = LineStyle.capitals;
  } else if (
    last !== period &&
    last !== 0x2c &&
    last !== 0x3b &&
    stops === 0 &&
    capitalised * 10 >= all * 7 &&
    capitalised >= 3
  ) {
    style = LineStyle.headline;
  }
  if (style !== LineStyle.prose) {
    styles.fill(style, from, to);
  }
}
