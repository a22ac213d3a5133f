/**
 * Resolves a relative path against a folder, both with `/`. What would lead out of the exported tree (`..` above the
 * root, a drive, a scheme, a leading slash) is cut off, so that no export names a place on the exporter's disk.
 */
export function joinPath(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.' && !/^[a-z][a-z0-9+.-]*:$/i.test(part)) {
      parts.push(part);
    }
  }
  return parts.join('/');
}

/** The folder that holds a file, without the last slash; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The article that a link means: its path is relative to the folder of the article that holds it. */
export function linkedArticle(from: string, linkPath: string): string {
  return linkPath === '' ? from : joinPath(folderOf(from), linkPath);
}

/** The path as seen from the folder of an article; the reverse of {@link linkedArticle}. Empty for the article itself. */
export function pathFrom(from: string, path: string): string {
  if (from === path) {
    return '';
  }
  const folders = folderOf(from) === '' ? [] : folderOf(from).split('/');
  const parts = path.split('/');
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) {
    shared++;
  }
  return '../'.repeat(folders.length - shared) + parts.slice(shared).join('/');
}

/** A path as a relative IRI reference (RFC 3986): each segment percent-encoded, so that no segment is a scheme. */
export function pathToIri(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeSegment(segment))
    .join('/');
}

/** The path of an IRI made by {@link pathToIri}; text that is not percent-encoded well stays as it is. */
export function iriToPath(iri: string): string {
  try {
    return decodeURIComponent(iri);
  } catch {
    return iri;
  }
}

function encodeSegment(segment: string): string {
  // encodeURIComponent throws on lone surrogates and leaves !'()* alone, which are legal in a segment.
  return encodeURIComponent(segment.replace(/[\ud800-\udfff]/gu, '\uFFFD'));
}
