import { Gradual } from '../../base/gradual';
import { foldedHash } from '../../text/fold';
import { countryTable } from '../countryTable';
import commonWords from '../data/en/commonWords.txt';
import givenNames from '../data/en/givenNames.txt';
import historicPersons from '../data/en/historicPersons.txt';
import nameWords from '../data/en/nameWords.txt';
import notActors from '../data/en/notActors.txt';
import organizations from '../data/en/organizations.txt';
import otherNames from '../data/en/otherNames.txt';
import placeNames from '../data/en/placeNames.txt';
import surnames from '../data/en/surnames.txt';
import titlePhrases from '../data/en/titlePhrases.txt';
import wellKnownPersons from '../data/en/wellKnownPersons.txt';
import knownActors from '../data/knownActors.txt';
import { Gazetteer, type GazetteerEntry } from '../gazetteer';
import { NameForms } from '../nameForms';
import { RecentWords } from '../recentWords';
import { WordTable } from '../wordTable';
import { NameList } from './nameList';
import { isWordClass, Word } from './wordClasses';

/** All that is known about English words and names. */
export interface LexiconEn {
  /** {@link Word} flags by folded hash. */
  readonly words: WordTable;
  /** The same, quicker where words repeat. */
  readonly recent: RecentWords;
  readonly gazetteer: Gazetteer;
}

/** To be read in steps before they are needed. */
export const englishLists = new Gradual(readLexicon);

/** The English lists, read on first use and kept. */
export function lexiconEn(): LexiconEn {
  return englishLists.get();
}

function* readLexicon(): Generator<void, LexiconEn> {
  const words = new WordTable(87000);
  addWords(words, commonWords, Word.common);
  yield;
  addWords(words, givenNames, Word.given);
  yield;
  addWords(words, surnames, Word.surname);
  yield;
  addClasses(words, nameWords);
  yield;
  const gazetteer = new Gazetteer((hash) => words.add(hash, Word.gazetteer));
  // The first to claim a form keeps it.
  addList(words, gazetteer, notActors, 'misc');
  yield;
  addCountries(gazetteer);
  yield;
  yield* addKnownActors(words, gazetteer);
  addList(words, gazetteer, organizations, 'organization');
  yield;
  addList(words, gazetteer, titlePhrases, 'title');
  yield;
  addList(words, gazetteer, wellKnownPersons, 'person');
  yield;
  addList(words, gazetteer, otherNames, 'misc');
  yield;
  addPlaces(gazetteer, words, placeNames);
  yield;
  addList(words, gazetteer, historicPersons, 'person');
  yield;
  relaxSpokenAcronyms(words, gazetteer, `${knownActors}\n${organizations}`);
  return { words, recent: new RecentWords(words), gazetteer };
}

/** A word a line, folded already. */
function addWords(words: WordTable, list: string, flag: number): void {
  let hash = 0x811c9dc5;
  for (let i = 0; i < list.length; i++) {
    const unit = list.charCodeAt(i);
    if (unit === 0x0a) {
      words.add(hash >>> 0, flag);
      hash = 0x811c9dc5;
    } else {
      hash = Math.imul(hash ^ unit, 0x01000193);
    }
  }
}

/** "class: word word ..." a line. */
function addClasses(words: WordTable, list: string): void {
  for (const line of list.split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon));
    if (isWordClass(name)) {
      for (const word of line.slice(colon + 1).split(' ')) {
        if (word !== '') {
          const hash = foldedHash(word);
          words.add(hash, Word[name]);
          if (name === 'function') {
            words.remove(hash, Word.given | Word.surname | Word.place);
          }
        }
      }
    }
  }
}

function addCountries(gazetteer: Gazetteer): void {
  const texts: string[] = [];
  const entries: GazetteerEntry[] = [];
  const put = (forms: readonly string[], entry: GazetteerEntry): void => {
    for (const form of forms) {
      texts.push(form.startsWith('=') ? form.slice(1) : form);
      entries.push(entry);
    }
  };
  for (const { id, name, names, demonyms, seats } of countryTable()) {
    put([name, ...names], { id, name, kind: 'country' });
    put(
      demonyms.filter((form) => !form.endsWith('-')),
      { id, name, kind: 'country', adjective: true },
    );
    put(
      demonyms.filter((form) => form.endsWith('-')).map((form) => form.slice(0, -1)),
      { id, name, kind: 'country', adjective: true, prefix: true },
    );
    put(seats, { id, name, kind: 'country', seat: true });
  }
  eachLine(texts.join('\n'), (forms, _, line) => gazetteer.add(forms, 0, entries[line]!));
}

