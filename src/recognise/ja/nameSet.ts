import { compareRanges } from '../../model/range';
import type { ActorId, NameKind } from '../../model/recognition';
import type { KnownActor } from './knownNames';
import type { Morphemes } from './morphemes';

/** A name found in the words of a text. */
export interface FoundName {
  /** UTF-16 offsets, half open. */
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  /** Where it is known already. */
  readonly actor?: ActorId;
  readonly name?: string;
  /** Where the family name ends, in a person's full name in kanji. */
  readonly familyEnd?: number;
  /** Its kind is a mere guess: other mentions of the same form may tell better. */
  readonly isGuess?: boolean;
}

/** A name is put in order at once so far back, else at the end of the pass. */
const nearBy = 8;

/** Names found so far, at the end of each pass in order, and which words they have taken. */
export class NameSet {
  found: FoundName[] = [];
  /** Those of the passes over the text before, in order. */
  private earlier: FoundName[] = [];
  private isDisordered = false;
  private readonly taken: Uint8Array;

  constructor(readonly words: Morphemes) {
    this.taken = words.marks;
  }

  isTaken(word: number): boolean {
    return this.taken[word] === 1;
  }

  /** Takes the words `first` to `last`, both included, for an actor of the lists. */
  addKnown(first: number, last: number, { id, kind, name }: KnownActor): void {
    this.take(first, last);
    const start = this.words.starts[first]!;
    this.put({ start, end: this.words.ends[last]!, kind, actor: id, name, familyEnd: undefined, isGuess: false });
  }

  /** The same for any name; the range may be told apart where it ends inside a word. */
  add(first: number, last: number, kind: NameKind, known: Partial<FoundName> = {}): void {
    this.take(first, last);
    this.put({
      start: known.start ?? this.words.starts[first]!,
      end: known.end ?? this.words.ends[last]!,
      kind,
      actor: known.actor,
      name: known.name,
      familyEnd: known.familyEnd,
      isGuess: known.isGuess ?? false,
    });
  }

  /** Begins another pass over the text: names are put in order only with those of the same pass. */
  startPass(): void {
    this.earlier = this.found;
    this.found = [];
  }

  /** Ends a pass: all names are in order. */
  endPass(): void {
    if (this.isDisordered) {
      this.found.sort(compareRanges);
      this.isDisordered = false;
    }
    this.found = merged(this.earlier, this.found);
    this.earlier = [];
  }

  /** Names are found nearly in order, those of one chunk of nouns rule by rule. */
  private put(name: FoundName): void {
    const { found } = this;
    let at = found.length;
    while (at > 0 && found.length - at < nearBy && compareRanges(found[at - 1]!, name) > 0) {
      at--;
    }
    if (at === found.length) {
      found.push(name);
    } else {
      this.isDisordered ||= found.length - at === nearBy;
      found.splice(at, 0, name);
    }
  }

  private take(first: number, last: number): void {
    for (let word = first; word <= last; word++) {
      this.taken[word] = 1;
    }
  }
}

function merged(a: FoundName[], b: FoundName[]): FoundName[] {
  if (a.length === 0 || b.length === 0) {
    return a.length === 0 ? b : a;
  }
  const all: FoundName[] = [];
  let i = 0;
  for (const name of b) {
    while (i < a.length && compareRanges(a[i]!, name) <= 0) {
      all.push(a[i++]!);
    }
    all.push(name);
  }
  while (i < a.length) {
    all.push(a[i++]!);
  }
  return all;
}
