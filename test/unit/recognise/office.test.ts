import assert from 'node:assert/strict';
import { officeOf, sameOffice } from '../../../src/recognise/office';
import { recognise } from '../../../src/recognise/recognise';

function check(text: string, name: string, expected: string | undefined): void {
  it(text, () => {
    const recognition = recognise(text);
    const named = recognition.mentions.filter(({ start, end }) => text.slice(start, end) === name);
    assert.ok(named.length > 0);
    assert.equal(officeOf(text, named, recognition), expected);
  });
}

describe('officeOf', function () {
  this.timeout(20_000); // the first reads the word lists
  check('Finance Minister Olav Tveit said the ferry was safe.', 'Olav Tveit', 'minister');
  check('Daniel Okonjo, the justice minister, said the inquiry would be public.', 'Daniel Okonjo', 'justice minister');
  check('The letter was signed by Secretary of State Grete Halvorsen.', 'Grete Halvorsen', 'secretary');
  check('"It will sink," Mrs. Grete Halvorsen told reporters.', 'Grete Halvorsen', undefined);
  check('東洋鉄道の御手洗和彦社長は計画を発表した。', '御手洗和彦', '東洋鉄道 社長');
  check('指揮者の丸岡さんが初演した。', '丸岡', '指揮者');
});

describe('sameOffice', () => {
  const cases: readonly [string, string, boolean][] = [
    ['minister', 'justice minister', true],
    ['inspector', 'broker', false],
    ['社長', '社長', true],
    ['社長', '東洋鉄道社長', true],
    ['社長', '副社長', false],
    ['元首相', '首相', false],
    ['警部', '県議', false],
  ];
  for (const [a, b, expected] of cases) {
    it(`${a} / ${b}`, () => assert.deepEqual([sameOffice(a, b), sameOffice(b, a)], [expected, expected]));
  }
});
