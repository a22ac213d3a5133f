import { Gradual } from '../base/gradual';
import { HashTable } from '../base/hashTable';
import { foldTable } from '../base/searchFold';
import { CharClass, charClassTable } from '../text/charClass';
import conceptTable from './data/concepts.txt';
import glossary from './data/glossary.txt';
import { englishTerm } from './searchTerms';

/** What a word or phrase can mean. */
export const MeaningKind = {
  /** A concept, by its number. */
  concept: 0,
  /** A word of the glossary, by its row. */
  word: 1,
  /** The same where the word tells of a concept too, more finely: a coach and a player are both sports. */
  shade: 2,
} as const;

export interface Meaning {
  readonly kind: number;
  readonly number: number;
}

/** An English phrase after its first word. */
export interface Phrase {
  /** Hashes of the other words; {@link anyNumber} stands for every number. */
  readonly rest: readonly number[];
  /** `undefined` where the words mean nothing of the kind. */
  readonly meaning: Meaning | undefined;
}

/** What an English word means by itself, and as the first of several. */
export interface Word {
  readonly meanings: Meaning[];
  readonly phrases: Phrase[];
}

/** A Japanese word; without meanings where it only looks like one that has some. */
export interface Form {
  readonly text: string;
  readonly meanings: readonly Meaning[];
}

/** Japanese forms with the same first code unit, the longest first. */
export interface Forms {
  readonly list: Form[];
  /** The second code unit of each, by which most are told from a text; 0 for one of a single unit. */
  readonly seconds: Uint16Array;
}

export interface Lexicon {
  /** Names of the concepts. */
  readonly names: readonly string[];
  /** What Japanese readers call each: the first of its forms that no other concept is called by. */
  readonly japaneseNames: readonly string[];
  /** Places in `words` of English words by the hash of their stem. */
  readonly places: HashTable;
  readonly words: readonly Word[];
  readonly forms: readonly Forms[];
  /** Place in `forms` by the first code unit of a Japanese form, 1 for the first; 0 for units that start none. */
  readonly starters: Uint16Array;
  readonly opposites: ReadonlyMap<number, ReadonlySet<number>>;
  /** Concepts that go together. */
  readonly neighbours: ReadonlyMap<number, ReadonlySet<number>>;
}

/** No hash is negative. */
export const anyNumber = -1;

const lexicon = new Gradual(() => new LexiconReader().read());

/** The concepts and the glossary, read when they are first asked for. */
export function theLexicon(): Lexicon {
  return lexicon.get();
}

/** Reads them in steps of a few milliseconds, for a host that must not be blocked for as long as the whole takes. */
export function* prepareLexicon(): Generator<void> {
  foldTable();
  yield;
  while (lexicon.step()) {
    yield;
  }
}

/** Lines, or Japanese forms, that are read in one step. */
const linesAStep = 100;

/** Before these a shorter form inside a longer one means something else: 安定 in 不安定. */
const negating = '不無非未反脱';

class LexiconReader {
  readonly #names: string[] = [];
  readonly #japaneseNames: string[] = [];
  readonly #taken = new Set<string>();
  readonly #places = new HashTable(4096);
  readonly #words: Word[] = [];
  readonly #forms = new Map<string, (Meaning | undefined)[]>();
  readonly #opposites = new Map<number, Set<number>>();
  readonly #neighbours = new Map<number, Set<number>>();

  *read(): Generator<void, Lexicon> {
    const lines = conceptTable.split(/\r?\n/);
    for (const [i, line] of lines.entries()) {
      if (i % linesAStep === 0) {
        yield;
      }
      this.#readRelation(line, ' >< ', this.#opposites);
      this.#readRelation(line, ' ~ ', this.#neighbours);
      this.#readConcept(line);
    }
    const rows = glossary.split(/\r?\n/).filter((line) => line.includes(' | '));
    for (const [number, row] of rows.entries()) {
      if (number % linesAStep === 0) {
        yield;
      }
      this.#readRow(row, { kind: MeaningKind.word, number });
    }
    const forms = yield* this.#formsByFirstUnit();
    return {
      names: this.#names,
      japaneseNames: this.#japaneseNames,
      places: this.#places,
      words: this.#words,
      ...forms,
      opposites: this.#opposites,
      neighbours: this.#neighbours,
    };
  }

  #readRelation(line: string, mark: string, pairs: Map<number, Set<number>>): void {
    if (!line.includes(mark)) {
      return;
    }
    const group = line.split(mark).map((name) => this.#names.indexOf(name));
    for (const a of group) {
      for (const b of group.filter((other) => other !== a)) {
        pairs.set(a, (pairs.get(a) ?? new Set()).add(b));
      }
    }
  }

  #readConcept(line: string): void {
    const [name = '', rest] = line.split(' = ');
    if (rest === undefined || line.startsWith('#')) {
      return;
    }
    if (name === '-') {
      this.#readRow(rest, undefined);
      return;
    }
    const forms = this.#readRow(rest, { kind: MeaningKind.concept, number: this.#names.push(name) - 1 });
    const japanese = forms.find((form) => !this.#taken.has(form)) ?? name;
    this.#taken.add(japanese);
    this.#japaneseNames.push(japanese);
  }

