import fs from 'node:fs/promises';
import path from 'node:path';
import { isExport } from '../workspace/exportPlace';
import { sidecarSuffix } from '../workspace/sidecarPlace';
import { fileReason } from './fileReason';
import { globBase, globMatcher, isGlob } from './glob';
import { CommandError, type Io } from './io';
import { fileError } from './nodeFiles';

/** What a folder holds for us. Absolute paths with `/`, sorted. */
export interface FoundFiles {
  readonly articles: readonly string[];
  readonly sidecars: readonly string[];
  /** All other files whose name ends in `.yaml`, `.tmp` or `.lock`, for `doctor`. */
  readonly others: readonly string[];
}

/** As the extension's setting `editorialClaims.articles.include` has it. */
const articleName = /\.(?:txt|md|markdown)$/i;

/** With `/` on every system. */
export function slashed(file: string): string {
  return path.sep === '/' ? file : file.replaceAll(path.sep, '/');
}

/** Relative to the folder that the command was started in, for people; never absolute below it. */
export function shortPath(io: Io, file: string): string {
  const relative = slashed(path.relative(io.cwd, file));
  return relative.startsWith('../') || relative === '' ? file : relative;
}

/**
 * The files that the arguments mean: a file, a folder with all below it, or a pattern; the folder the command was
 * started in where there are none. Hidden folders, `node_modules`, exports and symbolic links to folders are not entered.
 *
 * @throws CommandError for an argument that means nothing
 */
export async function findFiles(io: Io, args: readonly string[]): Promise<FoundFiles> {
  const found = new Set<string>();
  for (const arg of args.length === 0 ? ['.'] : args) {
    const pattern = slashed(arg);
    const full = path.resolve(io.cwd, arg);
    const stat = await fs.stat(full).catch((error: unknown) => {
      const known = fileError(error, arg);
      if (known.code !== 'ENOENT') {
        throw new CommandError(`${arg}: ${fileReason(error)}`);
      }
    });
    if (stat?.isDirectory()) {
      await walk(full, found);
    } else if (stat) {
      found.add(slashed(full));
    } else if (isGlob(pattern)) {
      await findMatches(io, pattern, found);
    } else {
      throw new CommandError(
        `${arg}: no such file or folder. Name articles, folders or patterns such as "2024/**/*.txt".`,
      );
    }
  }
  const all = [...found].sort((a, b) => (a < b ? -1 : 1));
  const sidecars = all.filter((file) => file.endsWith(sidecarSuffix));
  // An article named by itself brings its sidecar, a sidecar its article.
  return {
    articles: all.filter((file) => articleName.test(file) || (!file.endsWith(sidecarSuffix) && named(io, args, file))),
    sidecars,
    others: all.filter((file) => /\.(?:yaml|tmp|lock)$/.test(file) && !file.endsWith(sidecarSuffix)),
  };
}

/** Whether a file was named by itself: then it is an article whatever its name. */
function named(io: Io, args: readonly string[], file: string): boolean {
  return !/\.(?:yaml|tmp|lock)$/.test(file) && args.some((arg) => slashed(path.resolve(io.cwd, arg)) === file);
}

async function findMatches(io: Io, pattern: string, found: Set<string>): Promise<void> {
  const base = path.resolve(io.cwd, globBase(pattern));
  const below = new Set<string>();
  if (await fs.stat(base).catch(() => undefined)) {
    await walk(base, below);
  }
  const matches = globMatcher(pattern.startsWith('/') ? pattern : slashed(path.resolve(io.cwd, pattern)));
  let any = false;
  for (const file of below) {
    if (matches(file)) {
      found.add(file);
      any = true;
    }
  }
  if (!any) {
    throw new CommandError(`${pattern}: no file matches.`);
  }
}

async function walk(folder: string, found: Set<string>): Promise<void> {
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new CommandError(`${folder}: ${fileReason(error)}`);
  });
  for (const entry of entries) {
    const full = path.join(folder, entry.name);
    if (isExport(entry.name)) {
      continue;
    }
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') {
        await walk(full, found);
      }
    } else if (isOurs(entry.name)) {
      found.add(slashed(full));
    }
  }
}

/** Hidden files are ours only where a crash left them. */
function isOurs(name: string): boolean {
  return name.startsWith('.') ? /\.(?:tmp|lock)$/.test(name) : articleName.test(name) || name.endsWith('.yaml');
}
