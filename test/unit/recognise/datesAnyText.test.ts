import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseEdtf } from '../../../src/model/edtf';
import { dateRules } from '../../../src/recognise/dateReading';
import { findDates } from '../../../src/recognise/dates';
import { findPublication } from '../../../src/recognise/publication';
import { tokenise } from '../../../src/text/tokens';
import { processorTime } from '../../support/processorTime';

const pieces = (
  'Dec. 4 , 2025 1990s the first Tuesday of October last next this week weekend month ago later two days a couple in from to - – and ' +
  'between Monday summer third quarter Q3 fiscal 19th century AD BC c. 314 10/31 2014-02-28 99 000 31st Feb 30 29 today Christmas ' +
  '令和 元 年 2025 １２ 月 〜 28 、29 日 夜 昨年 先月 来週 末 火曜日 （水） 前 後 半 世紀 代 度 第 3 四半期 紀元前 十二 ・ から \n 。 \ud800 🗓'
).split(' ');

const anyText = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), {
  maxLength: 40,
});

describe('dates of any text', function () {
  // Hundreds of milliseconds where nothing else runs, seconds where much does; a hang still fails.
  this.timeout(60_000);

  for (const language of ['en', 'ja'] as const) {
    for (const published of ['2031-03-13', '2031', undefined]) {
      it(`are in order and can be read: ${language}, ${published ?? 'unknown day'}`, () => {
        fc.assert(
          fc.property(anyText, fc.constantFrom(' ', ''), (parts, between) => {
            const text = parts.join(between);
            const tokens = tokenise(text);
            let end = 0;
            for (const date of findDates(tokens, language, findPublication(tokens, language, { published }))) {
              assert.ok(date.start >= end && date.end > date.start && date.end <= text.length);
              assert.ok(
                date.value === null || parseEdtf(date.value),
                `${date.value} of ${text.slice(date.start, date.end)}`,
              );
              assert.ok(date.rule in dateRules);
              end = date.end;
            }
          }),
          { numRuns: 300 },
        );
      });
    }
  }

  for (const [name, piece] of [
    ['dots', '.'],
    ['digits', '1'],
    ['dates', 'Dec. 1, '],
    ['weekdays', 'Monday '],
    ['years', '2019 '],
    ['Japanese dates', '12月3日'],
    ['kanji digits', '十'],
    ['ranges', '1-'],
  ] as const) {
    it(`cost linear time: ${name}`, () => {
      const language = /[^\0-\x7f]/.test(piece) ? 'ja' : 'en';
      const time = (size: number) => {
        const text = piece.repeat(Math.ceil(size / piece.length));
        let best = Number.POSITIVE_INFINITY;
        for (let run = 0; run < 3; run++) {
          const tokens = tokenise(text);
          const from = processorTime();
          findDates(tokens, language, findPublication(tokens, language, {}));
          best = Math.min(best, processorTime() - from);
        }
        return best;
      };
      time(10_000);
      // Sixteen times the text in quadratic time would cost 256 times as much; the machine may be busy.
      assert.ok(time(80_000) < 100 * Math.max(time(5_000), 1));
    });
  }
});
