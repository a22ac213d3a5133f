import assert from 'node:assert/strict';
import { addMonths, daysInMonth, fromDayNumber, toDayNumber, weekdayOf } from '../../../src/model/calendar';

describe('calendar', () => {
  it('counts days as Date does, in any year', () => {
    for (const [year, month, day] of [
      [1970, 1, 1],
      [2000, 2, 29],
      [1900, 3, 1],
      [1600, 12, 31],
      [2025, 12, 4],
      [0, 3, 1],
      [-44, 3, 15],
    ] as const) {
      const date = new Date(0);
      date.setUTCFullYear(year, month - 1, day);
      assert.equal(toDayNumber(year, month, day), date.getTime() / 86_400_000);
      assert.deepEqual(fromDayNumber(toDayNumber(year, month, day)), { year, month, day });
    }
  });

  it('goes there and back over four centuries', () => {
    for (let n = -150_000; n < 150_000; n += 97) {
      const { year, month, day } = fromDayNumber(n);
      assert.equal(toDayNumber(year, month, day), n);
    }
  });

  it('knows weekdays', () => {
    assert.equal(weekdayOf(toDayNumber(1970, 1, 1)), 3);
    assert.equal(weekdayOf(toDayNumber(2025, 12, 1)), 0);
    assert.equal(weekdayOf(toDayNumber(1969, 12, 28)), 6);
  });

  it('knows leap years', () => {
    assert.deepEqual(
      [1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2)),
      [28, 29, 28, 29],
    );
  });

  it('adds months without leaving the month', () => {
    assert.deepEqual(addMonths({ year: 2024, month: 1, day: 31 }, 1), { year: 2024, month: 2, day: 29 });
    assert.deepEqual(addMonths({ year: 2024, month: 1, day: 15 }, -2), { year: 2023, month: 11, day: 15 });
  });
});
