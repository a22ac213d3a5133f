// Branch coverage of some folders by the unit tests: `node test/coverage.mjs annotations workspace`. The tests are built
// file by file, for coverage of bundles cannot be traced back to their sources.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';

const folders = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['model', 'annotations', 'workspace'];
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

execFileSync(
  'npx',
  [
    'c8',
    '--reporter=text',
    ...folders.flatMap((folder) => ['--include', `src/${folder}/**`]),
    '--exclude-after-remap',
    '--temp-directory=out/coverage/raw',
    'mocha',
    ...folders.map((folder) => `out/coverage/test/unit/${folder}/**/*.test.mjs`),
    '--reporter=dot',
  ],
  { stdio: 'inherit' },
);
