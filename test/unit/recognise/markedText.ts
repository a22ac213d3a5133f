import type { DateMention, Mention, NameKind } from '../../../src/model/recognition';

const kinds: Record<string, NameKind> = { p: 'person', o: 'organization', c: 'country', l: 'place' };

/**
 * Text with its names marked: `{p:Ann Lee}` is a person with the id "ann-lee", o an organisation, c a country, l a
 * place; `{p:ann-lee|Lee}` gives the id; `{d:2025-05|May 2025}` is a date.
 */
export function marked(source: string): { text: string; mentions: Mention[]; dates: DateMention[] } {
  const mentions: Mention[] = [];
  const dates: DateMention[] = [];
  let text = '';
  let last = 0;
  for (const match of source.matchAll(/\{([pocld]):(?:([^|}]*)\|)?([^}]*)\}/g)) {
    text += source.slice(last, match.index);
    const [whole, kind = '', id, name = ''] = match;
    const range = { start: text.length, end: text.length + name.length };
    if (kind === 'd') {
      dates.push({ ...range, value: id ?? null, rule: 'test', confidence: 1 });
    } else {
      const actor = id ?? name.toLowerCase().replaceAll(' ', '-');
      mentions.push({ ...range, kind: kinds[kind]!, actor, name });
    }
    text += name;
    last = match.index + whole.length;
  }
  return { text: text + source.slice(last), mentions, dates };
}
