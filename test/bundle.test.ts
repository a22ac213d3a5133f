import assert from 'node:assert/strict';
import fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import { unpackWordList } from '../src/base/wordLists';

/** What is shipped to the editor. The build has run: it is the layer before this one. */
const bundles = {
  'dist/node/extension.js': ['node:fs', 'node:os', 'node:url', 'node:util', 'node:worker_threads', 'vscode'],
  'dist/web/extension.js': ['vscode'],
};

describe('bundles (bad input 84)', () => {
  for (const [file, needed] of Object.entries(bundles)) {
    it(`${file} asks for nothing but ${needed.join(', ')}, and knows no way to the network or to code from text`, () => {
      const code = fs.readFileSync(file, 'utf8');
      const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]);
      assert.deepEqual([...new Set(required)].sort(), needed);
      for (const way of [
        /\bfetch\(/,
        /XMLHttpRequest/,
        /\bWebSocket\b/,
        /\beval\(/,
        /new Function\(/,
        /\bimportScripts\(/,
      ]) {
        assert.doesNotMatch(code, way);
      }
    });
  }

  it('the word lists are all there, as they stand in the sources, and small enough to ship', () => {
    const file = 'dist/data/wordLists.json';
    const packed = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>;
    assert.ok(Object.keys(packed).length > 10);
    for (const [name, list] of Object.entries(packed)) {
      assert.equal(unpackWordList(list), fs.readFileSync(`src/${name}`, 'utf8'), name);
    }
    const kilobytes = gzipSync(fs.readFileSync(file), { level: 9 }).length / 1000;
    assert.ok(kilobytes <= 700, `${kilobytes} KB gzipped`);
  });
});
