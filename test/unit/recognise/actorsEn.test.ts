import assert from 'node:assert/strict';
import { findActorsEn } from '../../../src/recognise/actorsEn';
import { tokenise } from '../../../src/text/tokens';

/** Actors as "text=kind:id", or "text=kind" where the expected side names no id. */
function check(text: string, expected: readonly string[]): void {
  const found = findActorsEn(tokenise(text), {})
    .filter((mention) => mention.kind !== 'place' && mention.kind !== 'misc')
    .map((mention, i) => {
      const form = `${text.slice(mention.start, mention.end)}=${mention.kind}`;
      return expected[i]?.includes(':') ? `${form}:${mention.actor}` : form;
    });
  assert.deepEqual(found, expected);
}

describe('findActorsEn', () => {
  it('takes countries, titles and persons apart', () =>
    check('Finnish President Aino Virtala met British Foreign Secretary Tom Harwood on Monday.', [
      'Finnish=country:fi',
      'Aino Virtala=person:aino-virtala',
      'British=country:gb',
      'Tom Harwood=person:tom-harwood',
    ]));
  it('knows a person by the last name once the whole was given', () =>
    check('Marta Kowalczyk resigned. Friends of Kowalczyk were surprised.', [
      'Marta Kowalczyk=person:marta-kowalczyk',
      'Kowalczyk=person:marta-kowalczyk',
    ]));
  it('keeps two persons with one surname apart', () =>
    check('Peter Lindqvist and Eva Lindqvist disagree.', [
      'Peter Lindqvist=person:peter-lindqvist',
      'Eva Lindqvist=person:eva-lindqvist',
    ]));
  it('reads organisations by their head noun', () =>
    check('The Ministry of Health and Welfare and the University of Tartu signed with Helvar Systems Inc.', [
      'Ministry of Health and Welfare=organization',
      'University of Tartu=organization',
      'Helvar Systems Inc.=organization',
    ]));
  it('takes a capital for its government only where it acts', () =>
    check("Moscow's refusal was expected. She lived in Moscow for years.", ['Moscow=country:ru']));
  it('keeps wars, treaties and prizes out', () =>
    check('After the Crimean War he won the Nobel Peace Prize under the Treaty of Paris.', []));
});
