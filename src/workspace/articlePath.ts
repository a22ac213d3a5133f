import type { Uri } from './host';

/**
 * The URI of the article that a link's relative path means, seen from another article. `.` and `..` are folded, a path
 * that climbs above the root stays at it. An empty path is the article itself.
 */
export function resolveArticle(from: Uri, path: string): Uri {
  if (path === '') {
    return from;
  }
  const scheme = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(from)?.[0] ?? '';
  const folders = from.slice(scheme.length).split('/').slice(0, -1);
  for (const name of path.split('/')) {
    if (name === '..') {
      if (folders.length > 1) {
        folders.pop();
      }
    } else if (name !== '.' && name !== '') {
      folders.push(scheme === '' ? name : encodeSegment(name));
    }
  }
  return scheme + folders.join('/');
}

/** All but the unreserved characters of RFC 3986, as editors print URIs. Lone surrogates become U+FFFD. */
function encodeSegment(name: string): string {
  const whole = name.replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
  return encodeURIComponent(whole).replaceAll(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
