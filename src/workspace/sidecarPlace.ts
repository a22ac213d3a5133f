import type { Uri, WorkspaceHost } from './host';

/** `peace-talks.txt` has its annotations in `peace-talks.txt.claims.yaml`, beside it. */
export const sidecarSuffix = '.claims.yaml';

type Paths = Pick<WorkspaceHost, 'join' | 'dirname' | 'basename' | 'folderOf'>;

/** The place of an article's sidecar. It follows from the article's own place only, never from anything in a file. */
export function sidecarOf(host: Paths, article: Uri): Uri {
  if (!/[?#]/.test(article)) {
    return article + sidecarSuffix; // ends with its path, and no host writes these characters otherwise
  }
  return host.join(host.dirname(article), host.basename(article) + sidecarSuffix);
}

/** The article that a sidecar belongs to; `undefined` for any other file. */
export function articleOf(host: Paths, sidecar: Uri): Uri | undefined {
  if (!sidecar.endsWith(sidecarSuffix)) {
    return undefined; // no host writes these characters otherwise; a checkout asks for thousands of files
  }
  const name = host.basename(sidecar);
  const article = name.slice(0, -sidecarSuffix.length);
  return article !== '' ? host.join(host.dirname(sidecar), article) : undefined;
}

/** Most folders between a file and its workspace folder that are looked at; deeper is a loop. */
const maxDepth = 64;

/**
 * Why a file of ours must not be written: it lies outside of all workspace folders, or a symbolic link could lead the
 * write out of them. `undefined` where it may be written.
 */
export async function unsafePlace(host: WorkspaceHost, uri: Uri): Promise<'outside' | 'symlink' | undefined> {
  const folder = host.folderOf(uri);
  if (folder === undefined) {
    return 'outside';
  }
  let current = uri;
  for (let depth = 0; depth < maxDepth; depth++) {
    if (current === folder) {
      return undefined;
    }
    if ((await host.files.stat(current))?.isSymlink) {
      return 'symlink';
    }
    const parent = host.dirname(current);
    if (parent === current) {
      return 'outside';
    }
    current = parent;
  }
  return 'symlink';
}

/** Where a lock on a file of ours stands while it is written. */
export function lockOf(host: Paths, uri: Uri): Uri {
  return host.join(host.dirname(uri), `.${host.basename(uri)}.lock`);
}

/** A file that is written before it takes the place of another. */
export function temporaryOf(host: Paths, uri: Uri, token: string): Uri {
  return host.join(host.dirname(uri), `.${host.basename(uri)}.${token}.tmp`);
}

/** Whether a file name is that of a temporary file for a file of ours. */
export function isTemporaryOf(name: string, target: string): boolean {
  return name.startsWith(`.${target}.`) && /^[a-z0-9]{8,32}\.tmp$/.test(name.slice(target.length + 2));
}

/** The file of ours that a lock or temporary file belongs to; `undefined` for any other name. */
export function targetOfStray(name: string): string | undefined {
  return /^\.(.*(?:\.claims|actors)\.yaml)\.(?:[a-z0-9]{8,32}\.tmp|lock)$/.exec(name)?.[1];
}
