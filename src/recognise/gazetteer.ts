import type { NameKind } from '../model/recognition';
import { foldedHash, foldTable } from '../text/fold';
import type { Tokens } from '../text/tokens';
import { slug } from './actorIds';
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

export interface GazetteerMatch {
  /** Index of the token after the last. */
  readonly end: number;
  readonly entry: GazetteerEntry;
}

/** One step down the trie: the state after another token. */
export function step(state: number, hash: number): number {
  let next = Math.imul(state ^ hash, 0x9e3779b1);
  next ^= next >>> 15;
  next = Math.imul(next, 0x85ebca77);
  return (next ^ (next >>> 13)) >>> 0 || 1;
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

  /** `onStart` is told the folded hash of each form's first word. */
  constructor(private readonly onStart?: (hash: number) => void) {}

  /**
   * Adds the form that the tokens from `from` to `to` make; a form that is there already keeps its entry. That is
   * `source`, or what the source answers for `row`.
   */
  addForm(tokens: Tokens, from: number, to: number, source: GazetteerEntry): void;
  addForm(tokens: Tokens, from: number, to: number, source: EntrySource, row: number): void;
  addForm(tokens: Tokens, from: number, to: number, source: EntrySource | GazetteerEntry, row = -1): void {
    const { text } = tokens;
    const fold = foldTable();
    let state = 0;
    let exact = 0;
    let strict = true;
    for (let i = from; i < to; i++) {
      const start = tokens.starts[i]!;
      const end = tokens.ends[i]!;
      let hash = 0x811c9dc5;
      let small = 0;
      let inner = 0;
      for (let at = start; at < end; at++) {
        const unit = text.charCodeAt(at);
        const plain = fold[unit]!;
        if (plain !== 0) {
          hash = Math.imul(hash ^ plain, 0x01000193);
        }
        if (unit >= 0x61 && unit <= 0x7a) {
          small++;
        } else if (at > start && plain !== unit) {
          inner++;
        }
      }
      hash >>>= 0;
      if (i === from) {
        this.onStart?.(hash);
      }
      state = step(state, hash);
      exact = step(exact, tokens.hashes[i]!);
      // Acronyms, and single words like eBay or iPhone, match only as they are written.
      const shout = small === 0 && end - start < 8;
      const mixed = to === from + 1 && small > 0 && (inner > 0 || small === end - start);
      strict &&= shout || mixed;
      if (this.nodes.get(state) === 0) {
        this.nodes.set(state, 1);
      }
    }
    if (from < to && this.nodes.get(state) < 2) {
      // Signed: such numbers need no object of their own.
      this.exacts.push(exact | 0);
      this.stricts.push(strict ? 1 : 0);
      this.sources.push(source);
      this.rows.push(row);
      this.nodes.set(state, this.rows.length + 1);
    }
  }

  /** Lets a form that matches only as it is written match with one capital too: NATO, Nato. */
  relax(tokens: Tokens, from: number, to: number): void {
    const node = this.nodeOf(tokens, from, to);
    if (node > 1) {
      this.stricts[node - 2] = 0;
    }
  }

  /** Whose the form is already, if a list's of this kind. */
  ownerOf(tokens: Tokens, from: number, to: number, kind: GazetteerEntry['kind']): Owner | undefined {
    const form = this.nodeOf(tokens, from, to) - 2;
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

  private nodeOf(tokens: Tokens, from: number, to: number): number {
    let state = 0;
    for (let i = from; i < to; i++) {
      state = step(state, foldedHash(tokens.text, tokens.starts[i]!, tokens.ends[i]!));
    }
    return this.nodes.get(state);
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
