import * as vscode from 'vscode';
import { conceptLabel } from '../linking/concepts';
import type { PointReason } from '../linking/pointsToLookAt';
import type { AnchorState, ClaimStatus, Directness, LinkRelation, Stance, Verdict } from '../model/claim';
import { formatEdtf } from '../model/edtfFormat';
import type { ClaimKind, Edtf, Language, NameKind } from '../model/recognition';

/** Words that people read for the terms of the model, in the language of the editor. */

const { t } = vscode.l10n;

export function displayLanguage(): Language {
  return vscode.env.language.startsWith('ja') ? 'ja' : 'en';
}

export function dateLabel(value: Edtf): string {
  return formatEdtf(value, displayLanguage());
}

/** A count as people write it: 18,000. */
export function countLabel(count: number): string {
  return count.toLocaleString(displayLanguage());
}

export function nameKindLabel(kind: NameKind): string {
  const labels: Record<NameKind, string> = {
    person: t('Person'),
    organization: t('Organisation'),
    country: t('Country'),
    place: t('Place'),
    misc: t('Other name'),
  };
  return labels[kind];
}

export function claimKindLabel(kind: ClaimKind): string {
  const labels: Record<ClaimKind, string> = {
    statement: t('statement'),
    demand: t('demand'),
    prediction: t('prediction'),
    denial: t('denial'),
    position: t('position'),
    judgement: t('judgement'),
  };
  return labels[kind];
}

export function directnessLabel(directness: Directness): string {
  const labels: Record<Directness, string> = {
    direct: t('direct quotation'),
    indirect: t('indirect speech'),
    paraphrase: t('paraphrase'),
  };
  return labels[directness];
}

export function stanceLabel(stance: Stance): string {
  const labels: Record<Stance, string> = { support: t('supports'), oppose: t('opposes'), neutral: t('neutral') };
  return labels[stance];
}

export function statusLabel(status: ClaimStatus): string {
  const labels: Record<ClaimStatus, string> = {
    unverified: t('unverified'),
    'in-progress': t('in progress'),
    supported: t('supported'),
    disputed: t('disputed'),
    refuted: t('refuted'),
    superseded: t('superseded'),
  };
  return labels[status];
}

export function relationLabel(relation: LinkRelation): string {
  const labels: Record<LinkRelation, string> = {
    supports: t('supports'),
    contradicts: t('contradicts'),
    updates: t('updates'),
    repeats: t('repeats'),
    quotes: t('quotes'),
    'same-event': t('same event'),
  };
  return labels[relation];
}

/** How the relation reads from the side that is pointed to. */
export function backlinkLabel(relation: LinkRelation): string {
  const labels: Record<LinkRelation, string> = {
    supports: t('supported by'),
    contradicts: t('contradicted by'),
    updates: t('updated by'),
    repeats: t('repeated by'),
    quotes: t('quoted by'),
    'same-event': t('same event'),
  };
  return labels[relation];
}

export function anchorLabel(state: AnchorState): string {
  const labels: Record<AnchorState, string> = {
    exact: t('in place'),
    moved: t('moved with the text'),
    review: t('its place must be reviewed'),
    orphan: t('its passage is gone'),
  };
  return labels[state];
}

/** What a concept is called in the language of the editor. */
export function conceptName(concept: string): string {
  return conceptLabel(concept, displayLanguage());
}

/** Why two claims deserve a second look, as an observation. */
export function pointLabel(reason: PointReason): string {
  switch (reason.kind) {
    case 'stance':
      return t(
        'here {0}, there {1}: {2}',
        stanceLabel(reason.here),
        stanceLabel(reason.there),
        conceptName(reason.concept),
      );
    case 'polarity':
      return t('here “{0}”, there “{1}”', reason.here, reason.there);
    case 'number':
      return reason.here.includes(reason.of)
        ? t('{0} here, {1} there', reason.here, reason.there)
        : t('{0} here, {1} there ({2})', reason.here, reason.there, reason.of);
    case 'superseded':
      return t('a later claim takes its place');
  }
}

/** "False · Harbour records show 340 · checked by M. Holloway". */
export function verdictText({ rating, summary, reviewer }: Verdict): string {
  const by = reviewer ? t('checked by {0}', reviewer) : '';
  return [rating, summary ?? '', by].filter((part) => part !== '').join(' · ');
}
