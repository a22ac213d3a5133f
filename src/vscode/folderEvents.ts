import * as vscode from 'vscode';
import type { Uri, WorkspaceHost } from '../workspace/host';
import { sidecarOf, sidecarSuffix } from '../workspace/sidecarPlace';
import { isArticleFile } from './articleFilter';

/** Folders that are looked into one by one in a burst of events; where there are more, everything is listed again. */
const mostFolders = 100;

/**
 * VS Code tells of a folder that comes, goes or is renamed by one event for the folder, and none for the files in it.
 * These are the articles and claims files that such an event stands for.
 */
export class FolderEvents {
  /** `known` gives the articles that have been read; `host` lists those that are there. */
  constructor(
    private readonly host: WorkspaceHost,
    private readonly known: () => Iterable<Uri>,
  ) {}

  /** What went with these paths; nothing for paths that held no article. */
  deleted(paths: readonly Uri[]): Uri[] {
    if (paths.length === 0) {
      return [];
    }
    const gone = new Set(paths);
    const under = (article: Uri): boolean => {
      for (let end = article.lastIndexOf('/'); end > 0; end = article.lastIndexOf('/', end - 1)) {
        if (gone.has(article.slice(0, end))) {
          return true;
        }
      }
      return false;
    };
    return [...this.known()].filter(under).flatMap((article) => [sidecarOf(this.host, article), article]);
  }

  /** What came with these paths; nothing for paths that are files. */
  async created(paths: readonly Uri[]): Promise<Uri[]> {
    if (paths.length > mostFolders) {
      return [...(await this.host.articles())];
    }
    const found = await Promise.all(paths.map((path) => filesIn(vscode.Uri.parse(path))));
    return found.flat().map((uri) => uri.toString());
  }
}

/** Whether a path that is no file of ours could be a folder with articles. */
export function mayHoldArticles(uri: vscode.Uri): boolean {
  return !vscode.workspace
    .asRelativePath(uri, false)
    .split('/')
    .some((name) => name.startsWith('.'));
}

async function filesIn(path: vscode.Uri): Promise<vscode.Uri[]> {
  try {
    const { type } = await vscode.workspace.fs.stat(path);
    if ((type & vscode.FileType.Directory) === 0) {
      return [];
    }
    const files = await vscode.workspace.findFiles(new vscode.RelativePattern(path, '**/*'));
    return files.filter((uri) => uri.path.endsWith(sidecarSuffix) || isArticleFile(uri));
  } catch {
    return []; // gone again
  }
}
