import { shared } from '../base/sharedText';
import { nameKinds, type Publication } from '../model/recognition';
import type { NamedActor } from '../recognise/namedActor';
import type { ActorOccurrences, DocumentEntry } from './documentEntry';
import { type ActorPart, type DatedRows, digestOf, type EntryDigest } from './entryDigest';
import type { TextTable } from './textTable';

/*
 * What files an article and what shows where an actor is named, as whole numbers; texts are named by their place in a
 * table. Ten thousand articles are filed without an object for anything in them.
 *
 * At the start what `Field` names; then seven numbers for every named actor, two for every other that takes part in a claim,
 * three for every span of days of a claim, places of recorded claims, and the offsets of all actors.
 */

const Field = {
  id: 0,
  fingerprint: 1,
  language: 2,
  title: 3,
  length: 4,
  published: 5,
  day: 6,
  actors: 7,
  others: 8,
  dated: 9,
  recorded: 10,
} as const;
const fields = 11;
const actorNumbers = 7;
const otherNumbers = 2;
const datedNumbers = 3;

/** Where there is no text, or no day. */
const none = -1;
const noDay = -0x80000000;

const languages = ['en', 'ja'] as const;
const registrations = [undefined, 'actor', 'names'] as const;

/** Where in a head numbers of texts stand, so that they can be named by another table. */
function* textFields(head: Int32Array): Generator<number> {
  yield Field.id;
  yield Field.fingerprint;
  yield Field.title;
  yield Field.published;
  const others = fields + head[Field.actors]! * actorNumbers;
  for (let at = fields; at < others; at += actorNumbers) {
    yield at;
    yield at + 2;
    yield at + 6;
  }
  for (let i = 0; i < head[Field.others]!; i++) {
    yield others + i * otherNumbers;
  }
}

/** What files an article, as numbers; texts are places in `table`. */
export function packHead(entry: DocumentEntry, table: TextTable): Int32Array {
  const { actors, dated, recorded } = digestOf(entry);
  const others = actors.filter((part) => !part.named);
  const numbers: number[] = [
    table.place(entry.id),
    table.place(entry.fingerprint),
    languages.indexOf(entry.language),
    table.place(entry.title),
    entry.length,
    entry.published ? table.place(JSON.stringify(entry.published)) : none,
    entry.publishedDay ?? noDay,
    actors.length - others.length,
    others.length,
    dated.length / datedNumbers,
    recorded.length,
  ];
  for (const { named, mentions, claims } of actors) {
    if (named) {
      const { actor, kind, name, registered, office } = named;
      numbers.push(table.place(actor), nameKinds.indexOf(kind), table.place(name));
      numbers.push(registrations.indexOf(registered), mentions, claims);
      numbers.push(office === undefined ? none : table.place(office));
    }
  }
  for (const { actor, claims } of others) {
    numbers.push(table.place(actor), claims);
  }
  for (let i = 0; i < dated.length; i++) {
    numbers.push(dated[i]!);
  }
  numbers.push(...recorded);
  for (const { offsets } of entry.actors) {
    for (const offset of offsets) {
      numbers.push(offset);
    }
  }
  return Int32Array.from(numbers);
}

/** Reads a head, whose numbers are those that {@link packHead} made. */
export class PackedHead implements EntryDigest {
  constructor(
    readonly numbers: Int32Array,
    readonly texts: string[],
  ) {}

  get id(): string {
    return this.#text(Field.id);
  }

  get fingerprint(): string {
    return this.#text(Field.fingerprint);
  }

  get language(): DocumentEntry['language'] {
    return languages[this.numbers[Field.language]!]!;
  }

  get title(): string {
    return this.#text(Field.title);
  }

  get length(): number {
    return this.numbers[Field.length]!;
  }

