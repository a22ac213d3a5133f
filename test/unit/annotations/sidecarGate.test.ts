import assert from 'node:assert/strict';
import { decodeYamlFile } from '../../../src/annotations/sidecarGate';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) {
    bytes.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  }
  return new Uint8Array(bytes.buffer);
}

describe('decodeYamlFile', () => {
  for (const littleEndian of [true, false]) {
    it(`reads UTF-16 ${littleEndian ? 'LE' : 'BE'} for showing, and says why it is not written`, () => {
      const { text, problems } = decodeYamlFile(utf16('\ufeffclaims:\n  水: 1\n', littleEndian));
      assert.deepEqual([text, problems.map(({ code }) => code)], ['claims:\n  水: 1\n', ['not-utf8']]);
    });
  }

  it('refuses UTF-16 that is cut in the middle of a character', () => {
    const { text, problems } = decodeYamlFile(utf16('\ufeffclaims:\n', true).subarray(0, -1));
    assert.deepEqual([text, problems.map(({ code }) => code)], [undefined, ['not-utf8']]);
  });

  it('a file that begins with the one mark of the other pair is no UTF-16', () => {
    for (const bytes of [
      [0xfe, 0x41],
      [0xff, 0x41],
    ]) {
      const { text, problems } = decodeYamlFile(new Uint8Array(bytes));
      assert.deepEqual([text, problems[0]?.code, problems[0]?.line], [undefined, 'not-utf8', 0]);
    }
  });
});
