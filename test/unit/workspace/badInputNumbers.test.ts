import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** Numbers of the list whose test stands in another layer or under another name; there the title holds the number. */
const elsewhere = /\(bad inputs? ([0-9, ]+)\)/g;

/** What no test of ours can show, with the reason. */
const outOfScope: Readonly<Record<number, string>> = {
  46: 'VS Code hands no text over 50 MB to extensions; the index takes the same limit (vscode/decodeArticle.ts)',
};

function numbersIn(file: string): number[] {
  const source = fs.readFileSync(file, 'utf8');
  const titles = /\/bad(?:Inputs|Articles)\.test\.ts$/.test(file)
    ? [...source.matchAll(/^ {2}it\(\s*['`"]([0-9][^'`"]*)/gm)].flatMap(([, title = '']) => title.split('; '))
    : [...source.matchAll(elsewhere)].map(([, numbers]) => numbers ?? '');
  return titles.flatMap((title) => {
    const [, from, to] = /^(\d+)-(\d+) /.exec(title) ?? [];
    const listed = [...(/^\d+(?:, \d+)*/.exec(title)?.[0] ?? '').matchAll(/\d+/g)].map(([number]) => Number(number));
    return from && to ? Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i) : listed;
  });
}

describe('the list of bad inputs and faults', () => {
  it('has a test for each of the 88, or a reason why not', () => {
    const files = fs
      .readdirSync('test', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:test\.ts|e2e\.mjs)$/.test(name))
      .map((name) => path.posix.join('test', name.replaceAll('\\', '/')));
    const tested = new Set(files.flatMap(numbersIn));
    const all = Array.from({ length: 88 }, (_, i) => i + 1);
    assert.deepEqual(
      all.filter((number) => !tested.has(number) && outOfScope[number] === undefined),
      [],
    );
    assert.deepEqual(
      [...tested].filter((number) => number < 1 || number > 88 || outOfScope[number] !== undefined),
      [],
    );
  });
});
