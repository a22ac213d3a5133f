import assert from 'node:assert/strict';
import type { Recognition } from '../../../src/model/recognition';
import { applyCorrections, type PlacedCorrection, personRule } from '../../../src/recognise/applyCorrections';
import { findClaims } from '../../../src/recognise/claims';
import { tokenise } from '../../../src/text/tokens';
import { marked } from './markedText';

const { text, mentions, dates } = marked(
  '{p:Ann Lee} met {o:Bolt}. {p:lee|Lee} said in {d:2024-05|May} that {l:Oslo} was calm.',
);
const recognition: Recognition = {
  language: 'en',
  published: null,
  mentions,
  dates,
  claims: findClaims(tokenise(text), 'en', mentions, dates),
};

function at(words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

function corrected(...corrections: PlacedCorrection[]): Recognition {
  return applyCorrections(text, recognition, corrections);
}

function forms({ mentions: found }: Recognition): string[] {
  return found.map(({ start, end, kind, actor }) => `${text.slice(start, end)} ${kind} ${actor}`);
}

describe('applyCorrections', () => {
  it('leaves a recognition as it is where nothing was decided', () => assert.equal(corrected(), recognition));

  it('takes a rejected name away, here only', () =>
    assert.deepEqual(forms(corrected({ ...at('Bolt'), about: 'actor', decision: 'reject' })), [
      'Ann Lee person ann-lee',
      'Lee person lee',
      'Oslo place oslo',
    ]));

  it('sets another actor, and with it the speaker of the claim', () => {
    const result = corrected({
      ...at('Lee said'),
      end: at('Lee said').start + 3,
      about: 'actor',
      decision: 'set',
      actor: 'ann-lee',
      kind: 'person',
    });
    assert.equal(result.mentions[2]?.actor, 'ann-lee');
    assert.equal(result.mentions[2]?.name, 'Ann Lee');
    assert.deepEqual(
      result.claims.map(({ source }) => source),
      ['ann-lee'],
    );
  });

  it('sets another kind and other bounds: what overlaps gives way', () =>
    assert.deepEqual(
      forms(corrected({ ...at('met Bolt'), about: 'actor', decision: 'set', actor: 'met-bolt', kind: 'organization' })),
      ['Ann Lee person ann-lee', 'met Bolt organization met-bolt', 'Lee person lee', 'Oslo place oslo'],
    ));

  it('corrects and rejects dates', () => {
    const set = corrected({ ...at('May'), about: 'date', decision: 'set', value: '2023-05' });
    assert.deepEqual(
      set.dates.map(({ value, rule, confidence }) => [value, rule, confidence]),
      [['2023-05', personRule, 1]],
    );
    assert.equal(set.claims[0]?.date, '2023-05');
    assert.deepEqual(corrected({ ...at('May'), about: 'date', decision: 'reject' }).dates, []);
  });

  it('lets the last of two decisions about one place win', () => {
    const reject: PlacedCorrection = { ...at('Bolt'), about: 'actor', decision: 'reject' };
    const set: PlacedCorrection = { ...at('Bolt'), about: 'actor', decision: 'set', actor: 'bolt-2', kind: 'person' };
    assert.ok(forms(corrected(reject, set)).includes('Bolt person bolt-2'));
    assert.ok(!forms(corrected(set, reject)).some((form) => form.startsWith('Bolt')));
  });

  it('passes over decisions outside the text', () =>
    assert.equal(corrected({ start: 5, end: 9999, about: 'actor', decision: 'reject' }), recognition));
});
