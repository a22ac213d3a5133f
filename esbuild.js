// Builds the extension for both hosts, the webview, the command line, and the tests. `--watch` rebuilds on change,
// `--tests` adds the test bundles, `--production` minifies and leaves source maps out.
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');
const exists = (file) => fs.existsSync(path.join(__dirname, file));

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: __dirname,
  bundle: true,
  sourcemap: production ? false : 'linked',
  minify: production,
  charset: 'utf8',
  legalComments: 'none',
  loader: { '.txt': 'text' },
  logLevel: 'warning',
  metafile: true,
};

/**
 * Front-coded, as `unpackWordList` in `src/base/wordLists.ts` reads it: after `!` comes a line that shares nothing. Lists
 * whose lines share little stay as they are: they would cost time to unpack and compress no better.
 */
function packWordList(text) {
  let before = '';
  const pack = (line) => {
    let shared = 0;
    while (shared < 90 && shared < before.length && before.charCodeAt(shared) === line.charCodeAt(shared)) {
      shared++;
    }
    before = line;
    return String.fromCharCode(0x21 + shared) + line.slice(shared);
  };
  const packed = text.split('\n').map(pack).join('\n');
  return packed.length < text.length * 0.8 || text.startsWith('!') ? packed : text;
}

/**
 * Word lists are several times as large as the code. For the editor they go into a file of their own, which is read when
 * the extension has been activated; the modules that import one get it through `src/base/wordLists.ts`.
 */
const wordListsApart = {
  name: 'word-lists-apart',
  setup(build) {
    const lists = {};
    build.onLoad({ filter: /\.txt$/ }, async ({ path: file }) => {
      const name = path.relative(path.join(__dirname, 'src'), file).replaceAll(path.sep, '/');
      lists[name] = packWordList(await fs.promises.readFile(file, 'utf8'));
      return {
        contents: `const { receiveWordList } = require('${path.join(__dirname, 'src/base/wordLists').replaceAll('\\', '/')}');
          Object.defineProperty(exports, '__esModule', { value: true });
          Object.defineProperty(exports, 'default', { get: receiveWordList(${JSON.stringify(name)}), enumerable: true });`,
        resolveDir: __dirname,
        loader: 'js',
        watchFiles: [file],
      };
    });
    build.onEnd(async () => {
      await fs.promises.mkdir(path.join(__dirname, 'dist/data'), { recursive: true });
      // In one order, whichever was read first: a build of the same sources is the same to the byte.
      const sorted = Object.fromEntries(
        Object.keys(lists)
          .sort()
          .map((name) => [name, lists[name]]),
      );
      await fs.promises.writeFile(path.join(__dirname, 'dist/data/wordLists.json'), JSON.stringify(sorted));
    });
  },
};

/**
 * One module for the whole of `vscode`, with the names that the sources use. Otherwise each file that imports it would copy
 * the several hundred names of the API when the extension is loaded.
 */
const vscodeOnce = {
  name: 'vscode-once',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'vscode-once' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode-once' },
    );
    build.onLoad({ filter: /.*/, namespace: 'vscode-once' }, async () => {
      const folder = path.join(__dirname, 'src');
      const files = (await fs.promises.readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
      const sources = await Promise.all(files.map((file) => fs.promises.readFile(path.join(folder, file), 'utf8')));
      const names = new Set(
        sources.flatMap((source) => [...source.matchAll(/\bvscode\.(\w+)/g)].map(([, name]) => name)),
      );
      return {
        contents: `const api = require('vscode');\nexport const { ${[...names].join(', ')} } = api;`,
        loader: 'js',
      };
    });
  },
};

const products = [
  {
    entryPoints: ['src/extension.node.ts'],
    outfile: 'dist/node/extension.js',
    // As for the browser, so that packages bring no Node-only code along; only threads need Node.
    platform: 'browser',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'node:*'],
    plugins: [wordListsApart, vscodeOnce],
  },
  {
    entryPoints: ['src/extension.web.ts'],
    outfile: 'dist/web/extension.js',
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    plugins: [wordListsApart, vscodeOnce],
  },
  {
    entryPoints: ['src/webview/main.ts'],
    outfile: 'dist/webview/main.js',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
  },
  {
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli/main.js',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
    define: { __VERSION__: JSON.stringify(require('./package.json').version) },
  },
];

/** mocha's own browser build, run inside the extension hosts, wants a global scope of its own. */
const mochaBrowser = {
  name: 'mocha-browser',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async (args) => ({
      contents: `(function (module, exports, define) {${await fs.promises.readFile(args.path, 'utf8')}\n}).call(globalThis);`,
      loader: 'js',
    }));
  },
};

function testFiles(folder, pattern) {
  if (!exists(folder)) {
    return [];
  }
  return fs
    .readdirSync(path.join(__dirname, folder), { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((name) => pattern.test(name));
}

const tests = [
  {
    entryPoints: [
      ...testFiles('test/unit', /\.test\.ts$/),
      ...testFiles('test/property', /\.ts$/),
      ...testFiles('test/bench', /(?<!inHostTests)\.ts$/),
      ...testFiles('test/reports', /\.ts$/),
      ...testFiles('test', /^test[\\/][^\\/]+\.test\.ts$/),
    ],
    outdir: 'out/test',
    outbase: 'test',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    splitting: true,
    packages: 'external',
    sourcemap: 'linked',
    outExtension: { '.js': '.mjs' },
    minify: false,
  },
  {
    entryPoints: { integration: 'test/integration/index.ts', benchInHost: 'test/bench/inHostTests.ts' },
    outdir: 'out',
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    plugins: [mochaBrowser],
    minify: false,
  },
];

async function main() {
  const builds = [...products, ...(flags.has('--tests') ? tests : [])].filter((options) =>
    Object.values(options.entryPoints).some((entry) => exists(entry)),
  );
  if (flags.has('--watch')) {
    const contexts = await Promise.all(builds.map((options) => esbuild.context({ ...common, ...options })));
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  const results = await Promise.all(builds.map((options) => esbuild.build({ ...common, ...options })));
  for (const { metafile } of results) {
    for (const [file, output] of Object.entries(metafile.outputs)) {
      if (file.startsWith('dist') && file.endsWith('.js')) {
        console.log(`${file}  ${(output.bytes / 1024).toFixed(0)} KiB`);
      }
    }
  }
}

main().catch(() => process.exit(1));