  get published(): Publication | null {
    return this.numbers[Field.published] === none ? null : (JSON.parse(this.#text(Field.published)) as Publication);
  }

  get publishedDay(): number | null {
    const day = this.numbers[Field.day]!;
    return day === noDay ? null : day;
  }

  get occurrences(): ActorOccurrences[] {
    let at = this.#recordedEnd();
    return Array.from({ length: this.numbers[Field.actors]! }, (_, place) => {
      const from = at;
      at += 2 * this.#mentions(place);
      return this.#occurrences(place, from);
    });
  }

  /** Where the article names an actor. */
  occurrencesOf(actor: string): ActorOccurrences | undefined {
    const { numbers, texts } = this;
    const end = this.#othersStart();
    let mentions = 0;
    for (let at = fields; at < end; at += actorNumbers) {
      if (texts[numbers[at]!] === actor) {
        return this.#occurrences((at - fields) / actorNumbers, this.#recordedEnd() + 2 * mentions);
      }
      mentions += numbers[at + 4]!;
    }
    return undefined;
  }

  /** `from` is where the offsets of the actor begin. */
  #occurrences(place: number, from: number): ActorOccurrences {
    const offsets: number[] = [];
    const to = from + 2 * this.#mentions(place);
    for (let at = from; at < to; at++) {
      offsets.push(this.numbers[at]!);
    }
    const { actor, kind, name, registered } = this.#named(place);
    return registered ? { actor, kind, name, offsets, registered } : { actor, kind, name, offsets };
  }

  get actors(): ActorPart[] {
    const { numbers } = this;
    const parts: ActorPart[] = [];
    for (let place = 0; place < numbers[Field.actors]!; place++) {
      const named = this.#named(place);
      const claims = numbers[fields + place * actorNumbers + 5]!;
      parts.push({ actor: named.actor, claims, mentions: this.#mentions(place), named });
    }
    for (let at = this.#othersStart(); at < this.#datedStart(); at += otherNumbers) {
      parts.push({ actor: this.#text(at), claims: numbers[at + 1]!, mentions: 0 });
    }
    return parts;
  }

  get dated(): DatedRows {
    return this.numbers.subarray(this.#datedStart(), this.#recordedStart());
  }

  get recorded(): readonly number[] {
    return Array.from(this.numbers.subarray(this.#recordedStart(), this.#recordedEnd()));
  }

  /** Everyone who takes part in claims, by the places that these have them under. */
  get taking(): string[] {
    const { numbers } = this;
    const ids = Array.from({ length: numbers[Field.actors]! }, (_, i) => this.#text(fields + i * actorNumbers));
    for (let at = this.#othersStart(); at < this.#datedStart(); at += otherNumbers) {
      ids.push(this.#text(at));
    }
    return ids;
  }

  /** The same with the texts in another table. */
  packedInto(table: TextTable): Int32Array {
    const numbers = this.numbers.slice();
    for (const at of textFields(numbers)) {
      numbers[at] = numbers[at] === none ? none : table.place(this.texts[numbers[at]!]!);
    }
    return numbers;
  }

  /** Keeps one copy of ids and names, which many articles have. `done` is not 0 for texts that are known to be that copy. */
  shareNames(done: Uint8Array): void {
    for (let at = fields; at < this.#datedStart(); at += at < this.#othersStart() ? actorNumbers : otherNumbers) {
      this.#share(this.numbers[at]!, done);
      if (at < this.#othersStart()) {
        this.#share(this.numbers[at + 2]!, done);
      }
    }
  }

  #share(place: number, done: Uint8Array): void {
    if (done[place] === 0) {
      done[place] = 1;
      this.texts[place] = shared(this.texts[place]!);
    }
  }

  #text(at: number): string {
    return this.texts[this.numbers[at]!]!;
  }

  #named(place: number): NamedActor {
    const at = fields + place * actorNumbers;
    const registered = registrations[this.numbers[at + 3]!];
    const office = this.numbers[at + 6] === none ? undefined : this.#text(at + 6);
    return {
      actor: this.#text(at),
      kind: nameKinds[this.numbers[at + 1]!]!,
      name: this.#text(at + 2),
      ...(registered ? { registered } : {}),
      ...(office === undefined ? {} : { office }),
    };
  }

  #mentions(place: number): number {
    return this.numbers[fields + place * actorNumbers + 4]!;
  }

  #othersStart(): number {
    return fields + this.numbers[Field.actors]! * actorNumbers;
  }

  #datedStart(): number {
    return this.#othersStart() + this.numbers[Field.others]! * otherNumbers;
  }

  #recordedStart(): number {
    return this.#datedStart() + this.numbers[Field.dated]! * datedNumbers;
  }

  #recordedEnd(): number {
    return this.#recordedStart() + this.numbers[Field.recorded]!;
  }
}
