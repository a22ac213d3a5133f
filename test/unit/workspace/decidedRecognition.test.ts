import assert from 'node:assert/strict';
import type { ActorRegistry } from '../../../src/model/actorRegistry';
import type { Correction } from '../../../src/model/claim';
import type { AnchoredAnnotations } from '../../../src/workspace/anchoredAnnotations';
import { recogniseDecided } from '../../../src/workspace/decidedRecognition';

const text = 'Mayor Ada Lund said yesterday that the port must grow.';

function decided(
  words: string,
  correction:
    | { readonly about: 'actor'; readonly decision: 'set'; readonly actor: string; readonly kind: 'organization' }
    | { readonly about: 'actor' | 'date'; readonly decision: 'reject' },
): AnchoredAnnotations {
  const start = text.indexOf(words);
  const selector = { exact: words, prefix: '', suffix: '' };
  return {
    claims: [],
    corrections: [
      { correction: { id: 'k1', selector, ...correction } as Correction, range: { start, end: start + words.length } },
    ],
  };
}

describe('recogniseDecided', () => {
  it('gives what is recognised where nobody decided anything', () => {
    const { published, dates, claims } = recogniseDecided(text, {});
    assert.equal(published, null);
    assert.deepEqual(
      dates.map(({ value }) => value),
      [null],
    );
    assert.deepEqual(
      claims.map(({ source }) => source),
      ['ada-lund'],
    );
  });

  it('counts relative dates from the publication date that a person set, whatever the file is called', () => {
    const annotations = { published: '2031-03-13', claims: [], corrections: [] };
    const { published, dates, claims } = recogniseDecided(text, { fileName: '2031-01-01.txt' }, annotations);
    assert.deepEqual(published, { value: '2031-03-13', rule: 'person' });
    assert.deepEqual(
      dates.map(({ value }) => value),
      ['2031-03-12'],
    );
    assert.deepEqual(
      claims.map(({ date }) => date),
      ['2031-03-12'],
    );
  });

  it('reads claims anew with the actors that a person corrected', () => {
    const annotations = decided('Ada Lund', {
      about: 'actor',
      decision: 'set',
      actor: 'ada-lund-ltd',
      kind: 'organization',
    });
    const registry: ActorRegistry = {
      rejected: [],
      actors: [
        { id: 'ada-lund-ltd', kind: 'organization', names: { en: 'Lund Ltd' }, aliases: [], roles: [], merged: [] },
      ],
    };
    const { mentions, claims } = recogniseDecided(text, { registry }, annotations);
    assert.deepEqual(
      mentions.map(({ actor, kind, name }) => [actor, kind, name]),
      [['ada-lund-ltd', 'organization', 'Lund Ltd']],
    );
    assert.deepEqual(
      claims.map(({ source, actors }) => [source, actors]),
      [['ada-lund-ltd', ['ada-lund-ltd']]],
    );
  });

  it('leaves an actor out that a person rejected, and a claim without its source', () => {
    const { mentions, claims } = recogniseDecided(
      text,
      {},
      decided('Ada Lund', { about: 'actor', decision: 'reject' }),
    );
    assert.deepEqual(mentions, []);
    assert.ok(claims.every(({ source, actors }) => source !== 'ada-lund' && actors.length === 0));
  });

  it('leaves a date out that a person rejected', () => {
    assert.deepEqual(recogniseDecided(text, {}, decided('yesterday', { about: 'date', decision: 'reject' })).dates, []);
  });

  it('passes over a decision whose place is lost', () => {
    const [item] = decided('Ada Lund', { about: 'actor', decision: 'reject' }).corrections;
    const lost = { claims: [], corrections: [{ ...item!, range: null }] };
    assert.equal(recogniseDecided(text, {}, lost).mentions.length, 1);
  });
});
