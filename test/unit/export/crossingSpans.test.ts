import assert from 'node:assert/strict';
import { crossingSpans } from '../../../src/export/crossingSpans';

describe('crossingSpans', () => {
  const check = (spans: [number, number][], expected: string[]): void => {
    it(spans.join(' '), () => {
      const found = crossingSpans(spans.map(([start, end]) => ({ start, end })));
      assert.deepEqual(
        found.map(({ span, crosses }) => `${span.start}-${span.end} x ${crosses.start}-${crosses.end}`),
        expected,
      );
    });
  };
  check([], []);
  // Apart, side by side, one in the other, the same twice, the same start or end.
  check(
    [
      [0, 4],
      [6, 9],
    ],
    [],
  );
  check(
    [
      [0, 4],
      [4, 9],
    ],
    [],
  );
  check(
    [
      [0, 9],
      [2, 5],
      [3, 4],
    ],
    [],
  );
  check(
    [
      [0, 9],
      [0, 9],
    ],
    [],
  );
  check(
    [
      [0, 9],
      [0, 5],
      [5, 9],
    ],
    [],
  );
  check(
    [
      [0, 5],
      [3, 9],
    ],
    ['3-9 x 0-5'],
  );
  // Whatever the order; what crosses is not in the way of those after it.
  check(
    [
      [3, 9],
      [0, 5],
      [6, 8],
    ],
    ['3-9 x 0-5'],
  );
  check(
    [
      [0, 10],
      [2, 6],
      [4, 8],
      [9, 12],
    ],
    ['4-8 x 2-6', '9-12 x 0-10'],
  );
});
