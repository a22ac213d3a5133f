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

interface Form {
  readonly entry: GazetteerEntry;
  /** Chain over the hashes as they stand. */
  readonly exact: number;
  /** Matches only as it is written (acronyms). */
  strict: boolean;
}

/**
 * Names of several words, found in one walk from the token they begin at: a trie whose nodes are hashes of the
 * way there. Walks use folded hashes, so that headings in capitals and names without their accents match.
 */
export class Gazetteer {
  private readonly nodes = new WordTable(40000);
  private readonly forms: Form[] = [];
  /** Folded hashes of first words. */
  readonly starts = new Set<number>();

  /** Adds the form that the tokens from `from` to `to` make; a form that is there already keeps its entry. */
  addForm(tokens: Tokens, from: number, to: number, entry: GazetteerEntry): void {
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
        this.starts.add(hash);
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
      this.forms.push({ entry, exact, strict });
      this.nodes.set(state, this.forms.length + 1);
    }
  }

  /** Lets a form that matches only as it is written match with one capital too: NATO, Nato. */
  relax(tokens: Tokens, from: number, to: number): void {
    const node = this.nodeOf(tokens, from, to);
    if (node > 1) {
      this.forms[node - 2]!.strict = false;
    }
  }

  /** What the form means already, `null` where it is new. */
  entryOf(tokens: Tokens, from: number, to: number): GazetteerEntry | null {
    const node = this.nodeOf(tokens, from, to);
    return node > 1 ? this.forms[node - 2]!.entry : null;
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
    const { nodes, forms } = this;
    const { count, hashes } = tokens;
    let state = 0;
    let exact = 0;
    let capital = smalls[from] === 0;
    let end = 0;
    let found: GazetteerEntry | null = null;
    for (let i = from; i < count; i++) {
      state = step(state, folded[i]!);
      const node = nodes.get(state);
      if (node === 0) {
        break;
      }
      exact = step(exact, hashes[i]!);
      capital &&= smalls[i] !== 1;
      if (node > 1) {
        const form = forms[node - 2]!;
        if (form.exact === exact || (!form.strict && capital)) {
          end = i + 1;
          found = form.entry;
        }
      }
    }
    return found ? { end, entry: found } : null;
  }
}
