/**
 * What an export into a folder of articles is called, as a folder or a file: some formats hold whole articles or are
 * Markdown, and would be read as articles again. The setting `editorialClaims.articles.exclude` has the name, too.
 */
export const exportName = 'claims-export';

/** Whether a file or folder is an export by its name. */
export function isExport(name: string): boolean {
  return name === exportName || name.startsWith(`${exportName}.`);
}
