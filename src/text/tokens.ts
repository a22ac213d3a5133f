import { CharClass, charClassTable } from './charClass';

/**
 * A text cut into runs: a word of letters (with inner apostrophes and hyphens left apart), a run of digits, a run of
 * one Japanese script, a single punctuation mark, a line end. Spaces are not tokens. Parallel arrays, so that a
 * megabyte costs no objects.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** Offsets in UTF-16 code units, half open. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** {@link CharClass} of the first character. */
  readonly classes: Uint8Array;
  /** FNV-1a of the code units as they stand; equal text has an equal hash, so compare the text when it counts. */
  readonly hashes: Uint32Array;
}

/** FNV-1a over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hashText(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** The arrays of tokens that nobody reads any more, for {@link tokenise} to write over. */
export type SpentTokens = Pick<Tokens, 'starts' | 'ends' | 'classes' | 'hashes'>;

/**
 * Cuts `text` from `start` to `end` into tokens; offsets stay those of the whole text. Linear time, never throws. With
 * `spent` nothing is allocated for a text of no more tokens: arrays cost a short text more than its reading.
 */
export function tokenise(text: string, start = 0, end = text.length, spent?: SpentTokens): Tokens {
  const classOf = charClassTable();
  let capacity = spent?.starts.length ?? Math.max(16, (end - start) >> 1);
  let starts = spent?.starts ?? new Int32Array(capacity);
  let ends = spent?.ends ?? new Int32Array(capacity);
  let classes = spent?.classes ?? new Uint8Array(capacity);
  let hashes = spent?.hashes ?? new Uint32Array(capacity);
  let count = 0;
  let at = start;
  while (at < end) {
    let unit = text.charCodeAt(at);
    const first = classOf[unit]!;
    if (first === CharClass.space) {
      at++;
      continue;
    }
    const from = at;
    let hash = Math.imul(0x811c9dc5 ^ unit, 0x01000193);
    at++;
    for (const more = goingOn[first]!; at < end; at++) {
      unit = text.charCodeAt(at);
      if (((more >> classOf[unit]!) & 1) === 0) {
        break;
      }
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
    if (count === capacity) {
      capacity *= 2;
      starts = grow(starts, new Int32Array(capacity));
      ends = grow(ends, new Int32Array(capacity));
      classes = grow(classes, new Uint8Array(capacity));
      hashes = grow(hashes, new Uint32Array(capacity));
    }
    starts[count] = from;
    ends[count] = at;
    classes[count] = first;
    hashes[count] = hash;
    count++;
  }
  if (spent) {
    // Who looks past the last token finds what fresh arrays hold.
    const cleared = count + lookAhead;
    starts.fill(0, count, cleared);
    ends.fill(0, count, cleared);
    classes.fill(0, count, cleared);
    hashes.fill(0, count, cleared);
  }
  return { text, count, starts, ends, classes, hashes };
}

/** No rule looks further past a text's end. */
const lookAhead = 64;

const letters = (1 << CharClass.lower) | (1 << CharClass.upper) | (1 << CharClass.other);
/** By {@link CharClass}, which classes go on with a token that begins so, as bits: letters with letters of any case. */
const goingOn = Uint16Array.from({ length: 16 }, (_, kind) => {
  const alone = kind === CharClass.space || kind === CharClass.newline || kind === CharClass.punctuation;
  return alone ? 0 : (letters >> kind) & 1 ? letters : 1 << kind;
});

function grow<T extends Int32Array | Uint8Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
