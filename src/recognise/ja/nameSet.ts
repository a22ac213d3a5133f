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
}

/** Names found so far, and which words they have taken. */
export class NameSet {
  readonly found: FoundName[] = [];
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
    this.found.push({ start, end: this.words.ends[last]!, kind, actor: id, name, familyEnd: undefined });
  }

  /** The same for any name; the range may be told apart where it ends inside a word. */
  add(first: number, last: number, kind: NameKind, known: Partial<FoundName> = {}): void {
    this.take(first, last);
    this.found.push({
      start: known.start ?? this.words.starts[first]!,
      end: known.end ?? this.words.ends[last]!,
      kind,
      actor: known.actor,
      name: known.name,
      familyEnd: known.familyEnd,
    });
  }

  private take(first: number, last: number): void {
    for (let word = first; word <= last; word++) {
      this.taken[word] = 1;
    }
  }
}
