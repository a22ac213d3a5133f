import assert from 'node:assert/strict';
import fs from 'node:fs';

/** What is shipped to the editor. The build has run: it is the layer before this one. */
const bundles = ['dist/node/extension.js', 'dist/web/extension.js'];

describe('bundles', () => {
  for (const file of bundles) {
    it(`${file} asks for nothing but VS Code, and knows no way to the network or to code from text`, () => {
      const code = fs.readFileSync(file, 'utf8');
      const required = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]);
      assert.deepEqual([...new Set(required)], ['vscode']);
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

  it('word lists are small enough to ship', () => {
    assert.ok(fs.statSync('dist/data/wordLists.json').size < 3_000_000);
  });
});
