import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Emitter } from '../base/event';
import { type ActorRegistry, emptyRegistry } from '../model/actorRegistry';
import { type ArticleText, FileError, type Uri, type WorkspaceHost } from '../workspace/host';
import { slashed } from './articleFiles';
import { decodeArticle, type Encoding } from './encodings';
import { CommandError } from './io';
import { NodeFiles } from './nodeFiles';

/** A folder on this machine as the workspace. Nothing is watched: a command looks once. */
export class NodeHost implements WorkspaceHost {
  readonly files = new NodeFiles();
  readonly onDidChangeFiles = new Emitter<readonly { uri: Uri; type: 'created' | 'changed' | 'deleted' }[]>().event;
  readonly storage = undefined;

  constructor(
    /** Absolute; files outside are not written. */
    readonly root: Uri,
    readonly found: readonly Uri[],
    readonly encoding?: Encoding,
    /** What people decided about actors. */
    readonly registry: ActorRegistry = emptyRegistry,
  ) {}

  articles(): Promise<readonly Uri[]> {
    return Promise.resolve(this.found);
  }

  /** `undefined` where it is not there or not text. */
  async readArticle(uri: Uri): Promise<ArticleText | undefined> {
    try {
      return { uri, text: await this.readText(uri) };
    } catch (error) {
      if (error instanceof CommandError || (error instanceof FileError && error.code === 'ENOENT')) {
        return undefined;
      }
      throw error;
    }
  }

  /** As {@link readArticle}, but says why not. Throws {@link CommandError} or {@link FileError}. */
  async readText(uri: Uri): Promise<string> {
    return this.decode(uri, await this.files.read(uri));
  }

  /** The text that a file's bytes hold. Throws {@link CommandError}. */
  decode(uri: Uri, bytes: Uint8Array): string {
    return decodeArticle(bytes, uri, this.encoding);
  }

  folderOf(uri: Uri): Uri | undefined {
    return uri === this.root || uri.startsWith(this.root.endsWith('/') ? this.root : `${this.root}/`)
      ? this.root
      : undefined;
  }

  join(folder: Uri, ...names: string[]): Uri {
    return slashed(path.join(folder, ...names));
  }

  basename(uri: Uri): string {
    return path.posix.basename(uri);
  }

  dirname(uri: Uri): Uri {
    return path.posix.dirname(uri);
  }

  async yield(): Promise<void> {
    await setImmediate();
  }
}
