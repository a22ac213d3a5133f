import type { Language } from '../model/recognition';
import { CharClass, charClassTable } from '../text/charClass';
import table from './data/concepts.txt';
import { englishTerm, type SearchTerms, TermKind } from './searchTerms';

/** Id of a row of `data/concepts.txt`: "ceasefire". */
export type ConceptId = string;

/** A concept where it stands in a text. */
export interface ConceptMention {
  /** Number of the concept; see {@link conceptName}. */
  readonly concept: number;
  readonly start: number;
  readonly end: number;
}

interface Phrase {
  readonly rest: readonly number[];
  /** {@link noConcept} where the words mean nothing of the kind. */
  readonly concept: number;
}

interface Form {
  readonly text: string;
  readonly concepts: readonly number[];
}

interface Lexicon {
  readonly names: readonly ConceptId[];
  /** What Japanese readers call each: the first of its forms that no other concept is called by. */
  readonly japaneseNames: readonly string[];
  /** English words by the hash of their stem. */
  readonly words: ReadonlyMap<number, readonly number[]>;
  /** English phrases by the hash of their first word. */
  readonly phrases: ReadonlyMap<number, readonly Phrase[]>;
  /** Japanese forms by their first code unit, the longest first. */
  readonly forms: ReadonlyMap<number, readonly Form[]>;
  /** 1 for code units that start a Japanese form. */
  readonly starters: Uint8Array;
  readonly opposites: ReadonlyMap<number, ReadonlySet<number>>;
  /** Concepts that go together. */
  readonly neighbours: ReadonlyMap<number, ReadonlySet<number>>;
}

let lexicon: Lexicon | undefined;

function theLexicon(): Lexicon {
  lexicon ??= readLexicon(table);
  return lexicon;
}

/** How many concepts the lexicon has; their numbers run from 0. */
export function conceptCount(): number {
  return theLexicon().names.length;
}

export function conceptName(concept: number): ConceptId {
  return theLexicon().names[concept] ?? '';
}

/** What a concept is called for people: "peace treaty", 平和条約. A name that a person made up stays as it is. */
export function conceptLabel(name: ConceptId, language: Language): string {
  const number = conceptNumber(name);
  if (number === undefined) {
    return name;
  }
  return (language === 'ja' ? theLexicon().japaneseNames[number] : undefined) ?? name.replaceAll('-', ' ');
}

/** The number of a concept, `undefined` for one that a person made up. */
export function conceptNumber(name: ConceptId): number | undefined {
  const at = theLexicon().names.indexOf(name);
  return at < 0 ? undefined : at;
}

/** Whether the two are opposites: acceptance and refusal, rise and fall. */
export function areOpposite(a: number, b: number): boolean {
  return theLexicon().opposites.get(a)?.has(b) ?? false;
}

/** Every concept that has opposites, with them. */
export function oppositesOf(): ReadonlyMap<number, ReadonlySet<number>> {
  return theLexicon().opposites;
}

/** Concepts that go together with others, with those. */
export function neighboursOf(): ReadonlyMap<number, ReadonlySet<number>> {
  return theLexicon().neighbours;
}

/** The concepts named in `text` from `start` to `end`, whose terms are given; in no particular order. */
export function findConcepts(terms: SearchTerms, text: string, start = 0, end = text.length): ConceptMention[] {
  const found: ConceptMention[] = [];
  findEnglish(terms, found);
  findJapanese(text, start, end, found);
  return found;
}

const none: readonly never[] = [];
const noConcept = -1;
/** Stands for every number in a phrase; no hash is negative. */
const anyNumber = -1;

function findEnglish(terms: SearchTerms, found: ConceptMention[]): void {
  const { words, phrases } = theLexicon();
  /** Words before this one stand in a phrase that means no concept. */
  let from = 0;
  for (let i = 0; i < terms.hashes.length; i++) {
    const hash = terms.hashes[i]!;
    const start = terms.starts[i]!;
    const here = (phrases.get(hash) ?? none).filter(({ rest }) =>
      rest.every((next, k) => isTerm(terms, i + 1 + k, next)),
    );
    for (const { rest, concept } of here) {
      from = concept === noConcept ? Math.max(from, i + 1 + rest.length) : from;
    }
    if (i >= from) {
      for (const concept of words.get(hash) ?? none) {
        found.push({ concept, start, end: terms.ends[i]! });
      }
      for (const { rest, concept } of here) {
        found.push({ concept, start, end: terms.ends[i + rest.length]! });
      }
    }
  }
}

