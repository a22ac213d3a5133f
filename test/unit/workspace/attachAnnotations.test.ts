import assert from 'node:assert/strict';
import { attachAnnotations } from '../../../src/workspace/attachAnnotations';
import { sampleClaim, sampleCorrection } from '../../support/sampleItems';

describe('attachAnnotations', () => {
  it('gives places in the text as it is, with its line ends, and the date that a person set', () => {
    const selector = { exact: 'two\nlines of it', prefix: '', suffix: '' };
    const { published, claims, corrections } = attachAnnotations(
      { published: '2024-05', claims: [sampleClaim('ca', { selector })], corrections: [sampleCorrection('ka')] },
      '\ufeffOne.\r\nThere are two\r\nlines of it. Lind left.',
    );
    assert.equal(published, '2024-05');
    assert.deepEqual(claims[0], {
      claim: sampleClaim('ca', { selector }),
      state: 'moved',
      range: { start: 17, end: 33 },
    });
    assert.deepEqual(corrections[0]?.range, { start: 35, end: 39 });
  });
});
