import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { checkSync } from 'recheck';
import { regexLiterals } from './regexLiterals';

/** Verdicts of earlier runs: an expression that did not change is not analysed again. */
const cacheFile = path.resolve('node_modules/.cache/regex-safety.json');

function readCache(): Map<string, string> {
  try {
    return new Map(Object.entries(JSON.parse(fs.readFileSync(cacheFile, 'utf8')) as Record<string, string>));
  } catch {
    return new Map();
  }
}

function writeCache(cache: ReadonlyMap<string, string>): void {
  try {
    fs.mkdirSync(path.dirname(cacheFile), { recursive: true });
    const temporary = `${cacheFile}.${process.pid}`;
    fs.writeFileSync(temporary, JSON.stringify(Object.fromEntries(cache), null, 1));
    fs.renameSync(temporary, cacheFile);
  } catch {
    // Nothing is lost but time.
  }
}

const sources = fs
  .readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ts$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => path.join('src', name));

/** "safe", or what is wrong and where it was found. */
function verdict(source: string, flags: string): string {
  const found = checkSync(source, flags, { timeout: 20_000, randomSeed: 1 });
  return found.status === 'vulnerable' ? `vulnerable: ${found.complexity.summary}` : found.status;
}

describe('regular expressions', () => {
  const places = new Map<string, string>();
  for (const file of sources) {
    for (const { source, flags } of regexLiterals(fs.readFileSync(file, 'utf8'))) {
      // recheck knows no v flag; no literal of ours needs it.
      places.set(`/${source}/${flags}`, file);
    }
  }

  it('are found', () => assert.ok(places.size > 40, `only ${places.size} found`));

  it('cost linear time on any input', function () {
    this.timeout(300_000);
    const cache = readCache();
    const unsafe: string[] = [];
    for (const [literal, file] of places) {
      const end = literal.lastIndexOf('/');
      const known = cache.get(literal) ?? verdict(literal.slice(1, end), literal.slice(end + 1));
      cache.set(literal, known);
      if (known !== 'safe') {
        unsafe.push(`${file}: ${literal} ${known}`);
      }
    }
    writeCache(cache);
    assert.deepEqual(unsafe, []);
  });

  it('are told from divisions, comments, strings and templates', () => {
    const table: readonly [string, readonly string[]][] = [
      ['const a = b / c / d;', []],
      ['const a = /b[/]c/gu;', ['/b[/]c/gu']],
      ['f(/a/, x.y / 2, /\\//i)', ['/a/', '/\\//i']],
      ['// /no/\n/* /no/ */ if (/yes/.test(x)) {}', ['/yes/']],
      [
        `const s = "/no/" + '/no/' + \`/no/ ${'$'}{t / 2} ${'$'}{/in/.test(\`${'$'}{/deep/}\`)} /no/\`;`,
        ['/in/', '/deep/'],
      ],
      ['return /a"b/;', ['/a"b/']],
      ['(a) / b; x[1] / y; n++ / 2', []],
    ];
    for (const [code, expected] of table) {
      assert.deepEqual(
        regexLiterals(code).map(({ source, flags }) => `/${source}/${flags}`),
        expected,
        code,
      );
    }
  });
});
