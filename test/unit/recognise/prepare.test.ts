import assert from 'node:assert/strict';
import { prepareLexicon } from '../../../src/linking/lexicon';
import { prepareRecognition } from '../../../src/recognise/prepare';
import { recognise } from '../../../src/recognise/recognise';

describe('prepareRecognition', () => {
  for (const [language, text] of [
    ['en', 'Norway will sign the treaty in May, Angela Merkel said.'],
    ['ja', '日本政府は5月に条約に署名すると、田中一郎氏が述べた。'],
  ] as const) {
    it(`may be left at any step: ${language}`, () => {
      const steps = prepareRecognition(language);
      steps.next();
      steps.next();
      const before = recognise(text);
      assert.ok(before.mentions.length > 0);
      // Nothing is left to be done, and nothing changes.
      assert.ok([...prepareRecognition(language)].length <= 1);
      assert.ok([...steps].length <= 1);
      assert.deepEqual(recognise(text), before);
    });
  }
});

describe('prepareLexicon', () => {
  it('has nothing to do twice', () => {
    const first = [...prepareLexicon()].length;
    assert.ok(first >= 1);
    assert.equal([...prepareLexicon()].length, 1);
  });
});