  /** "word, phrase of words | 語, 句"; returns the Japanese forms. */
  #readRow(row: string, meaning: Meaning | undefined): readonly string[] {
    const [english = '', japanese = ''] = row.split(' | ');
    for (const phrase of english.split(', ')) {
      this.#addEnglish(phrase, meaning);
    }
    const forms = japanese === '' ? [] : japanese.split(', ');
    for (const form of forms) {
      const meanings = this.#forms.get(form) ?? [];
      meanings.push(meaning);
      this.#forms.set(form, meanings);
    }
    return forms;
  }

  #addEnglish(phrase: string, meaning: Meaning | undefined): void {
    const [first = 0, ...rest] = phrase.split(/[ -]/).map((word) => (word === '#' ? anyNumber : englishTerm(word)));
    const word = this.#word(first);
    const own = meaning && [first, ...rest].some((term) => this.#tellsOfConcept(term)) ? shadeOf(meaning) : meaning;
    if (rest.length > 0) {
      word.phrases.push({ rest, meaning: own });
    } else if (own && !word.meanings.some((known) => isSame(known, own))) {
      word.meanings.push(own);
    }
  }

  #word(term: number): Word {
    const place = this.#places.get(term);
    if (place >= 0) {
      return this.#words[place]!;
    }
    const word: Word = { meanings: [], phrases: [] };
    this.#places.set(term, this.#words.push(word) - 1);
    return word;
  }

  #tellsOfConcept(term: number): boolean {
    const place = this.#places.get(term);
    return place >= 0 && this.#words[place]!.meanings.some(isConcept);
  }

  /** A longer form also stands for what the shorter ones inside it do: 平和条約 for 平和 and 条約. */
  *#formsByFirstUnit(): Generator<void, Pick<Lexicon, 'forms' | 'starters'>> {
    const groups = new Map<number, Form[]>();
    let read = 0;
    for (const [text, own] of this.#forms) {
      if (read++ % linesAStep === 0) {
        yield;
      }
      const form = { text, meanings: own.includes(undefined) ? [] : this.#meaningsOf(text, own) };
      const group = groups.get(text.charCodeAt(0));
      if (group) {
        group.push(form);
      } else {
        groups.set(text.charCodeAt(0), [form]);
      }
    }
    const forms: Forms[] = [];
    const starters = new Uint16Array(65_536);
    for (const [unit, list] of groups) {
      list.sort((a, b) => b.text.length - a.text.length);
      const seconds = Uint16Array.from(list, ({ text }) => (text.length > 1 ? text.charCodeAt(1) : 0));
      starters[unit] = forms.push({ list, seconds });
    }
    return { forms, starters };
  }

  #meaningsOf(text: string, own: readonly (Meaning | undefined)[]): Meaning[] {
    const step = own.some((meaning) => meaning && isConcept(meaning)) ? 2 : 1;
    const all = [...own, ...this.#meaningsInside(text, step)].filter((meaning) => meaning !== undefined);
    const told = all.some(isConcept) ? all.map(shadeOf) : all;
    return told.filter((meaning, i) => told.findIndex((other) => isSame(meaning, other)) === i);
  }

  /** Concepts are called by words of two kanji mostly, so that 平和条約 is 平和 and 条約; the glossary must hide no concept anywhere. */
  #meaningsInside(text: string, step: number): Meaning[] {
    const found: Meaning[] = [];
    const least = step === 2 ? 4 : 3;
    for (let from = 0; text.length >= least && from < text.length && !negating.includes(text.charAt(0)); from += step) {
      for (let to = from + 2; to <= text.length && to - from < text.length; to += step) {
        const inner = text.slice(from, to);
        if (standsAt(inner, text, from)) {
          found.push(...(this.#forms.get(inner) ?? []).filter((meaning) => meaning !== undefined));
        }
      }
    }
    return found;
  }
}

function isConcept({ kind }: Meaning): boolean {
  return kind === MeaningKind.concept;
}

function isSame(a: Meaning, b: Meaning): boolean {
  return a.kind === b.kind && a.number === b.number;
}

function shadeOf(meaning: Meaning): Meaning {
  return isConcept(meaning) ? meaning : { kind: MeaningKind.shade, number: meaning.number };
}

/** Whether a Japanese form stands at a place of a text. A single kanji must stand alone, katakana and Latin letters be the whole run. */
export function standsAt(form: string, text: string, at: number): boolean {
  if (!text.startsWith(form, at)) {
    return false;
  }
  const classOf = charClassTable();
  const after = at + form.length;
  const first = classOf[form.charCodeAt(0)]!;
  const last = classOf[form.charCodeAt(form.length - 1)]!;
  if (first === CharClass.kanji && form.length > 1) {
    return true;
  }
  const before = at > 0 ? classOf[text.charCodeAt(at - 1)] : CharClass.space;
  const next = after < text.length ? classOf[text.charCodeAt(after)] : CharClass.space;
  return first === CharClass.hiragana || (before !== first && next !== last);
}
