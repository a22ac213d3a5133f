import * as vscode from 'vscode';
import type { TextRange } from '../model/range';
import { commands } from './contributions';
import { escapeMarkdown } from './escapeMarkdown';

/** The only commands that a card may run. Each checks what it is given. */
const trusted = [
  commands.reveal,
  commands.recordClaim,
  commands.editClaim,
  commands.linkClaim,
  commands.correctActor,
  commands.correctDate,
  commands.setPublicationDate,
  commands.openSidecar,
] as const;

export type TrustedCommand = (typeof trusted)[number];

/** A place in an article, as links carry it. */
export interface Place extends TextRange {
  readonly article: string;
}

/** Reads a place that came back through a link; `undefined` for anything else. */
export function asPlace(value: unknown): Place | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { article, start, end } = value as Record<string, unknown>;
  return typeof article === 'string' && Number.isSafeInteger(start) && Number.isSafeInteger(end)
    ? { article, start: start as number, end: end as number }
    : undefined;
}

/** Markdown of a link that runs one of our commands. Label and tooltip are shown as they are. */
export function commandLink(label: string, command: TrustedCommand, argument: unknown, tooltip?: string): string {
  const target = `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
  // Parentheses stay as they are in an encoded component, but would end the link.
  const uri = target.replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${escapeMarkdown(label)}](${uri}${tooltip ? ` "${escapeMarkdown(tooltip)}"` : ''})`;
}

/** A card: trusted for our own commands alone, no HTML, no icons out of text. */
export function card(markdown: string): vscode.MarkdownString {
  const result = new vscode.MarkdownString(markdown, false);
  result.isTrusted = { enabledCommands: trusted };
  result.supportHtml = false;
  return result;
}
