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
    'field-conflict': t('Two people changed {0} in different ways. Choose a value.', second),
    'shared-id': t('Claims of several articles have the id {0}. Give one of them another.', first),
    'bad-id': t('“{0}” is no usable id: lower-case letters, digits and hyphens.', first),
    'wrong-type': t('“{0}” has a value of the wrong type.', first),
    'unknown-value': t('“{0}” must be one of: {1}', first, second),
    'bad-edtf': t('“{0}” is no date such as 2024-05-06, 2024-05 or 2024-05-06/2024-05-08.', second),
    'bad-hint': t('The position hint {0} is no number of a place; it is ignored.', second),
    'unsafe-url': t('Evidence must be an address that starts with https:// or http://.'),
    'unsafe-path': t('The article of a link must be a path from this folder, with /.'),
    'empty-quote': t('The quote is empty, so that the claim has no place in the text.'),
    'long-quote': t('The quote is longer than {0} characters. Shorten it.', second),
    'yaml-syntax': t('This is not YAML: {0}', problem.message),
    'newer-version': t('Written by a newer version ({0}). It is read, and not changed.', first),
    'unknown-version': t('The version must be two numbers with a point between them, in quotation marks.'),
    'empty-file': t('The file is empty, which is never written here. Restore it from git, or delete it.'),
    'damaged-file': t('The file is damaged, as after a power loss. Restore it from a backup or from git.'),
    'not-utf8': t('The file is not UTF-8. Save it as UTF-8; until then it is not changed.'),
    'file-too-big': t('The file is too big to read ({0}; the limit is {1}).', first, second),
    'in-unsaved-buffer': t('Written into the open file, which is not saved yet. Save it there.'),
    'unknown-item': t('This claim is not there any more.'),
  };
  // English is what the problem says itself, with all details.
  return vscode.env.language.startsWith('en') ? problem.message : (messages[problem.code] ?? problem.message);
}

/** What a repair does, in the editor's language. */
export function fixTitle(fix: FileFix): string {
  const [first = '', second = ''] = fix.args;
  const titles: Partial<Record<FileFix['code'], string>> = {
    'new-id': t('Give it a new id'),
    'remove-link': t('Remove the link'),
    'remove-field': t('Remove {0}', first),
    'add-field': t('Add {0}', first),
    'merge-by-id': t('Merge the two sides claim by claim'),
    'set-value': t('Set {0} to “{1}”', first, second),
    'keep-value': t('Keep {0} as it is', first),
    'take-value': t('Take {1} for {0}', first, second),
  };
  return vscode.env.language.startsWith('en') ? fix.title : (titles[fix.code] ?? fix.title);
}
