import * as vscode from 'vscode';
import type { RelationReason } from '../linking/relationReasons';
import { wholeWords } from '../linking/wholeWords';
import { quoted } from '../text/quoted';
import { withoutDateline } from '../text/withoutDateline';
import type { ClaimIndex } from '../workspace/claimIndex';
import { actorName } from './actorNames';
import { conceptName, displayLanguage } from './labels';

const { t } = vscode.l10n;

/**
 * Why a claim of the given words and another are thought to speak of the same, in one line: "In common: Iceland · about
 * quotas · “proposed”".
 */
export function reasonText(index: ClaimIndex, why: readonly RelationReason[], quote: string): string {
  const text = withoutDateline(quote);
  const actors = why.flatMap((reason) => (reason.kind === 'actors' ? reason.actors : []));
  const names = actors.flatMap((actor) => Object.values(index.actor(actor)?.names ?? {}));
  const parts = why
    .map((reason) => partOf(reason, index, (word) => text.includes(word) && !names.some((name) => name.includes(word))))
    .filter((part) => part !== '');
  return parts.length > 0 ? t('In common: {0}', parts.join(' · ')) : '';
}

function partOf(reason: RelationReason, index: ClaimIndex, tells: (word: string) => boolean): string {
  const comma = displayLanguage() === 'ja' ? '、' : ', ';
  switch (reason.kind) {
    case 'actors':
      return reason.actors.map((actor) => actorName(index, actor)).join(comma);
    case 'days':
      return t('same time');
    case 'concepts':
      return t('about {0}', reason.concepts.map(conceptName).join(comma));
    case 'words':
      // The actors are told of already, and a dateline is nobody's claim.
      return wholeWords(reason.words).filter(tells).map(quoted).join(comma);
  }
}
