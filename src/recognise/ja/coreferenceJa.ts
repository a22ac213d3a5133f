import type { ActorId, Mention, NameKind } from '../../model/recognition';
import { CharClass, charClassTable } from '../../text/charClass';
import type { KnownActor } from './knownNames';
import { familyLength, type JapaneseLexicon } from './lexicon';
import { agreeInLists, joinBodies } from './listAgreement';
import type { Morphemes } from './morphemes';
import type { FoundName, NameSet } from './nameSet';
import { openRoles, Role } from './roles';
import { stateSigns } from './statePairs';
import { hasTitleAfter } from './titles';
import { WordClass } from './wordClasses';

/** A shorter form of a name and the actor that it means from `since` on. */
interface Alias {
  readonly since: number;
  readonly kind: NameKind;
  readonly actor: ActorId;
  readonly name: string;
}

const nounClasses = WordClass.katakana | WordClass.latin;
const kanjiName = /^[\u4e00-\u9fff\u3005]{3,5}$/;
const longestAbbreviation = 14;

/**
 * The document as its own evidence: after 山田太郎 the family name alone is that person, after ハンス・ベルガー its last
 * part, after 世界海洋機構（WSO） the abbreviation. Finds further mentions and tells who the short ones are.
 */
export function resolveShortForms(names: NameSet, lexicon: JapaneseLexicon): Mention[] {
  const { text } = names.words;
  names.endPass();
  joinBodies(names);
  agreeInLists(names);
  const aliases = collectAliases(names, lexicon);
  if (aliases.size > 0) {
    names.startPass();
    addMentions(names, aliases);
    names.endPass();
  }
  addStateSigns(names, lexicon);
  return names.found.map(({ start, end, kind: guessed, actor, name, isGuess }) => {
    const told = isGuess ? aliasAt(aliases, text.slice(start, end), start) : undefined;
    const kind = told?.kind ?? guessed;
    if (actor && name) {
      return { start, end, kind, actor, name };
    }
    const form = text.slice(start, end);
    if (!actor) {
      const alias = aliasAt(aliases, form, start);
      if (alias && alias.kind === kind) {
        return { start, end, kind, actor: alias.actor, name: alias.name };
      }
      const known = kind === 'person' ? lexicon.known.byFamily.get(form) : undefined;
      if (known) {
        return { start, end, kind, actor: known.id, name: known.name };
      }
    }
    return { start, end, kind, actor: actor ?? form, name: name ?? form };
  });
}

function collectAliases(names: NameSet, lexicon: JapaneseLexicon): Map<string, Alias[]> {
  const { text } = names.words;
  const aliases = new Map<string, Alias[]>();
  const put = (form: string, { start, end, kind, actor, name }: FoundName): void => {
    if (form.length > 1) {
      const whole = text.slice(start, end);
      const alias: Alias = { since: start, kind, actor: actor ?? whole, name: name ?? whole };
      const known = aliases.get(form);
      if (known) {
        known.push(alias);
      } else {
        aliases.set(form, [alias]);
      }
    }
  };
  for (const found of names.found) {
    if (found.isGuess) {
      continue;
    }
    if (found.kind === 'organization') {
      putBody(text, found, aliases, put);
      const abbreviation = abbreviationAfter(text, found.end);
      if (abbreviation) {
        put(abbreviation, found);
      }
    }
    if (found.kind !== 'person') {
      continue;
    }
    if (found.familyEnd) {
      put(text.slice(found.start, found.familyEnd), found);
      continue;
    }
    const form = text.slice(found.start, found.end);
    if (foreignName.test(form)) {
      put(form, found);
    }
    if (kanjiName.test(form)) {
      put(form.slice(0, familyLength(lexicon.reader, form)), found);
    } else if (form.includes('・')) {
      const parts = form.split(/[・＝=]/);
      put(parts[parts.length - 1]!, found);
      put(parts[0]!, found);
    }
  }
  return aliases;
}

const foreignName = /^[ァ-ヴー]{3,}$/;
const legalForm =
  /^(?:株式会社|有限会社|合同会社|学校法人|医療法人|社会福祉法人|一般社団法人|公益社団法人|一般財団法人|公益財団法人|NPO法人|㈱)|(?:株式会社|有限会社|合同会社|㈱)$/;
const shortestBody = 3;

/** The whole name of a body that no list holds, and the name without 株式会社: each means it wherever it stands. */
function putBody(
  text: string,
  found: FoundName,
  aliases: ReadonlyMap<string, unknown>,
  put: (form: string, found: FoundName) => void,
): void {
  const form = text.slice(found.start, found.end);
  if (found.actor || aliases.has(form)) {
    return;
  }
  if (form.length >= shortestBody) {
    put(form, found);
  }
  if (form.includes('会社') || form.includes('法人') || form.includes('㈱')) {
    const bare = form.replace(legalForm, '');
    if (bare !== form && bare.length >= shortestBody) {
      put(bare, found);
    }
  }
}

const signsAlone = '米露独仏英';
const afterSign = 'がはもにをとへの';

/** 米が, 独に: the sign alone is a state where the text names that state elsewhere. */
function addStateSigns(names: NameSet, lexicon: JapaneseLexicon): void {
  const states = new Set<ActorId>();
  for (const { kind, actor } of names.found) {
    if (kind === 'country' && actor) {
      states.add(actor);
    }
  }
  names.startPass();
  for (const sign of signsAlone) {
    const state = states.has(stateSigns[sign]!) ? lexicon.known.byId(stateSigns[sign]!) : undefined;
    if (state) {
      addStateSign(names, sign, state);
    }
  }
  names.endPass();
}

