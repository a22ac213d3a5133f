import type { ActorId, NameKind } from '../../model/recognition';
import { familyLength, type JapaneseLexicon } from './lexicon';
import type { FoundName, NameSet } from './nameSet';

/** A shorter form of a name and the actor that it means from `since` on. */
export interface Alias {
  readonly since: number;
  readonly kind: NameKind;
  readonly actor: ActorId;
  readonly name: string;
}

const kanjiName = /^[\u4e00-\u9fff\u3005]{3,5}$/;
const longestAbbreviation = 14;

/** The shorter forms of the names found, each with those that it may mean, in order of place. */
export function collectAliases(names: NameSet, lexicon: JapaneseLexicon): Map<string, Alias[]> {
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
export function aliasAt(aliases: Map<string, Alias[]>, form: string, at: number): Alias | undefined {
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
