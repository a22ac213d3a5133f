import assert from 'node:assert/strict';
import { followedState } from '../../../src/annotations/followedState';

describe('the state of an annotation that was followed through edits', () => {
  const check = (
    found: Parameters<typeof followedState>[0],
    quote: string,
    now: string,
    expected: ReturnType<typeof followedState>,
  ): void => {
    it(`${found}: ${quote} -> ${now}`, () => assert.equal(followedState(found, quote, now), expected));
  };
  check('exact', 'the tunnel is safe', 'the tunnel is safe', 'exact');
  check('moved', 'the tunnel is safe', 'the tunnel is safe', 'moved');
  check('orphan', 'the tunnel is safe', 'the tunnel is safe', 'moved');
  check('review', 'the tunnel is safe', 'the tunnel is safe', 'review');
  check('exact', 'the tunnel is safe', 'the tunel is safe', 'moved');
  check('exact', 'cafe\u0301', 'caf\u00e9', 'moved');
  check('exact', 'it costs 40 crowns', 'it costs 41 crowns', 'review');
  check('moved', 'as Ellery said', 'as Morrow said', 'review');
  check('exact', 'the tunnel is safe', 'the tunnel is not safe', 'review');
  check('exact', 'the tunnel is safe', 'a boy carried some flowers', 'review');
  check('exact', '税', '金', 'review');
  check('exact', '採決は延期された', '採決は延期されたという', 'moved');
  check('exact', '日本が反対した', '中国が反対した', 'review');
});
