import { foldedHash } from '../../text/fold';
import { type Tokens, tokenise } from '../../text/tokens';
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

let lexicon: LexiconEn | undefined;

/** The English lists, read on first use and kept. */
export function lexiconEn(): LexiconEn {
  lexicon ??= readLexicon();
  return lexicon;
}

function readLexicon(): LexiconEn {
  const words = new WordTable(87000);
  addWords(words, commonWords, Word.common);
  addWords(words, givenNames, Word.given);
  addWords(words, surnames, Word.surname);
  addClasses(words, nameWords);
  const gazetteer = new Gazetteer((hash) => words.add(hash, Word.gazetteer));
  // The first to claim a form keeps it.
  addList(words, gazetteer, notActors, 'misc');
  addCountries(gazetteer);
  addKnownActors(words, gazetteer);
  addList(words, gazetteer, organizations, 'organization');
  addList(words, gazetteer, titlePhrases, 'title');
  addList(words, gazetteer, wellKnownPersons, 'person');
  addList(words, gazetteer, otherNames, 'misc');
  addPlaces(gazetteer, words, placeNames);
  addList(words, gazetteer, historicPersons, 'person');
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
  const tokens = tokenise(texts.join('\n'));
  eachLine(tokens, (from, to, line) => gazetteer.addForm(tokens, from, to, entries[line]!));
}

/** A line whose form is known already adds its others to that actor. */
function addList(words: WordTable, gazetteer: Gazetteer, text: string, kind: GazetteerEntry['kind']): void {
  const list = new NameList(text, kind);
  const { tokens } = list;
  const known = new Map<number, ReturnType<Gazetteer['ownerOf']>>();
  list.eachForm(({ from, to, row, alone }) => {
    // The only form of its line has no others to add.
    const owner = alone ? undefined : gazetteer.ownerOf(tokens, from, to, kind);
    if (owner && !known.has(row >>> 1)) {
      known.set(row >>> 1, owner);
    }
  });
  list.eachForm(({ from, to, row }) => {
    let own = row;
    if (kind === 'person') {
      const last = list.lastWord(from, to);
      if (last > from) {
        words.add(foldedHash(text, tokens.starts[last], tokens.ends[to - 1]), Word.surname);
        // A title before a person's name is no part of it: "Pope Francis" is found, "Francis" is the name.
        const first = words.get(foldedHash(text, tokens.starts[from], tokens.ends[from]));
        own = (first & (Word.title | Word.honorific)) === 0 ? row : row | 1;
      }
    }
    const owner = known.get(row >>> 1);
    gazetteer.addForm(tokens, from, to, owner?.source ?? list, owner ? (owner.row & ~1) | (own & 1) : own);
  });
}

/** British papers write acronyms that are spoken as words like names: Nato, Unicef. */
function relaxSpokenAcronyms(words: WordTable, gazetteer: Gazetteer, lists: string): void {
  const others = Word.common | Word.place | Word.function;
  const spoken = (lists.match(/\b[A-Z]{4,7}\b/g) ?? []).filter(
    (acronym) => /[AEIOU]/.test(acronym) && (words.get(foldedHash(acronym)) & others) === 0,
  );
  const tokens = tokenise([...new Set(spoken)].join('\n'));
  eachLine(tokens, (from, to) => gazetteer.relax(tokens, from, to));
}

/** A place a line. Single words are flags only, since many of them are persons' names too. */
function addPlaces(gazetteer: Gazetteer, words: WordTable, text: string): void {
  const list = new NameList(text, 'place');
  const { tokens } = list;
  list.eachForm(({ from, to, row }) => {
    const start = tokens.starts[from]!;
    if (list.isOneWord(from, to)) {
      words.add(foldedHash(text, start, tokens.ends[to - 1]), Word.place);
    } else if (!text.startsWith('The ', start)) {
      // "The Netherlands" is the Netherlands with its article.
      gazetteer.addForm(tokens, from, to, list, row);
    }
  });
}

/** Calls back with the tokens `[from, to)` of every line that is not empty. */
function eachLine(tokens: Tokens, visit: (from: number, to: number, line: number) => void): void {
  const { text } = tokens;
  let line = 0;
  let from = 0;
  for (let i = 0; i <= tokens.count; i++) {
    if (i === tokens.count || text.charCodeAt(tokens.starts[i]!) === 0x0a) {
      if (i > from) {
        visit(from, i, line);
      }
      line++;
      from = i + 1;
    }
  }
}

/** The shared table of well-known actors: id, kind, English names, Japanese names. */
function addKnownActors(words: WordTable, gazetteer: Gazetteer): void {
  for (const [letter, kind] of [
    ['p', 'person'],
    ['o', 'organization'],
  ] as const) {
    const lines = knownActors.split('\n').flatMap((line) => {
      const [id, rowKind, english] = line.split('\t');
      return rowKind === letter && english ? [`${id}=${english}`] : [];
    });
    addList(words, gazetteer, lines.join('\n'), kind);
  }
}
