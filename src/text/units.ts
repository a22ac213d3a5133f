/**
 * A set of UTF-16 code units. Asking costs one array read, where `'...'.includes(text.charAt(at))` makes a string of
 * every character that is not Latin.
 */
export class UnitSet {
  /** One bit each. */
  private readonly members = new Uint32Array(2048);

  /** `ranges` are first and last code units, both included. */
  constructor(chars: string, ranges: readonly (readonly [first: number, last: number])[] = []) {
    for (let i = 0; i < chars.length; i++) {
      this.add(chars.charCodeAt(i));
    }
    for (const [first, last] of ranges) {
      for (let unit = first; unit <= last; unit++) {
        const whole = (unit & 31) === 0 && unit + 31 <= last;
        if (whole) {
          this.members[unit >>> 5] = 0xffffffff;
          unit += 31;
        } else {
          this.add(unit);
        }
      }
    }
  }

  has(unit: number): boolean {
    return ((this.members[unit >>> 5]! >>> (unit & 31)) & 1) === 1;
  }

  /** Whether the code unit at an offset belongs to the set; outside the text there is none. */
  at(text: string, offset: number): boolean {
    return offset >= 0 && offset < text.length && this.has(text.charCodeAt(offset));
  }

  private add(unit: number): void {
    this.members[unit >>> 5]! |= 1 << (unit & 31);
  }
}

/** Whether the word stands at an offset: for words that mostly do not, quicker than `startsWith`. */
export function standsAt(text: string, word: string, offset: number): boolean {
  for (let i = 0; i < word.length; i++) {
    if (text.charCodeAt(offset + i) !== word.charCodeAt(i)) {
      return false;
    }
  }
  return true;
}

/** Words that may stand at a place of a text; told apart first by their first code unit, since mostly none does. */
export class Words {
  /** By the lower byte of the code unit. */
  private readonly firsts = new Uint8Array(256);

  constructor(private readonly words: readonly string[]) {
    for (const word of words) {
      this.firsts[word.charCodeAt(0) & 255] = 1;
    }
  }

  /** The first of the words that stands at an offset. */
  find(text: string, offset: number): string | undefined {
    if (offset < 0 || offset >= text.length || this.firsts[text.charCodeAt(offset) & 255] === 0) {
      return undefined;
    }
    for (const word of this.words) {
      if (standsAt(text, word, offset)) {
        return word;
      }
    }
    return undefined;
  }
}

/** Words by their last code unit, to tell what a text ends with. */
export class Endings {
  private readonly byLast = new Map<number, string[]>();

  constructor(words: readonly string[]) {
    for (const word of words) {
      const last = word.charCodeAt(word.length - 1);
      const list = this.byLast.get(last);
      if (list) {
        list.push(word);
      } else {
        this.byLast.set(last, [word]);
      }
    }
  }

  /** Whether one of the words ends the text. */
  end(text: string): boolean {
    const words = text.length === 0 ? undefined : this.byLast.get(text.charCodeAt(text.length - 1));
    if (words !== undefined) {
      for (const word of words) {
        if (text.endsWith(word)) {
          return true;
        }
      }
    }
    return false;
  }
}
