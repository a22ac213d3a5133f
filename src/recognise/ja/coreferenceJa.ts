import type { ActorId, NameKind } from '../../model/recognition';
import type { Morphemes } from './morphemes';
import type { FoundName, NameSet } from './nameSet';
import { openRoles } from './roles';
import { hasTitleAfter } from './titles';
import { WordClass } from './wordClasses';

/** A shorter form of a name and the actor that it means from `since` on. */
interface Alias {
  readonly since: number;
  readonly kind: NameKind;
  readonly actor: ActorId | undefined;
  readonly name: string;
}

const nounClasses = WordClass.katakana | WordClass.latin;
const longestAbbreviation = 14;

/**
 * The document as its own evidence: after 山田太郎 the family name alone is that person, after ハンス・ベルガー its last
 * part, after 世界海洋機構（WSO） the abbreviation. Finds further mentions and tells who the short ones are.
 */
export function resolveShortForms(names: NameSet): FoundName[] {
  const { words } = names;
  const aliases = collectAliases(names);
  if (aliases.size === 0) {
    return names.found;
  }
  addMentions(names, aliases);
  return names.found.map((found) => {
    if (found.actor) {
      return found;
    }
    const form = words.text.slice(found.start, found.end);
    const alias = aliasAt(aliases, form, found.start);
    return alias && alias.kind === found.kind ? { ...found, actor: alias.actor, name: alias.name } : found;
  });
}

function collectAliases(names: NameSet): Map<string, Alias[]> {
  const { text } = names.words;
  const aliases = new Map<string, Alias[]>();
  const put = (form: string, alias: Alias): void => {
    if (form.length > 1) {
      const known = aliases.get(form);
      if (known) {
        known.push(alias);
      } else {
        aliases.set(form, [alias]);
      }
    }
  };
  for (const found of [...names.found].sort((a, b) => a.start - b.start)) {
    const form = text.slice(found.start, found.end);
    const alias: Alias = { since: found.start, kind: found.kind, actor: found.actor, name: found.name ?? form };
    if (found.kind === 'person') {
      if (found.familyEnd) {
        put(text.slice(found.start, found.familyEnd), alias);
      } else if (form.includes('・')) {
        const parts = form.split(/[・＝=]/);
        put(parts[parts.length - 1]!, alias);
        put(parts[0]!, alias);
      }
    } else if (found.kind === 'organization') {
      const abbreviation = abbreviationAfter(text, found.end);
      if (abbreviation) {
        put(abbreviation, alias);
      }
    }
  }
  return aliases;
}

/** KIIS in キーウ国際社会学研究所（KIIS）. */
function abbreviationAfter(text: string, at: number): string | null {
  if (text[at] !== '（' && text[at] !== '(') {
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

function addMentions(names: NameSet, aliases: Map<string, Alias[]>): void {
  const { words } = names;
  const firsts = new Uint8Array(1024);
  for (const form of aliases.keys()) {
    firsts[form.charCodeAt(0) & 1023] = 1;
  }
  for (let at = 0; at < words.count; at++) {
    const start = words.starts[at]!;
    if (names.isTaken(at) || firsts[words.text.charCodeAt(start) & 1023] === 0) {
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
