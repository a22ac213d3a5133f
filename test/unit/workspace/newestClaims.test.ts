import assert from 'node:assert/strict';
import type { IndexedClaim } from '../../../src/workspace/documentEntry';
import { someOfEach } from '../../../src/workspace/newestClaims';

describe('someOfEach', () => {
  const check = (counts: number[], limit: number, expected: string): void => {
    it(`${limit} of ${counts.join(', ')}`, () => {
      const articles = counts.map((count, article) =>
        Array.from({ length: count }, (_, id) => ({ article: String(article), id: String(id) }) as IndexedClaim),
      );
      assert.equal(
        someOfEach(articles, limit)
          .map(({ article, id }) => article + id)
          .join(' '),
        expected,
      );
    });
  };
  check([], 5, '');
  check([2, 1], 5, '00 01 10');
  // One article with many does not hide the second.
  check([9, 2], 5, '00 01 02 10 11');
  check([9, 2], 8, '00 01 02 03 04 05 10 11');
  check([9, 9, 9], 5, '00 01 02 10 11');
  check([9], Number.POSITIVE_INFINITY, '00 01 02 03 04 05 06 07 08');
});
