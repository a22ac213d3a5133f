import * as vscode from 'vscode';
import { readSetting } from './contributions';

const articleLanguages = new Set(['plaintext', 'markdown']);

/** For providers; which of these documents are articles is asked for each. */
export const articleSelector: vscode.DocumentSelector = [
  { language: 'plaintext', scheme: '*' },
  { language: 'markdown', scheme: '*' },
];

/** Documents that are not a file somebody keeps: consoles, old versions, settings. */
const foreignSchemes = new Set(['output', 'debug', 'git', 'comment', 'vscode', 'vscode-settings', 'search-editor']);

/** Whether an open document is an article: text of a person's, by the settings of its folder. */
export function isArticle(document: vscode.TextDocument): boolean {
  if (!articleLanguages.has(document.languageId) || foreignSchemes.has(document.uri.scheme)) {
    return false;
  }
  return document.uri.scheme === 'untitled' || isArticleFile(document.uri);
}

/** Whether a file is an article by its path, by the settings of its folder. */
export function isArticleFile(uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  // VS Code matches globs for documents only, and looks at nothing of one but these two.
  const document = { uri, languageId: 'plaintext' } as vscode.TextDocument;
  const matches = (globs: readonly string[]): boolean =>
    globs.some((glob) => {
      const pattern = folder ? new vscode.RelativePattern(folder, glob) : glob;
      return vscode.languages.match({ pattern }, document) > 0;
    });
  return matches(readSetting('articles.include', uri)) && !matches(readSetting('articles.exclude', uri));
}

/** All article files of one workspace folder, in the order of their paths. */
export async function findArticles(folder: vscode.WorkspaceFolder): Promise<vscode.Uri[]> {
  const include = readSetting('articles.include', folder.uri);
  const exclude = readSetting('articles.exclude', folder.uri);
  if (include.length === 0) {
    return [];
  }
  const files = await vscode.workspace.findFiles(
    new vscode.RelativePattern(folder, braces(include)),
    exclude.length > 0 ? new vscode.RelativePattern(folder, braces(exclude)) : null,
  );
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function braces(globs: readonly string[]): string {
  return globs.length === 1 ? (globs[0] ?? '') : `{${globs.join(',')}}`;
}
