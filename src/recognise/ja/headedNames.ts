import type { NameKind } from '../../model/recognition';
import type { JapaneseLexicon } from './lexicon';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { Role } from './roles';
import { nameClasses, WordClass } from './wordClasses';

const heads = Role.organization | Role.organizationShort | Role.place | Role.other;
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
    }
  }
}

function isHead(words: Morphemes, at: number, from: number): boolean {
  const role = words.roles[at]!;
  if (words.classes[at]! & WordClass.organization) {
    return true;
  }
  return (role & heads) !== 0 && (at > from || (role & Role.compound) !== 0);
}

/** Whether no name goes on over this word. */
function isBoundary(words: Morphemes, at: number, from: number): boolean {
  const kind = words.classes[at]!;
  const role = words.roles[at]!;
  if (role & heads && at > from) {
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
  const named = hasName(words, from, head);
  if (words.classes[head]! & WordClass.organization && words.ends[head]! - words.starts[head]! > 1) {
    return 'organization';
  }
  if (role & Role.compound) {
    return role & Role.organization ? 'organization' : role & Role.place ? 'place' : 'misc';
  }
  if (head === from) {
    return null;
  }
  if (role & Role.organization) {
    return named || !onlyGeneric(words, from, head) ? 'organization' : null;
  }
  if (role & Role.organizationShort && (named || head - from > 2)) {
    return 'organization';
  }
  if (role & Role.place) {
    return named ? 'place' : null;
  }
  if (role & Role.other) {
    return 'misc';
  }
  return null;
}

function hasName(words: Morphemes, from: number, head: number): boolean {
  for (let at = from; at < head; at++) {
    if (words.classes[at]! & (nameClasses | WordClass.katakana | WordClass.latin | WordClass.unknown)) {
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
