import assert from 'node:assert/strict';
import { actorFeature, conceptFeature, FeatureKind } from '../../../src/linking/claimFeatures';
import type { LinkableClaim, LinkableDocument } from '../../../src/linking/linkable';
import { readDocumentFeatures } from '../../../src/linking/readFeatures';
import { englishTerm } from '../../../src/linking/searchTerms';

function claim(quote: string, more: Partial<LinkableClaim> = {}): LinkableClaim {
  return { id: quote, quote, source: null, actors: [], days: [], date: null, concepts: [], ...more };
}

/** The features of each claim, as hash and kind. */
function featuresOf(claims: readonly LinkableClaim[]): [number, number][][] {
  const document: LinkableDocument = { id: 'd', language: 'en', title: '', publishedDay: null, claims };
  const { hashes, kinds, places, ends } = readDocumentFeatures(document);
  return claims.map((_, i) => {
    const own = [...places.subarray(i === 0 ? 0 : ends[i - 1], ends[i])];
    return own.map((place) => [hashes[place]!, kinds[place]!]);
  });
}

describe('readDocumentFeatures', () => {
  it('gives each claim its words, names, concepts and actors, in order, each once', () => {
    const [features] = featuresOf([claim('The otters and the otter of Bergen', { actors: ['bergen', 'bergen'] })]);
    assert.deepEqual(features, [
      [englishTerm('otter'), FeatureKind.word],
      [englishTerm('bergen'), FeatureKind.name],
      [actorFeature('bergen'), FeatureKind.actor],
    ]);
  });

  it('takes the most telling kind within a claim, and lets another claim have its own', () => {
    const [one, two, three] = featuresOf([claim('bergen, Bergen'), claim('bergen'), claim('Bergen bergen')]);
    assert.deepEqual(one, [[englishTerm('bergen'), FeatureKind.name]]);
    assert.deepEqual(two, [[englishTerm('bergen'), FeatureKind.word]]);
    assert.deepEqual(three, one);
  });

  it('puts concepts of the lexicon and those that a person made up together', () => {
    const [features] = featuresOf([claim('停戦', { concepts: ['ceasefire', 'catch-quota'] })]);
    assert.deepEqual(features!.slice(1), [
      [conceptFeature('ceasefire'), FeatureKind.concept],
      [conceptFeature('catch-quota'), FeatureKind.concept],
    ]);
  });

  it('reads a document of more features than 16 bits can number', () => {
    const letters = (n: number): string => String(n).replaceAll(/\d/g, (digit) => 'bcfghjklmp'.charAt(Number(digit)));
    const words = Array.from({ length: 70_000 }, (_, i) => `${letters(100_000 + i)}zk`);
    const [all] = featuresOf([claim(words.join(' '))]);
    assert.ok(all!.length > 65_536);
    assert.equal(all!.at(-1)![0], englishTerm(words.at(-1)!));
  });
});
