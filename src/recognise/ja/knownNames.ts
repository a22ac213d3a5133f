import type { ActorId, NameKind } from '../../model/recognition';
import { CharClass, charClassTable } from '../../text/charClass';
import { hashText } from '../../text/tokens';
import countriesText from '../data/ja/countries.txt';
import organizationsText from '../data/ja/organizations.txt';
import knownText from '../data/knownActors.txt';
import { WordTable } from './wordTable';

/** An actor whose name the lists hold. */
export interface KnownActor {
  readonly id: ActorId;
  readonly kind: NameKind;
  /** Canonical Japanese name. */
  readonly name: string;
}

const expectedNames = 4000;
const spanning = /[ぁ-ん&＆!'.-]/;
const japanese = /[\u3005\u3041-\u30ff\u4e00-\u9fff]/;

function startIndex(first: number, second: number): number {
  return (Math.imul(first, 0x9e35) ^ second) & 0xffff;
}

function pairIndex(first: number, second: number): number {
  return (first * 61 + second) & 4095;
}

/** Where the hiragana that a name begins with end. */
function hiraganaEnd(name: string): number {
  const classes = charClassTable();
  let end = 0;
  while (end < name.length && classes[name.charCodeAt(end)] === CharClass.hiragana) {
    end++;
  }
  return end;
}

/** Countries and well-known actors by every Japanese (or Latin) name that Japanese texts use. */
export class KnownNames {
  readonly actors: KnownActor[] = [];
  /** Name -> index in `actors`. */
  readonly table = new WordTable(expectedNames);
  readonly names: string[] = [];
  /** Persons known by the family name alone. */
  readonly shortPersons: KnownActor[] = [];
  /** Family name in kanji -> the one well-known person that it means where the text names no other. */
  readonly byFamily = new Map<string, KnownActor>();
  /** The same for the first two of names that are no single chunk of nouns: 日本維新の会. */
  private readonly spanStarts = new Uint8Array(4096);
  /** The same for the first two of names in hiragana, which may begin anywhere in a run of hiragana. */
  private readonly kanaStarts = new Uint8Array(4096);
  /** The same for the last two of the hiragana that those names begin with: a run of hiragana ends with them. */
  private readonly kanaEnds = new Uint8Array(4096);
  private readonly ids = new Map<ActorId, KnownActor>();
  /** Which pairs of characters begin a name, hashed, and which characters are one. */
  private readonly starts = new Uint8Array(65536);
  private readonly single = new Uint8Array(65536);

  constructor() {
    for (const line of countriesText.split('\n')) {
      const [id, ...names] = line.split(' ');
      if (id && id !== '#' && names[0]) {
        this.register({ id, kind: 'country', name: names[0] }, names);
      }
    }
    for (const line of knownText.split('\n')) {
      const [id, kind, english, native] = line.split('\t');
      if (id && english && native) {
        const names = native.split('|');
        const actor: KnownActor = { id, kind: kind === 'p' ? 'person' : 'organization', name: names[0]! };
        this.register(actor, names);
        if (kind === 'p' && english.split('|').some((name) => !name.includes(' '))) {
          this.shortPersons.push(actor);
        }
        // "NATO" and "Google" stand in Japanese texts as they are.
        this.register(
          actor,
          english
            .split('|')
            .filter((name) => /^[A-Z][A-Za-z.-]*$/.test(name) && name.length > 1 && !names.includes(name)),
        );
      }
    }
    for (const line of organizationsText.split('\n')) {
      for (const name of line.startsWith('#') ? [] : line.split(' ')) {
        if (name) {
          this.register({ id: name.toLowerCase(), kind: 'organization', name }, [name]);
        }
      }
    }
  }

  find(text: string, start: number, end: number, hash = hashText(text, start, end)): KnownActor | undefined {
    const index = this.table.get(text, start, end, hash, -1);
    return index < 0 ? undefined : this.actors[index];
  }

  /** The actor with this id. */
  byId(id: ActorId): KnownActor | undefined {
    return this.ids.get(id);
  }

  /** Whether a name with kana or marks inside may begin with these two code units. */
  maySpan(first: number, second: number): boolean {
    return this.spanStarts[pairIndex(first, second)] === 1;
  }

  /** Whether a name in hiragana may begin with these two code units. */
  mayStartInKana(first: number, second: number): boolean {
    return this.kanaStarts[pairIndex(first, second)] === 1;
  }

  /** Whether hiragana that a name begins with may end with these two code units. */
  mayEndInKana(first: number, second: number): boolean {
    return this.kanaEnds[pairIndex(first, second)] === 1;
  }

  /** Whether any name may begin with these two code units, or be the first of them. */
  mayStart(first: number, second: number): boolean {
    return this.starts[startIndex(first, second)] === 1 || this.single[first] === 1;
  }

  private register(actor: KnownActor, names: readonly string[]): void {
    this.actors.push(actor);
    this.ids.set(actor.id, actor);
    for (const name of names) {
      if (this.table.get(name, 0, name.length, hashText(name), -1) < 0) {
        this.table.add(name, this.actors.length - 1);
        if (name.length === 1) {
          this.single[name.charCodeAt(0)] = 1;
        } else {
          this.starts[startIndex(name.charCodeAt(0), name.charCodeAt(1))] = 1;
        }
        if (spanning.test(name)) {
          this.spanStarts[pairIndex(name.charCodeAt(0), name.charCodeAt(1))] = 1;
        }
        if (/^[ぁ-ん]{2}/.test(name)) {
          const end = hiraganaEnd(name);
          this.kanaStarts[pairIndex(name.charCodeAt(0), name.charCodeAt(1))] = 1;
          this.kanaEnds[pairIndex(name.charCodeAt(end - 2), name.charCodeAt(end - 1))] = 1;
        }
        if (japanese.test(name)) {
          this.names.push(name);
        }
      }
    }
  }
}
