import assert from 'node:assert/strict';
import { globBase, globMatcher, isGlob } from '../../../src/cli/glob';

describe('globMatcher', () => {
  const check = (pattern: string, yes: readonly string[], no: readonly string[]) => {
    it(pattern, () => {
      const matches = globMatcher(pattern);
      assert.deepEqual(
        yes.filter((path) => !matches(path)),
        [],
      );
      assert.deepEqual(no.filter(matches), []);
    });
  };
  check('*.txt', ['a.txt', '漁獲.txt'], ['a.md', 'b/a.txt', '.a.txt']);
  check('**/*.txt', ['a.txt', 'b/a.txt', 'b/c/a.txt'], ['a.md', '.git/a.txt', 'b/.c/a.txt']);
  check('2024/**', ['2024/a', '2024/b/c'], ['2025/a', 'x/2024/a']);
  check('a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a/bc', 'b']);
  check('{a,b}/*.{md,txt}', ['a/x.md', 'b/x.txt'], ['c/x.md', 'a/x.yaml']);
  check('a?c', ['abc', 'a語c'], ['ac', 'abbc']);
  check('[a-c][!x]', ['ab', 'cz'], ['ax', 'da']);
  check('./a*', ['abc', './abc'], ['b']);
  check('*a*b*', ['ab', 'xaxbx', 'aabb'], ['ba']);
  check('.hidden/*', ['.hidden/a'], ['hidden/a']);

  it('takes linear time on many stars', () => {
    const start = performance.now();
    globMatcher(`${'*a'.repeat(50)}b`)('a'.repeat(5000));
    globMatcher(`${'**/a/'.repeat(50)}b`)('a/'.repeat(2000));
    globMatcher('{a,b}'.repeat(40))('ab');
    assert.ok(performance.now() - start < 1000);
  });

  it('tells patterns from paths, and where they begin', () => {
    assert.ok(isGlob('a*') && isGlob('{a,b}') && !isGlob('a/b.txt'));
    assert.deepEqual(['2024/**/*.txt', '*.md', '/x/*', '/*'].map(globBase), ['2024', '.', '/x', '/']);
  });
});
