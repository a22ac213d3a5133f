import type { NameKind } from '../../model/recognition';
import type { JapaneseLexicon } from './lexicon';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { Role } from './roles';
import { nameClasses, WordClass } from './wordClasses';

const heads = Role.organization | Role.organizationShort | Role.industry | Role.place | Role.other | Role.otherShort;
const commonClasses = WordClass.noun | WordClass.verbalNoun | WordClass.adjectivalNoun;
const namesNoCountry = (nameClasses & ~WordClass.country) | WordClass.katakana | WordClass.latin | WordClass.unknown;
const dateUnit = /^[年月日時分秒歳円人位回目]/;

/**
 * Names whose last word tells what they are: …省, …大学, …戦争, …市. Read from left to right in a chunk of nouns: the
 * name reaches from the last word that cannot be part of it to the last head before the next such word.
 */
export function findHeadedNames(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  const { words } = names;
  let from = first;
  let head = -1;
  for (let at = first; at <= end; at++) {
    const stop = at === end || names.isTaken(at) || isBoundary(words, at, from);
    if (stop) {
      if (head >= from) {
        accept(names, lexicon, from, head);
      }
      from = at + 1;
      head = -1;
    } else if (isHead(words, at, from)) {
      head = at;
      if (isTerminal(words, at, end)) {
        accept(names, lexicon, from, head);
        from = at + 1;
        head = -1;
      }
    }
  }
}

function isHead(words: Morphemes, at: number, from: number): boolean {
  const role = words.roles[at]!;
  if (words.classes[at]! & WordClass.organization && !(words.classes[at]! & commonClasses)) {
    return true;
  }
  return (role & heads) !== 0 && (at > from || (role & Role.compound) !== 0);
}

/** Whether no name goes on over this word. */
function isBoundary(words: Morphemes, at: number, from: number): boolean {
  const kind = words.classes[at]!;
  const role = words.roles[at]!;
  if (role & (heads & ~Role.otherShort) && at > from && !(role & Role.apart)) {
    return false;
  }
  if (role & (Role.role | Role.apart) || kind & (WordClass.honorific | WordClass.timeNoun | WordClass.timeSuffix)) {
    return true;
  }
  if (kind & (WordClass.counter | WordClass.suffix) && at > 0 && words.classes[at - 1]! & WordClass.digit) {
    return dateUnit.test(words.text.slice(words.starts[at]!, words.ends[at]!));
  }
  return false;
}

/** Whether a name that ends in this word does not go on: 東京大学 in 東京大学医学部. */
function isTerminal(words: Morphemes, at: number, end: number): boolean {
  const length = words.ends[at]! - words.starts[at]!;
  const word = words.text.slice(words.starts[at]!, words.ends[at]!);
  if (at + 1 < end && words.roles[at + 1]! & (Role.organization | Role.organizationShort)) {
    return false;
  }
  return word.endsWith('大学') || (length > 2 && (words.classes[at]! & WordClass.organization) !== 0);
}

function accept(names: NameSet, lexicon: JapaneseLexicon, from: number, head: number): void {
  const { words } = names;
  const kind = kindOf(words, from, head);
  if (!kind) {
    return;
  }
  const known = lexicon.known.find(words.text, words.starts[from]!, words.ends[head]!);
  names.add(from, head, known ? known.kind : kind, { actor: known?.id, name: known?.name });
}

function kindOf(words: Morphemes, from: number, head: number): NameKind | null {
  const role = words.roles[head]!;
  const named = hasName(words, from, head, WordClass.country);
  if (words.classes[head]! & WordClass.organization && words.ends[head]! - words.starts[head]! > 1) {
    return 'organization';
  }
  if (role & Role.compound) {
    return role & Role.organization
      ? 'organization'
      : role & Role.industry
        ? 'organization'
        : role & Role.place
          ? 'place'
          : 'misc';
  }
  if (head === from) {
    return null;
  }
  if (role & Role.organization) {
    return named || !onlyGeneric(words, from, head) ? 'organization' : null;
  }
  if (role & Role.industry) {
    return hasName(words, from, head, 0) ? 'organization' : null;
  }
  if (role & Role.organizationShort && (named || head - from > 2)) {
    return 'organization';
  }
  if (role & Role.place) {
    return hasName(words, from, head, 0) ? 'place' : null;
  }
  if (role & Role.other) {
    return 'misc';
  }
  if (role & Role.otherShort) {
    return head - from > 1 || !(words.classes[from]! & WordClass.country) ? 'misc' : null;
  }
  return null;
}

/** Whether a proper name stands before the head; `also`: classes that count beside the usual ones. */
function hasName(words: Morphemes, from: number, head: number, also: number): boolean {
  for (let at = from; at < head; at++) {
    const kind = words.classes[at]!;
    if (kind & commonClasses && kind & WordClass.katakana) {
      continue;
    }
    if (kind & (namesNoCountry | also)) {
      return true;
    }
  }
  return false;
}

function onlyGeneric(words: Morphemes, from: number, head: number): boolean {
  for (let at = from; at < head; at++) {
    if (
      !(
        words.roles[at]! & Role.generic || words.classes[at]! & (WordClass.digit | WordClass.number | WordClass.counter)
      )
    ) {
      return false;
    }
  }
  return true;
}
