import * as vscode from 'vscode';
import { isWebAddress } from '../../export/webAddress';
import type { Claim, Evidence, Verdict } from '../../model/claim';
import { shortLine } from '../../text/shortened';
import { readSetting } from '../contributions';
import type { OpenArticle } from '../openArticle';

const { t } = vscode.l10n;

interface VerdictItem extends vscode.QuickPickItem {
  /** The verdict afterwards; `undefined` where the question was left. */
  readonly change: () => Promise<Verdict | undefined>;
}

/**
 * Asks for what a fact-check found: the verdict first, then what it rests on. Gives the change of the claim;
 * `undefined` where nothing was changed. An empty verdict takes all of it away.
 */
export async function askForVerdict(article: OpenArticle, claim: Claim): Promise<Partial<Claim> | undefined> {
  if (!claim.verdict) {
    const reviewer = readSetting('author', article.document.uri).trim();
    const verdict = await askForRating({ rating: '', date: today(), evidence: [], ...(reviewer ? { reviewer } : {}) });
    return verdict && verdict.rating !== '' ? { verdict } : undefined;
  }
  const picked = await vscode.window.showQuickPick(verdictItems(claim.verdict), { title: t('Verdict') });
  const verdict = await picked?.change();
  return verdict && { verdict: verdict.rating === '' ? undefined : verdict };
}

function verdictItems(verdict: Verdict): VerdictItem[] {
  const text = (label: string, key: 'summary' | 'reviewer', prompt: string): VerdictItem => ({
    label,
    description: verdict[key] ?? '',
    change: async () => {
      const value = await vscode.window.showInputBox({ title: label, prompt, value: verdict[key] ?? '' });
      const { [key]: _, ...others } = verdict;
      return value === undefined ? undefined : { ...others, ...(value.trim() ? { [key]: value.trim() } : {}) };
    },
  });
  return [
    { label: t('Add evidence…'), change: () => addEvidence(verdict) },
    { label: t('Verdict'), description: verdict.rating, change: () => askForRating(verdict) },
    text(t('Reason'), 'summary', t('In a sentence or two, as readers will see it')),
    text(t('Reviewer'), 'reviewer', t('Who checked the claim')),
    ...verdict.evidence.map((one) => ({
      label: `$(trash) ${t('Remove evidence')}`,
      description: one.title ?? shortLine(one.url),
      change: () => Promise.resolve({ ...verdict, evidence: verdict.evidence.filter((other) => other !== one) }),
    })),
  ];
}

async function askForRating(verdict: Verdict): Promise<Verdict | undefined> {
  const value = await vscode.window.showInputBox({
    title: t('Verdict'),
    prompt: t('What the check found, in the words of your house: true, misleading, no evidence. Empty for none'),
    value: verdict.rating,
  });
  return value === undefined ? undefined : { ...verdict, rating: value.trim() };
}

async function addEvidence(verdict: Verdict): Promise<Verdict | undefined> {
  const url = await vscode.window.showInputBox({
    title: t('Evidence'),
    prompt: t('Address of a document that the verdict rests on'),
    placeHolder: 'https://',
    validateInput: (input) =>
      input.trim() === '' || isWebAddress(input.trim()) ? undefined : t('Only http and https addresses'),
  });
  if (!url?.trim()) {
    return undefined;
  }
  const title = await vscode.window.showInputBox({
    title: t('Evidence'),
    prompt: t('Its title, as readers will see it'),
  });
  const evidence: Evidence = {
    url: url.trim(),
    ...(title?.trim() ? { title: title.trim() } : {}),
    accessed: today(),
  };
  return { ...verdict, evidence: [...verdict.evidence, evidence] };
}

/** The day it is where the person sits: in Tokyo the morning is still yesterday in UTC. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
