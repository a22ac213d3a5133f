import { HashTable } from '../base/hashTable';
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

/** What an English word means by itself, and as the first of several. */
interface Word {
  readonly concepts: number[];
  readonly phrases: Phrase[];
}

interface Form {
  readonly text: string;
  readonly concepts: readonly number[];
}

/** Japanese forms with the same first code unit, the longest first. */
interface Forms {
  readonly list: Form[];
  /** The second code unit of each, by which most are told from a text; 0 for one of a single unit. */
  readonly seconds: Uint16Array;
}

interface Lexicon {
  readonly names: readonly ConceptId[];
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

/** The concepts named in `text`, whose terms are given; in no particular order. */
export function findConcepts(terms: SearchTerms, text: string): ConceptMention[] {
  const found: ConceptMention[] = [];
  visitConcepts(terms, text, (concept, start, end) => found.push({ concept, start, end }));
  return found;
}

type SeeConcept = (concept: number, start: number, end: number) => void;

/** Shows `see` what {@link findConcepts} finds, without making anything. */
export function visitConcepts(terms: SearchTerms, text: string, see: SeeConcept): void {
  visitEnglish(terms, see);
  visitJapanese(terms, text, see);
}

const noConcept = -1;
/** Stands for every number in a phrase; no hash is negative. */
const anyNumber = -1;

function visitEnglish(terms: SearchTerms, see: SeeConcept): void {
  const { places, words } = theLexicon();
  /** Words before this one stand in a phrase that means no concept. */
  let from = 0;
  for (let i = 0; i < terms.count; i++) {
    const place = places.get(terms.hashes[i]!);
    if (place < 0) {
      continue;
    }
    const { concepts, phrases } = words[place]!;
    for (const phrase of phrases) {
      if (phrase.concept === noConcept && follows(terms, i + 1, phrase.rest)) {
        from = Math.max(from, i + 1 + phrase.rest.length);
      }
    }
    if (i < from) {
      continue;
    }
    for (const concept of concepts) {
      see(concept, terms.starts[i]!, terms.ends[i]!);
    }
    for (const { concept, rest } of phrases) {
      if (follows(terms, i + 1, rest)) {
        see(concept, terms.starts[i]!, terms.ends[i + rest.length]!);
      }
    }
  }
}

function follows(terms: SearchTerms, from: number, rest: readonly number[]): boolean {
  if (from + rest.length > terms.count) {
    return false;
  }
  for (let k = 0; k < rest.length; k++) {
    const is = rest[k] === anyNumber ? terms.kinds[from + k] === TermKind.number : terms.hashes[from + k] === rest[k];
    if (!is) {
      return false;
    }
  }
  return true;
}

/** Leftmost, longest. A single kanji must stand alone, a katakana or Latin form be the whole run. */
function visitJapanese({ units, length }: SearchTerms, text: string, see: SeeConcept): void {
  const { forms, starters } = theLexicon();
  const classOf = charClassTable();
  for (let at = 0; at < length; at++) {
    const starter = starters[units[at]!]!;
    if (starter === 0) {
      continue;
    }
    const { list, seconds } = forms[starter - 1]!;
    const second = units[at + 1]!;
    for (let i = 0; i < list.length; i++) {
      if ((seconds[i] === 0 || seconds[i] === second) && matches(list[i]!.text, text, at, classOf)) {
        const end = at + list[i]!.text.length;
        for (const concept of list[i]!.concepts) {
          see(concept, at, end);
        }
        at = end - 1;
        break;
      }
    }
  }
}

function matches(form: string, text: string, at: number, classOf: Uint8Array): boolean {
  const after = at + form.length;
  if (!text.startsWith(form, at)) {
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
  const places = new HashTable(4096);
  const words: Word[] = [];
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
      let place = places.get(first);
      if (place < 0) {
        place = words.push({ concepts: [], phrases: [] }) - 1;
        places.set(first, place);
      }
      const word = words[place]!;
      if (others.length > 0) {
        word.phrases.push({ rest: others, concept });
      } else if (!word.concepts.includes(concept)) {
        word.concepts.push(concept);
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
  return { names, japaneseNames, places, words, ...byFirstUnit(forms), opposites, neighbours };
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
function byFirstUnit(all: ReadonlyMap<string, readonly number[]>): Pick<Lexicon, 'forms' | 'starters'> {
  const groups = new Map<number, Form[]>();
  for (const [text, own] of all) {
    const concepts = new Set(own);
    for (let from = 0; text.length >= 4 && from < text.length; from += 2) {
      for (let to = from + 2; to <= text.length; to += 2) {
        for (const concept of negating.includes(text.charAt(0)) ? [] : (all.get(text.slice(from, to)) ?? [])) {
          concepts.add(concept);
        }
      }
    }
    addTo(groups, text.charCodeAt(0), {
      text,
      concepts: own.includes(noConcept) ? [] : [...concepts].filter(isConcept),
    });
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
