import type { ActorId, Mention, NameKind } from '../../model/recognition';
import type { KnownActor } from './knownNames';
import { familyLength, type JapaneseLexicon } from './lexicon';
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
  const aliases = collectAliases(names, lexicon);
  if (aliases.size > 0) {
    names.startPass();
    addMentions(names, aliases);
    names.endPass();
  }
  addStateSigns(names, lexicon);
  return names.found.map(({ start, end, kind, actor, name }) => {
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
    if (found.kind === 'organization') {
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

function beginningIndex(text: string, at: number): number {
  return (Math.imul(text.charCodeAt(at), 61) + text.charCodeAt(at + 1)) & 4095;
}

function addMentions(names: NameSet, aliases: Map<string, Alias[]>): void {
  const { words } = names;
  beginnings.fill(0);
  for (const form of aliases.keys()) {
    beginnings[beginningIndex(form, 0)] = 1;
  }
  for (let at = 0; at < words.count; at++) {
    const start = words.starts[at]!;
    const long = words.ends[at]! - start > 1;
    if (!long || names.isTaken(at) || beginnings[beginningIndex(words.text, start)] === 0) {
      continue;
    }
    const form = words.text.slice(start, words.ends[at]!);
    const alias = aliasAt(aliases, form, start);
    if (alias && alias.since !== start && standsAlone(names, at)) {
      names.add(at, at, alias.kind, { actor: alias.actor, name: alias.name });
    }
  }
}

function standsAlone(names: NameSet, at: number): boolean {
  const { words } = names;
  return isOpen(words, at, at - 1, names) && (isOpen(words, at, at + 1, names) || hasTitleAfter(words, at));
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
