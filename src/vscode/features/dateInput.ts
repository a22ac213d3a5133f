import * as vscode from 'vscode';
import { parseEdtf } from '../../model/edtf';

const { t } = vscode.l10n;

/** Asks for an EDTF date; what is no date is refused as it is typed. Empty for none, `undefined` where it is broken off. */
export async function askForDate(title: string, prompt: string, value: string): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    validateInput: (input) =>
      input.trim() === '' || parseEdtf(input.trim()) ? undefined : t('This is not an EDTF date'),
  });
  return answer?.trim();
}
