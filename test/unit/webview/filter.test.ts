import assert from 'node:assert/strict';
import { dayOf, emptyFilter, type Filter, RowFilter, showsRecognised } from '../../../src/webview/filter';
import { row } from './rows';

const rows = [
  row({ quote: 'Zoë wants ﾎｰﾑ', source: 'ann', stance: 'support', status: 'disputed', day: 10 }),
  row({ quote: 'Nothing of it', source: 'bob', actors: ['bob', 'ann'], day: 20 }),
  row({ quote: '漁獲枠は広い', source: 'author', actors: [], day: null, words: '廣島' }),
  row({ quote: 'Only recognised', source: '', actors: [], recorded: false, days: [5, 15] }),
];
const names = new Map([['bob', 'Bob Böhm']]);

function check(filter: Partial<Filter>, expected: readonly number[]): void {
  const found = new RowFilter(rows, names).matching({ ...emptyFilter, recognised: true, ...filter });
  assert.deepEqual(
    found.map((one) => rows.indexOf(one)),
    expected,
  );
}

describe('filter of the overview', () => {
  it('shows everything at first', () => check({}, [0, 1, 2, 3]));
  it('leaves recognised claims out', () => check({ recognised: false }, [0, 1, 2]));
  it('finds by anybody who takes part', () => check({ actor: 'ann' }, [0, 1]));
  it('finds by stance', () => check({ stance: 'support' }, [0]));
  it('finds claims without a stance', () => check({ stance: 'none' }, [1, 2, 3]));
  it('finds by status', () => check({ status: 'disputed' }, [0]));
  it('folds accents and widths', () => check({ text: 'ｚｏｅ ホーム' }, [0]));
  it('folds old kanji, in the note as well', () => check({ text: '広島' }, [2]));
  it('looks into the name of the source', () => check({ text: 'bohm' }, [1]));
  it('wants every word', () => check({ text: 'zoe nothing' }, []));
  it('takes days from the first on', () => check({ from: '1970-01-16' }, [1, 3]));
  it('takes days up to the last', () => check({ to: '1970-01-10' }, [3]));
  it('takes spans that reach into the days', () => check({ from: '1970-01-12', to: '1970-01-13' }, [3]));
  it('reads only dates as days', () => {
    assert.equal(dayOf('1970-01-02'), 1);
    assert.equal(dayOf('1970-1-2'), undefined);
    assert.equal(dayOf('1970-13-01'), undefined);
  });
  it('shows recognised claims while few are recorded, until somebody decides', () => {
    const many = Array.from({ length: 12 }, () => row());
    assert.equal(showsRecognised(rows, emptyFilter), true);
    assert.equal(showsRecognised(many, emptyFilter), false);
    assert.equal(showsRecognised(many, { ...emptyFilter, recognised: true }), true);
    assert.equal(showsRecognised(rows, { ...emptyFilter, recognised: false }), false);
  });
});
