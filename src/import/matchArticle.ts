/**
 * The article of the workspace that an imported name means: the same path, else the one article whose path ends in it
 * (or that it ends in), whole segments only, `.txt` and Unicode normal form aside. `undefined` where none or several do.
 */
export function matchArticle(
  name: string,
  articles: { keys(): Iterable<string>; has(path: string): boolean },
): string | undefined {
  if (articles.has(name)) {
    return name;
  }
  const wanted = segments(name);
  const found: string[] = [];
  for (const path of articles.keys()) {
    const own = segments(path);
    const shared = Math.min(own.length, wanted.length);
    if (shared > 0 && own.slice(-shared).join('/') === wanted.slice(-shared).join('/')) {
      found.push(path);
    }
  }
  return found.length === 1 ? found[0] : undefined;
}

function segments(path: string): string[] {
  return path
    .normalize('NFC')
    .replace(/^[a-z][a-z0-9+.-]*:\/*/i, '')
    .replace(/\.txt$/i, '')
    .split(/[\\/]/)
    .filter((part) => part !== '');
}
