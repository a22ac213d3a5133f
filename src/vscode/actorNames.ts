import * as vscode from 'vscode';
import type { ActorId, ClaimSource } from '../model/recognition';
import type { FamilyTie } from '../recognise/familyTies';
import type { SoundAlike } from '../recognise/soundAlikes';
import type { ClaimIndex } from '../workspace/claimIndex';
import { displayLanguage } from './labels';

const { t } = vscode.l10n;

/** Name of an actor in the editor's language, else in the other, else its id. */
export function actorName(index: ClaimIndex, actor: ActorId): string {
  const names = index.actor(actor)?.names;
  const language = displayLanguage();
  return names?.[language] ?? names?.[language === 'ja' ? 'en' : 'ja'] ?? actor;
}

export function sourceName(index: ClaimIndex, source: ClaimSource): string {
  return source === 'author' ? t('The author') : source === null ? t('Source unknown') : actorName(index, source);
}

/** Why an actor has two names, for people to doubt. */
export function soundAlikeText({ ownName, name, similarity }: SoundAlike): string {
  const percent = Math.round(similarity * 100);
  return t('“{0}” and “{1}” are taken for one person: they sound {2} % alike', ownName, name, percent);
}

/** Why a family name alone is taken for somebody's, for people to doubt. */
export function familyTieText({ ownName, name }: FamilyTie, companion: string): string {
  return t(
    '“{0}” is taken for “{1}”: nobody else here is called so, and both are named with {2}',
    ownName,
    name,
    companion,
  );
}
