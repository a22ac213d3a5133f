import * as vscode from 'vscode';
import { personRule } from '../recognise/applyCorrections';
import { sentenceOf } from '../recognise/dateReading';

const { t } = vscode.l10n;

/** How a date was read, in words. The rules bring their English; the Japanese is in the bundle under it. */
export function ruleLabel(rule: string): string {
  return rule === personRule ? t('Set by a person.') : t(sentenceOf(rule));
}
