import type { Mention } from '../../model/recognition';
import { CharClass, charClassTable } from '../../text/charClass';
import { type Alias, aliasAt, collectAliases } from './aliases';
import type { JapaneseLexicon } from './lexicon';
import { agreeInLists, joinBodies } from './listAgreement';
import { addStateSigns } from './loneStateSigns';
import type { NameSet } from './nameSet';
import { standsAlone } from './standsAlone';
import { WordClass } from './wordClasses';

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

/** Pairs of characters that a short form begins with, hashed; filled anew for each text. */
const beginnings = new Uint8Array(4096);
/** Classes of words that no short form begins with. */
let foreignClasses = 0;

function beginningIndex(text: string, at: number): number {
  // To look past a text's end makes engines throw the fast form of this function away.
  const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return (Math.imul(text.charCodeAt(at), 61) + second) & 4095;
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
