import assert from 'node:assert/strict';
import { readDatesEn } from '../../../src/recognise/dates/grammarEn';
import { tokenise } from '../../../src/text/tokens';

describe('dates in wrapped lines', () => {
  const wrapped = [
    'The two delegations left the building late in the evening and said that',
    'they had agreed on the first of several points that were open since last',
    'week, among them the return of prisoners and the opening of roads on Dec.',
    '4, 2030, the day of the elections, and on a meeting of their presidents in',
    'the capital of a third country that neither of them wanted to name before',
    'both parliaments have been told.',
  ].join('\n');

  it('go on over a line end', () => {
    const found = readDatesEn(tokenise(wrapped)).map(({ start, end }) => wrapped.slice(start, end));
    assert.deepEqual(found, ['last\nweek', 'Dec.\n4, 2030']);
  });

  it('do not join the lines of a list', () => {
    const list = 'May\n5 people\nlast\nweek of all';
    assert.deepEqual(
      readDatesEn(tokenise(list)).map(({ start, end }) => list.slice(start, end)),
      ['May'],
    );
  });
});
