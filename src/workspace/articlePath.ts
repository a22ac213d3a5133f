import type { Uri, WorkspaceHost } from './host';

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

/**
 * The path by which a link in `from` means `to`: relative to the folder of `from`, decoded, with `/`. Empty for the same
 * article. The inverse of {@link resolveArticle} for URIs of one scheme and authority.
 */
export function relativeArticle(from: Uri, to: Uri): string {
  if (from === to) {
    return '';
  }
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) {
    shared++;
  }
  const up = here.slice(shared).map(() => '..');
  return [...up, ...there.slice(shared).map(decodeSegment)].join('/');
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The name of an article after its three innermost folders, decoded: what recognition may find a date in. */
export function datedName(host: WorkspaceHost, article: Uri): string {
  const names = [host.basename(article)];
  for (let folder = host.dirname(article); names.length < 4; folder = host.dirname(folder)) {
    names.unshift(host.basename(folder));
  }
  return names.join('/');
}