/** A line whose form is known already adds its others to that actor. */
function addList(words: WordTable, gazetteer: Gazetteer, text: string, kind: GazetteerEntry['kind']): void {
  const list = new NameList(text, kind);
  eachLine(text, (forms, start) => {
    const owner = forms.count > 1 ? ownerIn(gazetteer, forms, list) : undefined;
    for (let n = 0; n < forms.count; n++) {
      const row = start * 2 + (forms.areAfterArticle[n] || addSurname(words, forms, n, kind) ? 1 : 0);
      gazetteer.add(forms, n, owner?.source ?? list, owner ? (owner.row & ~1) | (row & 1) : row);
    }
  });
}

/** Whose the first known form of a line is in the lists before this one. */
function ownerIn(gazetteer: Gazetteer, forms: NameForms, list: NameList): ReturnType<Gazetteer['ownerOf']> {
  for (let n = 0; n < forms.count; n++) {
    const owner = gazetteer.ownerOf(forms, n, list.kind);
    if (owner && owner.source !== list) {
      return owner;
    }
  }
  return undefined;
}

/**
 * The last word of a person's name is a surname. Answers whether a title stands before the name, which is no part of it:
 * "Pope Francis" is found, "Francis" is the name.
 */
function addSurname(words: WordTable, forms: NameForms, n: number, kind: GazetteerEntry['kind']): boolean {
  if (kind !== 'person' || !forms.haveSpaces[n]) {
    return false;
  }
  words.add(forms.lastWords[n]!, Word.surname);
  return (words.get(forms.firstTokens[n]!) & (Word.title | Word.honorific)) !== 0;
}

/** British papers write acronyms that are spoken as words like names: Nato, Unicef. */
function relaxSpokenAcronyms(words: WordTable, gazetteer: Gazetteer, lists: string): void {
  const others = Word.common | Word.place | Word.function;
  const spoken = (lists.match(/\b[A-Z]{4,7}\b/g) ?? []).filter(
    (acronym) => /[AEIOU]/.test(acronym) && (words.get(foldedHash(acronym)) & others) === 0,
  );
  eachLine([...new Set(spoken)].join('\n'), (forms) => gazetteer.relax(forms, 0));
}

/** A place a line. Single words are flags only, since many of them are persons' names too. */
function addPlaces(gazetteer: Gazetteer, words: WordTable, text: string): void {
  const list = new NameList(text, 'place');
  eachLine(text, (forms, start) => {
    for (let n = 0; n < forms.count; n++) {
      if (!forms.haveSpaces[n] && !forms.areJoined[n]) {
        words.add(forms.lastWords[n]!, Word.place);
      } else if (n > 0 || !text.startsWith('The ', start)) {
        // "The Netherlands" is the Netherlands with its article.
        gazetteer.add(forms, n, list, start * 2 + (forms.areAfterArticle[n] ? 1 : 0));
      }
    }
  });
}

/** Calls back with the forms of every line, where it begins and its number; the forms are good until the next line. */
function eachLine(text: string, visit: (forms: NameForms, start: number, line: number) => void): void {
  const forms = new NameForms();
  let line = 0;
  for (let start = 0; start < text.length; line++) {
    const next = forms.readLine(text, start);
    if (forms.count > 0) {
      visit(forms, start, line);
    }
    start = next;
  }
}

/** The shared table of well-known actors: id, kind, English names, Japanese names. */
function* addKnownActors(words: WordTable, gazetteer: Gazetteer): Generator<void> {
  for (const [letter, kind] of [
    ['p', 'person'],
    ['o', 'organization'],
  ] as const) {
    const lines = knownActors.split('\n').flatMap((line) => {
      const [id, rowKind, english] = line.split('\t');
      return rowKind === letter && english ? [`${id}=${english}`] : [];
    });
    addList(words, gazetteer, lines.join('\n'), kind);
    yield;
  }
}
