// A workspace that exists only in the worker's memory: no file:, no vscode-remote:, no Node. Seeded once from /workspace.json.
const vscode = require('vscode');

class MemFs {
  constructor() {
    this.files = new Map(); // path → { data, mtime, ctime }
    this.folders = new Map([['/', Date.now()]]);
    this.changed = new vscode.EventEmitter();
    this.onDidChangeFile = this.changed.event;
  }
  seed(entries, root) {
    for (const [path, base64] of entries) {
      const full = `${root}/${path}`;
      this.mkdirs(full.slice(0, full.lastIndexOf('/')));
      this.files.set(full, {
        data: Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)),
        ctime: Date.now(),
        mtime: Date.now(),
      });
    }
    this.mkdirs(root);
  }
  mkdirs(path) {
    for (let p = path; p && !this.folders.has(p); p = p.slice(0, p.lastIndexOf('/'))) {
      this.folders.set(p, Date.now());
    }
  }
  watch() {
    return new vscode.Disposable(() => {});
  }
  stat(uri) {
    const f = this.files.get(uri.path);
    if (f) {
      return { type: vscode.FileType.File, ctime: f.ctime, mtime: f.mtime, size: f.data.byteLength };
    }
    const d = this.folders.get(uri.path);
    if (d) {
      return { type: vscode.FileType.Directory, ctime: d, mtime: d, size: 0 };
    }
    throw vscode.FileSystemError.FileNotFound(uri);
  }
  readDirectory(uri) {
    if (!this.folders.has(uri.path)) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    const prefix = uri.path === '/' ? '/' : `${uri.path}/`;
    const of = (map, type) =>
      [...map.keys()]
        .filter((p) => p.startsWith(prefix) && p !== prefix && !p.slice(prefix.length).includes('/'))
        .map((p) => [p.slice(prefix.length), type]);
    return [...of(this.folders, vscode.FileType.Directory), ...of(this.files, vscode.FileType.File)];
  }
  createDirectory(uri) {
    this.mkdirs(uri.path);
    this.changed.fire([{ type: vscode.FileChangeType.Created, uri }]);
  }
  readFile(uri) {
    const f = this.files.get(uri.path);
    if (!f) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    return f.data;
  }
  writeFile(uri, data, options) {
    const old = this.files.get(uri.path);
    if (this.folders.has(uri.path)) {
      throw vscode.FileSystemError.FileIsADirectory(uri);
    }
    if (!old && !options.create) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    if (old && options.create && !options.overwrite) {
      throw vscode.FileSystemError.FileExists(uri);
    }
    if (!this.folders.has(uri.path.slice(0, uri.path.lastIndexOf('/')) || '/')) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    this.files.set(uri.path, { data, ctime: old?.ctime ?? Date.now(), mtime: Date.now() });
    this.changed.fire([{ type: old ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri }]);
  }
  delete(uri, options) {
    const inside = (p) => p === uri.path || p.startsWith(`${uri.path}/`);
    if (!this.files.has(uri.path) && !this.folders.has(uri.path)) {
      throw vscode.FileSystemError.FileNotFound(uri);
    }
    if (this.folders.has(uri.path) && !options.recursive && this.readDirectory(uri).length) {
      throw vscode.FileSystemError.NoPermissions(uri);
    }
    for (const map of [this.files, this.folders]) {
      for (const p of [...map.keys()]) {
        if (inside(p)) {
          map.delete(p);
        }
      }
    }
    this.changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }
  rename(from, to, options) {
    if (!options.overwrite && (this.files.has(to.path) || this.folders.has(to.path))) {
      throw vscode.FileSystemError.FileExists(to);
    }
    for (const map of [this.files, this.folders]) {
      for (const [p, v] of [...map]) {
        if (p === from.path || p.startsWith(`${from.path}/`)) {
          map.delete(p);
          map.set(to.path + p.slice(from.path.length), v);
        }
      }
    }
    this.changed.fire([
      { type: vscode.FileChangeType.Deleted, uri: from },
      { type: vscode.FileChangeType.Created, uri: to },
    ]);
  }
  /** proposed API: lets workspace.findFiles work here. VS Code filters the answer by the glob itself. */
  provideFileSearchResults(query, options) {
    const root = options.folder.path.replace(/\/$/, '');
    return [...this.files.keys()].filter((p) => p.startsWith(`${root}/`)).map((path) => options.folder.with({ path }));
  }
}

exports.activate = async (context) => {
  const fs = new MemFs();
  const response = await fetch(context.extensionUri.with({ path: '/workspace.json' }).toString(true));
  fs.seed(Object.entries(await response.json()), '/workspace');
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', fs, { isCaseSensitive: true }),
    vscode.workspace.registerFileSearchProvider('memfs', fs),
  );
};
