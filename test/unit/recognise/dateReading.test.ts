import assert from 'node:assert/strict';
import { readingOf, sentenceOf } from '../../../src/recognise/dateReading';

describe('date reading', () => {
  it('explains a full date', () => {
    const reading = readingOf({ start: 0, end: 4, value: '2031-03-13', rule: 'full-date', confidence: 0.98 });
    assert.deepEqual(reading, {
      rule: 'full-date',
      sentence: 'Day, month and year stand in the text.',
      needsPublication: false,
      unresolved: false,
      sure: 'sure',
    });
  });

  it('says that a relative date hangs on the publication date', () => {
    const reading = readingOf({ start: 0, end: 4, value: null, rule: 'ago', confidence: 0.4 });
    assert.equal(reading.needsPublication, true);
    assert.equal(reading.unresolved, true);
    assert.equal(reading.sure, 'unsure');
  });

  it('names a rule it does not know', () => assert.equal(sentenceOf('rule-of-tomorrow'), 'rule-of-tomorrow'));
});
