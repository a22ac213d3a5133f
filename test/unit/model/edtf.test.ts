import assert from 'node:assert/strict';
import { fromDayNumber } from '../../../src/model/calendar';
import { boundsOf, parseEdtf, printEdtf } from '../../../src/model/edtf';
import { formatEdtf } from '../../../src/model/edtfFormat';

function iso(number: number): string {
  if (!Number.isFinite(number)) {
    return number < 0 ? '-∞' : '∞';
  }
  const { year, month, day } = fromDayNumber(number);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

describe('edtf', () => {
  const spans: [string, string, string][] = [
    ['2025-12-04', '2025-12-04', '2025-12-04'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['2026-21', '2026-03-01', '2026-05-31'],
    ['2026-23', '2026-09-01', '2026-11-30'],
    ['2026-24', '2026-12-01', '2027-02-28'],
    ['2025-33', '2025-01-01', '2025-03-31'],
    ['2025-36', '2025-10-01', '2025-12-31'],
    ['2025-41', '2025-07-01', '2025-12-31'],
    ['2025-12-28/2025-12-29', '2025-12-28', '2025-12-29'],
    ['2024-12/2025-02', '2024-12-01', '2025-02-28'],
    ['2024/..', '2024-01-01', '∞'],
    ['/2024', '-∞', '2024-12-31'],
    ['1985~', '1985-01-01', '1985-12-31'],
    ['-0043-03-15', '-43-03-15', '-43-03-15'],
  ];
  for (const [value, first, last] of spans) {
    it(`${value} runs from ${first} to ${last}`, () => {
      const bounds = boundsOf(value);
      assert.deepEqual(bounds && [iso(bounds.first), iso(bounds.last)], [first, last]);
    });
  }

  for (const [value, printed] of [
    ...spans.map(([value]) => [value, value] as const).filter(([value]) => !value.startsWith('/')),
    ['/2024', '../2024'],
    ['2004-XX', '2004'],
    ['2004-06-XX', '2004-06'],
    ['2004-XX-XX', '2004'],
    ['2004-06-11%', '2004-06-11%'],
    ['2024~/2025?', '2024~/2025?'],
  ] as const) {
    it(`prints ${value}`, () => {
      const parsed = parseEdtf(value);
      assert.equal(parsed && printEdtf(parsed), printed);
    });
  }

  for (const bad of [
    '',
    '/',
    '../..',
    '..',
    '2025-13',
    '2025-02-29',
    '2025-00',
    '2025-12-00',
    '2025-20',
    '2025-25',
    '2025-21-01',
    '25-12-04',
    '2025/2024',
    '2025-12-04T10:00',
    '199X-03',
    '2025-XX-01',
    '2025-12-04 ',
    'X',
    '2024/2025/2026',
    '-0000',
    '9'.repeat(100_000),
  ]) {
    it(`refuses ${bad.slice(0, 20) || 'nothing'}`, () => assert.equal(parseEdtf(bad), undefined));
  }

  for (const [value, en, ja] of [
    ['2025-12-04', 'December 4, 2025', '2025年12月4日'],
    ['2025-12', 'December 2025', '2025年12月'],
    ['2026-23', 'autumn 2026', '2026年秋'],
    ['2026-34', 'Q2 2026', '2026年第2四半期'],
    ['2026-40', 'first half of 2026', '2026年上半期'],
    ['199X', '1990s', '1990年代'],
    ['20XX', '21st century', '21世紀'],
    ['12XX', '13th century', '13世紀'],
    ['1985~', 'about 1985', '1985年頃'],
    ['1985?', '1985 (uncertain)', '1985年（不確実）'],
    ['1985-04%', 'about April 1985 (uncertain)', '1985年4月頃（不確実）'],
    ['14XX', '15th century', '15世紀'],
    ['2024/2025', '2024 – 2025', '2024年〜2025年'],
    ['2024/..', 'from 2024', '2024年から'],
    ['../2024', 'until 2024', '2024年まで'],
    ['-0043', '44 BC', '紀元前44年'],
    ['nonsense', 'nonsense', 'nonsense'],
  ] as const) {
    it(`words for ${value}`, () => {
      assert.equal(formatEdtf(value, 'en'), en);
      assert.equal(formatEdtf(value, 'ja'), ja);
    });
  }
});
