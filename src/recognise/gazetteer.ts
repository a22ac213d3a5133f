import type { NameKind } from '../model/recognition';
import type { Tokens } from '../text/tokens';
import { slug } from './actorIds';
import type { NameForms } from './nameForms';
import { step } from './tokenChain';
import { WordTable } from './wordTable';

/** Something that lists know by name. */
export interface GazetteerEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: NameKind | 'title';
  /** A capital or seat that may stand for its government: place or country by context. */
  readonly seat?: boolean;
  /** Only before a hyphen: Franco-, Sino-. */
  readonly prefix?: boolean;
  /** Found with its article, which is no part of the name. */
  readonly afterArticle?: boolean;
  /** Adjective or demonym, which can stand before another name. */
  readonly adjective?: boolean;
}

/** An entry found, and where it ends. */
export interface GazetteerMatch {
  /** Index of the token after the last. */
  readonly end: number;
  readonly entry: GazetteerEntry;
}

/** An entry whose id is made of its name when it is asked for. */
export class NamedEntry implements GazetteerEntry {
  #id: string | undefined;

  constructor(
    readonly name: string,
    readonly kind: GazetteerEntry['kind'],
    id?: string,
    readonly afterArticle = false,
  ) {
    this.#id = id;
  }

  get id(): string {
    this.#id ??= slug(this.name);
    return this.#id;
  }
}

/** A list that makes the entry of one of its rows when it is asked for. */
export interface EntrySource {
  readonly kind: GazetteerEntry['kind'];
  entryOf(row: number): GazetteerEntry;
}

/** An entry, or where to get it. */
interface Owner {
  readonly source: EntrySource;
  readonly row: number;
}

/**
 * Names of several words, found in one walk from the token they begin at: a trie whose nodes are hashes of the
 * way there. Walks use folded hashes, so that headings in capitals and names without their accents match.
 */
export class Gazetteer {
  private readonly nodes = new WordTable(40000);
  /** Of each form: its chain over the hashes as they stand. */
  private readonly exacts: number[] = [];
  /** 1 for what matches only as it is written (acronyms). */
  private readonly stricts: number[] = [];
  private readonly sources: (EntrySource | GazetteerEntry)[] = [];
  /** In its source; -1 where that is the entry. */
  private readonly rows: number[] = [];

  /** `onStart` is told the folded hash of each form's first token. */
  constructor(private readonly onStart?: (hash: number) => void) {}

  /**
   * Adds the n-th of the forms; a form that is there already keeps its entry. That is `source`, or what the source
   * answers for `row`.
   */
  add(forms: NameForms, n: number, source: GazetteerEntry): void;
  add(forms: NameForms, n: number, source: EntrySource, row: number): void;
  add(forms: NameForms, n: number, source: EntrySource | GazetteerEntry, row = -1): void {
    const from = n === 0 ? 0 : forms.stateEnds[n - 1]!;
    const to = forms.stateEnds[n]!;
    if (from === to) {
      return;
    }
    this.onStart?.(forms.firstTokens[n]!);
    for (let i = from; i < to; i++) {
      this.nodes.setFirst(forms.states[i]!, 1);
    }
    const state = forms.states[to - 1]!;
    if (this.nodes.get(state) < 2) {
      this.exacts.push(forms.exacts[n]!);
      this.stricts.push(forms.areStrict[n] ? 1 : 0);
      this.sources.push(source);
      this.rows.push(row);
      this.nodes.set(state, this.rows.length + 1);
    }
  }

  /** Lets a form that matches only as it is written match with one capital too: NATO, Nato. */
  relax(forms: NameForms, n: number): void {
    const node = this.nodeOf(forms, n);
    if (node > 1) {
      this.stricts[node - 2] = 0;
    }
  }

  /** Whose the form is already, if a list's of this kind. */
  ownerOf(forms: NameForms, n: number, kind: GazetteerEntry['kind']): Owner | undefined {
    const form = this.nodeOf(forms, n) - 2;
    if (form < 0 || this.rows[form]! < 0) {
      return undefined;
    }
    const source = this.sources[form] as EntrySource;
    return source.kind === kind ? { source, row: this.rows[form]! } : undefined;
  }

  private entryOf(form: number): GazetteerEntry {
    const row = this.rows[form]!;
    if (row >= 0) {
      this.sources[form] = (this.sources[form] as EntrySource).entryOf(row);
      this.rows[form] = -1;
    }
    return this.sources[form] as GazetteerEntry;
  }

  /** 0 where no form goes this way, 1 where one goes on, 2 + the form that ends here. */
  private nodeOf(forms: NameForms, n: number): number {
    const to = forms.stateEnds[n]!;
    return to > (n === 0 ? 0 : forms.stateEnds[n - 1]!) ? this.nodes.get(forms.states[to - 1]!) : 0;
  }

  /**
   * The longest name that begins at the token. `folded` holds the folded hash of every token; `smalls` tells which
   * are written small: 1 for words that only a form written so matches, 2 for of, the, van and the like.
   */
  longest(tokens: Tokens, folded: Uint32Array, smalls: Uint8Array, from: number): GazetteerMatch | null {
    const { nodes, exacts, stricts } = this;
    const { count, hashes } = tokens;
    let state = 0;
    let exact = 0;
    let capital = smalls[from] === 0;
    let end = 0;
    let found = -1;
    for (let i = from; i < count; i++) {
      state = step(state, folded[i]!);
      const node = nodes.get(state);
      if (node === 0) {
        break;
      }
      exact = step(exact, hashes[i]!);
      capital &&= smalls[i] !== 1;
      if (node > 1) {
        if (exacts[node - 2] === (exact | 0) || (capital && stricts[node - 2] === 0)) {
          end = i + 1;
          found = node - 2;
        }
      }
    }
    return found < 0 ? null : { end, entry: this.entryOf(found) };
  }
}
