// The index in a real extension host, cold and then warm. After `node esbuild.js --tests`:
//   node test/bench/inHost.mjs [articles] [file for profiles, without its end]
import fs from 'node:fs';
import path from 'node:path';
import { makeArticle } from '../../out/test/bench/articles.mjs';
import { startBrowser, startServer, tempFolder } from '../host/host.mjs';
import { provision } from '../host/provision.mjs';
import { Report } from '../host/report.mjs';

const count = Number(process.argv[2] ?? 10_000);
const profile = process.argv[3];
const temp = tempFolder();
const workspace = path.join(temp, 'workspace');
fs.mkdirSync(workspace);
for (let i = 0; i < count; i++) {
  fs.writeFileSync(path.join(workspace, `${i}.txt`), makeArticle(i));
}
const dataDir = path.join(temp, 'server');
const server = await startServer(await provision('latest'), {
  dataDir,
  env: {
    BENCH_STORAGE: path.join(dataDir, 'data/User/workspaceStorage'),
    BENCH_SECONDS: String(30 + count / 100),
    ...(profile ? { BENCH_PROFILE: path.resolve(profile) } : {}),
  },
});
const browser = await startBrowser({ headless: true });
const url = server.url({
  folder: workspace,
  payload: [
    ['extensionDevelopmentPath', server.uri(path.resolve('.'))],
    ['extensionTestsPath', server.uri(path.resolve('out/benchInHost.js'))],
  ],
});
let failed = 0;
for (let run = 0; run < 2; run++) {
  const report = new Report({});
  const page = await browser.newPage();
  const code = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction('codeAutomationLog', (type, args) => report.line(type, args.map(String).join(' ')));
  await page.goto(url);
  failed |= report.finish(await code);
  await page.close();
}
await browser.stop();
await server.stop();
process.exit(failed);
