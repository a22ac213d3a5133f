import assert from 'node:assert/strict';
import { relativeArticle, resolveArticle } from '../../../src/workspace/articlePath';

/** From one article, the path of a link, and the article that it means; the way back gives the same path. */
const pairs: readonly (readonly [from: string, path: string, to: string])[] = [
  ['file:///desk/a.txt', '', 'file:///desk/a.txt'],
  ['file:///desk/a.txt', 'b.txt', 'file:///desk/b.txt'],
  ['file:///desk/a.txt', 'old/b.txt', 'file:///desk/old/b.txt'],
  ['file:///desk/old/a.txt', '../b.txt', 'file:///desk/b.txt'],
  ['file:///desk/old/a.txt', '../new/b.txt', 'file:///desk/new/b.txt'],
  ['file:///desk/a.txt', '記事 (1).md', 'file:///desk/%E8%A8%98%E4%BA%8B%20%281%29.md'],
  ['vscode-vfs://github/o/r/a.txt', '100%.txt', 'vscode-vfs://github/o/r/100%25.txt'],
  ['/desk/a.txt', 'b.txt', '/desk/b.txt'],
];

describe('paths between articles', () => {
  for (const [from, path, to] of pairs) {
    it(`${path || 'itself'} from ${from}`, () => {
      assert.equal(resolveArticle(from, path), to);
      assert.equal(relativeArticle(from, to), path);
    });
  }

  it('a path that climbs above the root stays at it; dots and doubled slashes are folded', () => {
    assert.equal(resolveArticle('file:///desk/a.txt', '../../../b.txt'), 'file:///b.txt');
    assert.equal(resolveArticle('file:///desk/a.txt', './old//b.txt'), 'file:///desk/old/b.txt');
  });

  it('a URI with an escape that is none keeps it', () => {
    assert.equal(relativeArticle('file:///desk/a.txt', 'file:///desk/100%.txt'), '100%.txt');
  });
});
