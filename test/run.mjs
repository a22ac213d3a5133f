// Runs every layer of tests, one after the other, and ends with the count of all. A layer that could not run has failed.
//   npm test                    all
//   npm test -- unit web        only these
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { ensureBrowser } from './host/browser.mjs';

const bin = (name) => `node_modules/.bin/${name}`;
const workspace = ['--workspace', 'test/fixtures/sample-workspace'];
const tests = ['--tests', 'out/integration.js'];
const vsix = 'out/editorial-claims.vsix';

/** Each: name, command, and whether it needs the browser that stands for VS Code's window. */
const layers = [
  ['lint', [bin('biome'), 'check', '.']],
  ['types', [bin('tsc'), '-p', '.']],
  ['build', ['node', 'esbuild.js', '--tests', '--production']],
  [
    'unit',
    [bin('mocha'), 'out/test/unit/**/*.test.mjs', 'out/test/*.test.mjs', '--timeout', '20000', '--reporter', 'dot'],
  ],
  ['coverage', ['node', 'test/coverage.mjs']],
  ['archive', [bin('mocha'), '--timeout', '300000', '--exit', 'test/distributed/*.test.mjs']],
  ['package', ['node', 'test/host/package-vsix.mjs', vsix]],
  ['node', ['node', 'test/host/test.mjs', ...tests, ...workspace], 'browser'],
  ['web', ['node', 'test/host/run-tests.mjs', '--kind', 'web', ...tests, ...workspace], 'browser'],
  ['virtual', ['node', 'test/host/run-tests.mjs', '--kind', 'virtual', ...tests, ...workspace], 'browser'],
  ['floor', ['node', 'test/host/run-tests.mjs', '--host', 'v1.117', ...tests, ...workspace], 'browser'],
  ['window', [bin('mocha'), '--timeout', '60000', '--exit', 'test/e2e/*.e2e.mjs'], 'browser'],
];

const counts = { passed: 0, failed: 0 };

/** Runs a command, shows what it says, and gives its exit code and the tests it tells of. */
function run(command) {
  return new Promise((resolve) => {
    const child = spawn(command[0], command.slice(1), {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, VSCODE_HOST_VSIX: vsix },
    });
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
      process.stdout.write(data);
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve({ code: 1, passed: 0, failed: 0 });
    });
    child.on('close', (code) => {
      const passed = Number(/(\d+) passing/.exec(said)?.[1] ?? 0);
      const failed = Number(/(\d+) failing/.exec(said)?.[1] ?? 0);
      resolve({ code: code ?? 1, passed, failed });
    });
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !layers.some(([layer]) => layer === name));
if (unknown.length > 0) {
  console.error(`There is no layer ${unknown.join(', ')}; there are: ${layers.map(([name]) => name).join(', ')}`);
  process.exit(2);
}
const broken = [];
const again = [];
for (const [name, command, needs] of layers) {
  if (wanted.length > 0 && !wanted.includes(name)) {
    continue;
  }
  console.log(`\n== ${name}`);
  const started = Date.now();
  fs.mkdirSync('out', { recursive: true });
  let result = { code: 1, passed: 0, failed: 0 };
  try {
    if (needs) {
      ensureBrowser();
    }
    result = await run(command);
    if (result.code !== 0 && needs) {
      console.log(
        `\n== ${name}: failed; a window can lose a key on a busy machine, so it is tried once more, from the start`,
      );
      result = await run(command);
      again.push(name);
    }
  } catch (error) {
    console.error(error.message);
  }
  const { code } = result;
  counts.passed += result.passed;
  counts.failed += result.failed;
  console.log(`== ${name}: ${code === 0 ? 'ok' : 'failed'} in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  if (code !== 0) {
    broken.push(name);
    if (name === 'build') {
      break; // the layers after it would test an older build
    }
  }
}
if (again.length > 0) {
  console.log(`\nNeeded a second run: ${again.join(', ')}`);
}
if (broken.length > 0) {
  console.log(`\nFailed: ${broken.join(', ')}`);
}
console.log(`\n${counts.passed} passed, ${Math.max(counts.failed, broken.length)} failed`);
process.exit(broken.length > 0 ? 1 : 0);
