// Branch coverage of what people's work hangs on: model, claims files, anchoring, store. `node test/coverage.mjs` fails
// where a branch or function is not run by the unit tests and not named in `coverageGaps.mjs`, or is named and is run.
// The random runs are left out: what they reach by luck wants a test that says so. `--gaps` only lists what is found.
// The tests are built file by file, for coverage of bundles cannot be traced back to their sources.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { gaps } from './coverageGaps.mjs';

/** The files of `workspace` that keep people's work; the others derive what can be thrown away. */
const store = [
  'actorOperations',
  'actorStore',
  'annotatedArticle',
  'annotationStore',
  'articlePath',
  'attachAnnotations',
  'checkAnnotations',
  'doctor',
  'fileEntry',
  'fileSaver',
  'host',
  'itemFileState',
  'itemFileStore',
  'journal',
  'keptWork',
  'operations',
  'saveProblems',
  'sidecarPlace',
  'verifiedWrite',
  'workQueues',
];
const covered = ['src/model/*.ts', 'src/annotations/*.ts', ...store.map((name) => `src/workspace/${name}.ts`)];
const tested = ['model', 'annotations', 'workspace', 'cli'];
const random = ['annotations/properties', 'workspace/storeProperties', 'workspace/indexSequences'];

const sources = ['src', 'test'].flatMap((root) =>
  fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => path.join(root, name)),
);

await esbuild.build({
  entryPoints: sources,
  outdir: 'out/coverage',
  outbase: '.',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'linked',
  outExtension: { '.js': '.mjs' },
  loader: { '.txt': 'text' },
  logLevel: 'error',
  plugins: [
    {
      name: 'file-by-file',
      setup(build) {
        build.onResolve({ filter: /^\.{1,2}\// }, ({ path: specifier, kind, importer }) =>
          kind === 'entry-point' || /\.(?:txt|json)$/.test(specifier) || !/\.ts$/.test(importer)
            ? undefined
            : { path: `${specifier}.mjs`, external: true },
        );
      },
    },
  ],
});

// What the tests say, and how long they may take, is the unit layer's to tell; here only their failure counts.
fs.rmSync('out/coverage/raw', { recursive: true, force: true });
execFileSync(
  'npx',
  [
    'c8',
    '--reporter=json',
    '--reports-dir=out/coverage',
    ...covered.flatMap((pattern) => ['--include', pattern]),
    '--exclude-after-remap',
    '--temp-directory=out/coverage/raw',
    'mocha',
    ...tested.map((folder) => `out/coverage/test/unit/${folder}/**/*.test.mjs`),
    ...random.flatMap((name) => ['--ignore', `out/coverage/test/unit/${name}.test.mjs`]),
    '--reporter=dot',
    '--timeout=60000',
  ],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);

/** The beginning of what stands in a place of a source, in one line. */
function textOf(lines, { start, end }) {
  const all = lines.slice(start.line - 1, end.line);
  all[all.length - 1] = all.at(-1).slice(0, start.line === end.line ? end.column : undefined);
  all[0] = all[0].slice(start.column);
  return all.join(' ').replace(/\s+/g, ' ').trim().slice(0, 70).trim();
}

const found = [];
let branches = 0;
for (const [file, report] of Object.entries(JSON.parse(fs.readFileSync('out/coverage/coverage-final.json', 'utf8')))) {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const places = [
    ...Object.entries(report.branchMap).map(([id, { loc }]) => ({ loc, count: report.b[id][0] })),
    ...Object.entries(report.fnMap).map(([id, { loc }]) => ({ loc, count: report.f[id] })),
  ];
  branches += Object.keys(report.branchMap).length;
  const texts = places
    .filter(({ count }) => count === 0)
    .map(({ loc }) => ({ line: loc.start.line, text: textOf(lines, loc) }));
  for (const { line, text } of texts) {
    // The end of a loop that is only left from inside counts as a branch of its own; there is no code in it.
    if (
      /[^}\s]/.test(text) &&
      !found.some((one) => one.file === path.relative('.', file) && one.text === text && one.line === line)
    ) {
      found.push({ file: path.relative('.', file), line, text });
    }
  }
}

const same = (one, other) => one.file === other.file && one.text === other.text;
const unnamed = found.filter((one) => !gaps.some((gap) => same(gap, one)));
const closed = gaps.filter((gap) => !found.some((one) => same(gap, one)));
for (const { file, line, text } of process.argv.includes('--gaps') ? found : unnamed) {
  console.log(`${file}:${line} is not run: ${text}`);
}
for (const { file, text } of closed) {
  console.log(`${file}: named as a gap, and is run or gone: ${text}`);
}
console.log(`${branches} branches, ${found.length} not run, ${gaps.length} of them named with their reason`);
process.exitCode = unnamed.length + closed.length > 0 ? 1 : 0;
