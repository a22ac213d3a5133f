import type { Language } from '../model/recognition';
import { escapeMarkdown } from './escapeMarkdown';
import type { Loss } from './loss';
import { countLosses } from './losses';
import { reportText } from './reportText';

/**
 * What a format could not carry, counted and listed, as Markdown: the content of `<export>.loss.md`. Every item is
 * named, however many there are; equal input gives equal text.
 */
export function lossReportMarkdown(label: string, losses: readonly Loss[], language?: Language): string {
  const words = reportText(language);
  const out = [`# ${words.losses}: ${escapeMarkdown(label)}`, ''];
  if (losses.length === 0) {
    return [...out, words.nothingLost, ''].join('\n');
  }
  const byKind = new Map<string, Loss[]>();
  for (const loss of losses) {
    const list = byKind.get(loss.kind) ?? [];
    list.push(loss);
    byKind.set(loss.kind, list);
  }
  for (const { kind, count } of countLosses(losses)) {
    out.push(`- ${words.lossKinds[kind]}: ${count}`);
  }
  out.push('');
  for (const { kind } of countLosses(losses)) {
    out.push(`## ${words.lossKinds[kind]}`, '');
    for (const loss of byKind.get(kind) ?? []) {
      const where = [loss.article, loss.item].filter((part) => part !== undefined && part !== '').join('#');
      out.push(`- ${escapeMarkdown(where)}: ${escapeMarkdown(loss.detail)}`);
    }
    out.push('');
  }
  return out.join('\n');
}
