import * as vscode from 'vscode';
import { cpuProfile, createRun, measure } from '../host/in-host.mjs';

// Runs inside a Node extension host; started by inHost.mjs, once for the cold index and once for the warm start.

const [folder] = vscode.workspace.workspaceFolders ?? [];
const { env } = process;

async function exists(uri: vscode.Uri): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
}

/** The index in the extension's storage, once it has been written. */
async function stored(): Promise<vscode.Uri | undefined> {
  const storages = vscode.Uri.file(env.BENCH_STORAGE ?? '');
  for (const [name] of await vscode.workspace.fs.readDirectory(storages).then(
    (found) => found,
    () => [],
  )) {
    const manifest = vscode.Uri.joinPath(storages, name, 'editorial-claims.editorial-claims/index/manifest.json');
    if (await exists(manifest)) {
      return manifest;
    }
  }
  return undefined;
}

/** How many articles or claims a card leaves out: as soon as all are known, it does not change any more. */
const leftOut = (text: string): string => /and (\d+) more/.exec(text)?.[0] ?? '';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents.map((content) => (content as vscode.MarkdownString).value))
    .join('\n');
}

export const run = createRun({ ui: 'bdd', timeout: 600_000 }, async () => {
  const { monitorEventLoopDelay, performance } = process.getBuiltinModule('node:perf_hooks');
  const warm = (await stored()) !== undefined;
  const kind = warm ? 'warm' : 'cold';
  describe(`index, ${kind}`, () => {
    it('is measured', async () => {
      const article = vscode.Uri.joinPath(folder!.uri, '0.txt');
      const delay = monitorEventLoopDelay({ resolution: 5 });
      const work = async (): Promise<void> => {
        delay.enable();
        const cpu = process.cpuUsage();
        const started = performance.now();
        const document = await vscode.workspace.openTextDocument(article);
        await vscode.extensions.getExtension('editorial-claims.editorial-claims')!.activate();
        measure(`${kind}: activated`, performance.now() - started);
        const seen: [number, string][] = [];
        const hovers: number[] = [];
        const deadline = performance.now() + Number(env.BENCH_SECONDS ?? 60) * 1000;
        const position = document.positionAt(
          document.getText().search(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ (?:said|told)/u) + 1,
        );
        for (;;) {
          const asked = performance.now();
          const text = await hoverText(document, position);
          seen.push([performance.now() - started, text]);
          hovers.push(performance.now() - asked);
          if (
            warm ? performance.now() - started > 8000 : (await stored()) !== undefined || performance.now() > deadline
          ) {
            break;
          }
          await pause(warm ? 20 : 1000);
        }
        const { user, system } = process.cpuUsage(cpu);
        const last = await hoverText(document, position);
        measure(`${kind}: hover, round trip`, hovers);
        measure(`${kind}: index stored`, performance.now() - started);
        measure(`${kind}: processor time of the host`, (user + system) / 1000);
        measure(`${kind}: first answer to a hover from any`, seen.find(([, text]) => text !== '')![0]);
        measure(
          `${kind}: first answer to a hover from all articles`,
          (seen.find(([, text]) => text !== '' && leftOut(text) === leftOut(last)) ?? seen.at(-1)!)[0],
        );
        measure(`${kind}: host blocked, longest`, delay.max / 1e6 - 5);
        measure(`${kind}: host blocked, p99`, delay.percentile(99) / 1e6 - 5);
        measure(`${kind}: heap`, process.memoryUsage().heapUsed / 2 ** 20, 'MB');
        measure(`${kind}: resident`, process.memoryUsage().rss / 2 ** 20, 'MB');
      };
      await (env.BENCH_PROFILE ? cpuProfile(`${env.BENCH_PROFILE}-${kind}.cpuprofile`, work) : work());
    });
  });
});