function isTerm(terms: SearchTerms, at: number, hash: number): boolean {
  return hash === anyNumber ? terms.kinds[at] === TermKind.number : terms.hashes[at] === hash;
}

/** Leftmost, longest. A single kanji must stand alone, a katakana or Latin form be the whole run. */
function findJapanese(text: string, start: number, end: number, found: ConceptMention[]): void {
  const { forms, starters } = theLexicon();
  const classOf = charClassTable();
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (starters[unit] === 0) {
      continue;
    }
    const form = forms.get(unit)?.find((item) => matches(item.text, text, at, end, classOf));
    if (form) {
      for (const concept of form.concepts) {
        found.push({ concept, start: at, end: at + form.text.length });
      }
      at += form.text.length - 1;
    }
  }
}

function matches(form: string, text: string, at: number, end: number, classOf: Uint8Array): boolean {
  const after = at + form.length;
  if (after > end || !text.startsWith(form, at)) {
    return false;
  }
  const first = classOf[form.charCodeAt(0)]!;
  const last = classOf[form.charCodeAt(form.length - 1)]!;
  if (first === CharClass.kanji && form.length > 1) {
    return true;
  }
  const before = at > 0 ? classOf[text.charCodeAt(at - 1)] : CharClass.space;
  const next = after < text.length ? classOf[text.charCodeAt(after)] : CharClass.space;
  return first === CharClass.hiragana || (before !== first && next !== last);
}

function readLexicon(source: string): Lexicon {
  const names: ConceptId[] = [];
  const japaneseNames: string[] = [];
  const words = new Map<number, number[]>();
  const phrases = new Map<number, Phrase[]>();
  const forms = new Map<string, number[]>();
  const opposites = new Map<number, Set<number>>();
  const neighbours = new Map<number, Set<number>>();
  for (const line of source.split(/\r?\n/)) {
    for (const [mark, pairs] of [
      [' >< ', opposites],
      [' ~ ', neighbours],
    ] as const) {
      const group = line.split(mark).map((name) => names.indexOf(name));
      for (const a of group.length > 1 ? group : []) {
        for (const b of group.filter((other) => other !== a)) {
          pairs.set(a, (pairs.get(a) ?? new Set()).add(b));
        }
      }
    }
    const [name = '', rest] = line.split(' = ');
    if (rest === undefined || line.startsWith('#')) {
      continue;
    }
    const concept = name === '-' ? noConcept : names.push(name) - 1;
    const [english = '', japanese = ''] = rest.split(' | ');
    for (const phrase of english.split(', ')) {
      const [first = 0, ...others] = phrase.split(/[ -]/).map((word) => (word === '#' ? anyNumber : englishTerm(word)));
      if (others.length === 0) {
        addTo(words, first, concept);
      } else {
        addTo(phrases, first, { rest: others, concept });
      }
    }
    const ownForms = japanese === '' ? [] : japanese.split(', ');
    for (const form of ownForms) {
      addTo(forms, form, concept);
    }
    if (concept !== noConcept) {
      japaneseNames.push(ownForms.find((form) => !japaneseNames.includes(form)) ?? name);
    }
  }
  const starters = new Uint8Array(65_536);
  for (const form of forms.keys()) {
    starters[form.charCodeAt(0)] = 1;
  }
  return { names, japaneseNames, words, phrases, forms: byFirstUnit(forms), starters, opposites, neighbours };
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (!list) {
    lists.set(key, [value]);
  } else if (!list.includes(value)) {
    list.push(value);
  }
}

function isConcept(concept: number): boolean {
  return concept !== noConcept;
}

/** Before these a shorter form inside a longer one means something else: 安定 in 不安定. */
const negating = '不無非未反脱';

/** Groups the forms; a longer form also stands for what the shorter ones inside it do: 平和条約 for 平和 and 条約. */
function byFirstUnit(forms: ReadonlyMap<string, readonly number[]>): Map<number, Form[]> {
  const groups = new Map<number, Form[]>();
  for (const [text, own] of forms) {
    const concepts = new Set(own);
    for (let from = 0; text.length >= 4 && from < text.length; from += 2) {
      for (let to = from + 2; to <= text.length; to += 2) {
        for (const concept of negating.includes(text.charAt(0)) ? [] : (forms.get(text.slice(from, to)) ?? [])) {
          concepts.add(concept);
        }
      }
    }
    addTo(groups, text.charCodeAt(0), {
      text,
      concepts: own.includes(noConcept) ? [] : [...concepts].filter(isConcept),
    });
  }
  for (const group of groups.values()) {
    group.sort((a, b) => b.text.length - a.text.length);
  }
  return groups;
}
