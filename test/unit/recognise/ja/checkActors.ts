import assert from 'node:assert/strict';
import { findActorsJa } from '../../../../src/recognise/actorsJa';
import { tokenise } from '../../../../src/text/tokens';

/** A test: the actors of a text, each with the first letter of its kind. */
export function checkActors(text: string, ...expected: string[]): void {
  it(text, () => {
    const found = findActorsJa(tokenise(text), {}).filter(({ kind }) => kind !== 'place' && kind !== 'misc');
    assert.deepEqual(
      found.map(({ start, end, kind }) => `${kind[0]} ${text.slice(start, end)}`),
      expected,
    );
  });
}
