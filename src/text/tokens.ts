import { CharClass, charClassTable } from './charClass';
import { lookAhead } from './scratch';

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
  if (!spent) {
    return cut(text, start, end, arraysFor(Math.max(16, (end - start) >> 1)));
  }
  const tokens = cut(text, start, end, spent);
  // Who looks past the last token finds what fresh arrays hold.
  const { count, starts, ends, classes, hashes } = tokens;
  starts.fill(0, count, count + lookAhead);
  ends.fill(0, count, count + lookAhead);
  classes.fill(0, count, count + lookAhead);
  hashes.fill(0, count, count + lookAhead);
  return tokens;
}

/** Nothing but the loop, which goes on optimised when a text is so long that it is optimised in the middle of it. */
function cut(text: string, start: number, end: number, into: SpentTokens): Tokens {
  const classOf = charClassTable();
  let { starts, ends, classes, hashes } = into;
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
    if (count === starts.length) {
      ({ starts, ends, classes, hashes } = grown({ starts, ends, classes, hashes }));
    }
    starts[count] = from;
    ends[count] = at;
    classes[count] = first;
    hashes[count] = hash;
    count++;
  }
  return { text, count, starts, ends, classes, hashes };
}

function arraysFor(capacity: number): SpentTokens {
  return {
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    classes: new Uint8Array(capacity),
    hashes: new Uint32Array(capacity),
  };
}

function grown(from: SpentTokens): SpentTokens {
  const to = arraysFor(from.starts.length * 2);
  to.starts.set(from.starts);
  to.ends.set(from.ends);
  to.classes.set(from.classes);
  to.hashes.set(from.hashes);
  return to;
}

const letters = (1 << CharClass.lower) | (1 << CharClass.upper) | (1 << CharClass.other);
/** By {@link CharClass}, which classes go on with a token that begins so, as bits: letters with letters of any case. */
const goingOn = Uint16Array.from({ length: 16 }, (_, kind) => {
  const alone = kind === CharClass.space || kind === CharClass.newline || kind === CharClass.punctuation;
  return alone ? 0 : (letters >> kind) & 1 ? letters : 1 << kind;
});