function addStateSign(names: NameSet, sign: string, state: KnownActor): void {
  const { words } = names;
  const { text } = words;
  // Few signs stand in a text: it is quicker to search for them than to look at every word.
  for (let start = text.indexOf(sign); start >= 0; start = text.indexOf(sign, start + 1)) {
    if (!afterSign.includes(text[start + 1] ?? ' ')) {
      continue;
    }
    const at = wordAt(words, start);
    const isSign = words.starts[at] === start && words.ends[at] === start + 1 && (words.roles[at]! & Role.state) !== 0;
    if (isSign && !names.isTaken(at) && isOpen(words, at, at - 1, names)) {
      names.addKnown(at, at, state);
    }
  }
}

/** The last word that begins at the offset or before it. */
function wordAt({ starts, count }: Morphemes, offset: number): number {
  let low = 0;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

const bracket = 0x28;
const wideBracket = 0xff08;

/** KIIS in キーウ国際社会学研究所（KIIS）. */
function abbreviationAfter(text: string, at: number): string | null {
  const unit = text.charCodeAt(at);
  if (unit !== wideBracket && unit !== bracket) {
    return null;
  }
  const inside = text.slice(at + 1, at + 2 + longestAbbreviation);
  const close = inside.search(/[）)]/);
  const form = close < 0 ? '' : inside.slice(0, close).replace(/^(?:略称|通称|以下)[:：、]?/, '');
  return /^[A-Z][A-Za-z0-9-]+$/.test(form) ? form : null;
}

/** The last one named before `at`, else the first. */
function aliasAt(aliases: Map<string, Alias[]>, form: string, at: number): Alias | undefined {
  const all = aliases.get(form);
  if (!all) {
    return undefined;
  }
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.since < at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return all[Math.max(0, low - 1)];
}

/** Pairs of characters that a short form begins with, hashed; filled anew for each text. */
const beginnings = new Uint8Array(4096);
/** Classes of words that no short form begins with. */
let foreignClasses = 0;

function beginningIndex(text: string, at: number): number {
  return (Math.imul(text.charCodeAt(at), 61) + text.charCodeAt(at + 1)) & 4095;
}

function addMentions(names: NameSet, aliases: Map<string, Alias[]>): void {
  const { words } = names;
  const longForms = indexForms(aliases);
  for (let at = 0; at < words.count; at++) {
    if (words.classes[at]! & foreignClasses) {
      continue;
    }
    const start = words.starts[at]!;
    const index = beginningIndex(words.text, start);
    if (beginnings[index] === 0 || names.isTaken(at)) {
      continue;
    }
    const long = words.ends[at]! - start > 1;
    if (long && addMention(names, aliases, words.text.slice(start, words.ends[at]!), at, at)) {
      continue;
    }
    for (const form of longForms.get(index) ?? []) {
      const last = words.text.startsWith(form, start) ? freeEnd(names, at, start + form.length) : -1;
      if (last > at && addMention(names, aliases, form, at, last)) {
        break;
      }
    }
  }
}

/** So many long forms with one beginning are looked for, that a text of nothing else is read in linear time. */
const mostAlike = 24;
const longForm = 4;

/** Marks what the forms begin with; returns those that may be several words, by their beginning, the longest first. */
function indexForms(aliases: Map<string, Alias[]>): Map<number, string[]> {
  const longForms = new Map<number, string[]>();
  const classes = charClassTable();
  beginnings.fill(0);
  foreignClasses = WordClass.hiragana | WordClass.newline;
  for (const form of aliases.keys()) {
    if (classes[form.charCodeAt(0)] === CharClass.hiragana) {
      foreignClasses = WordClass.newline;
    }
    const index = beginningIndex(form, 0);
    beginnings[index] = 1;
    const others = longForms.get(index);
    if (form.length < longForm || (others && others.length >= mostAlike)) {
      continue;
    }
    if (others) {
      others.push(form);
      others.sort((a, b) => b.length - a.length);
    } else {
      longForms.set(index, [form]);
    }
  }
  return longForms;
}

function addMention(names: NameSet, aliases: Map<string, Alias[]>, form: string, first: number, last: number): boolean {
  const alias = aliasAt(aliases, form, names.words.starts[first]!);
  const found = alias && alias.since !== names.words.starts[first] && standsAlone(names, first, last, alias.kind);
  if (found) {
    names.add(first, last, alias.kind, { actor: alias.actor, name: alias.name });
  }
  return found ?? false;
}

/** The word that ends at `end`, where none from `first` to it is taken; else -1. */
function freeEnd(names: NameSet, first: number, end: number): number {
  const { words } = names;
  for (let at = first; at < words.count && words.ends[at]! <= end && !names.isTaken(at); at++) {
    if (words.ends[at] === end) {
      return at;
    }
  }
  return -1;
}

function standsAlone(names: NameSet, first: number, last: number, kind: NameKind): boolean {
  const { words } = names;
  // 相良2発: after a person's name a number begins something else.
  const next = last + 1;
  const counted = kind === 'person' && next < words.count && (words.classes[next]! & WordClass.digit) !== 0;
  return (
    isOpen(words, first, first - 1, names) &&
    (counted || isOpen(words, last, next, names) || hasTitleAfter(words, last))
  );
}

function isOpen(words: Morphemes, at: number, beside: number, names: NameSet): boolean {
  if (beside < 0 || beside >= words.count || names.isTaken(beside)) {
    return true;
  }
  const touching = beside < at ? words.ends[beside] === words.starts[at] : words.starts[beside] === words.ends[at];
  const kind = words.classes[beside]!;
  const mark = WordClass.hiragana | WordClass.punctuation | WordClass.newline;
  return !touching || (kind & mark & ~nounClasses) !== 0 || (words.roles[beside]! & openRoles) !== 0;
}
