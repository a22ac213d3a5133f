import * as vscode from 'vscode';
import type { FileFix } from '../annotations/sidecarFixes';
import type { Problem } from '../model/problem';
import { shortened } from '../text/shortened';

const { t } = vscode.l10n;

/** A problem in the editor's language; its own English where there are no other words for its code. */
export function problemMessage(problem: Problem): string {
  const [first = '', second = ''] = problem.args ?? [];
  const messages: Partial<Record<string, string>> = {
    orphan: t('“{0}” is not in the article any more. Attach the claim anew or delete it.', shortened(first, 60)),
    'needs-review': t('“{0}” has changed or its place is uncertain. Confirm the place.', shortened(first, 60)),
    'no-article': t('The article of this file is not there. Move the file along, or bring the article back.'),
    'dangling-link': t('The claim {0} that this one is linked to is not there.', first),
    'duplicate-id': t('The id {0} stands twice. Give one of the two another.', first),
    'duplicate-key': t('“{0}” stands twice here; keep one of them.', first),
    'missing-field': t('The field {0} is missing.', second || first),
    'newer-minor-version': t('Written by a newer version. What is not known here is kept as it is.'),
    'read-only': t('The file is damaged and is not written. New work is kept and saved once it is repaired.'),
    'not-saved': t('Not saved to the file yet. The work is kept and saved later.'),
    'not-kept': t('Nothing was recorded: there is no place to keep it. Free some space and try again.'),
    'file-layout': t('The file is written in braces or with “?”. Put each key on a line of its own.'),
    'conflict-markers': t('Git left both sides of a conflict here.'),
  };
  // English is what the problem says itself, with all details.
  return vscode.env.language.startsWith('en') ? problem.message : (messages[problem.code] ?? problem.message);
}

/** What a repair does, in the editor's language. */
export function fixTitle(fix: FileFix): string {
  const [first = ''] = fix.args;
  const titles: Partial<Record<FileFix['code'], string>> = {
    'new-id': t('Give it a new id'),
    'remove-link': t('Remove the link'),
    'remove-field': t('Remove {0}', first),
    'add-field': t('Add {0}', first),
    'merge-by-id': t('Merge the two sides claim by claim'),
  };
  return vscode.env.language.startsWith('en') ? fix.title : (titles[fix.code] ?? fix.title);
}
