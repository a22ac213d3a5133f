import assert from 'node:assert/strict';
import { claimReviewExporter } from '../../../src/export/claimReview';
import { expandOffline } from './linkedData';
import { sampleInput, textFile, twoArticles } from './samples';

const parents: Readonly<Record<string, string>> = {
  ClaimReview: 'Review',
  Review: 'CreativeWork',
  Claim: 'CreativeWork',
};

/**
 * Domain and range of the properties that the export uses, from their pages at https://schema.org/<property>;
 * `Text` stands for a plain value.
 */
const properties: Readonly<Record<string, { readonly domain: readonly string[]; readonly range: readonly string[] }>> =
  {
    url: { domain: ['CreativeWork'], range: ['URL'] },
    claimReviewed: { domain: ['ClaimReview'], range: ['Text'] },
    datePublished: { domain: ['CreativeWork'], range: ['Text'] },
    author: { domain: ['CreativeWork', 'Rating'], range: ['Person', 'Organization'] },
    reviewBody: { domain: ['Review'], range: ['Text'] },
    reviewRating: { domain: ['Review'], range: ['Rating'] },
    itemReviewed: { domain: ['Review'], range: ['Claim'] },
    ratingValue: { domain: ['Rating'], range: ['Text'] },
    bestRating: { domain: ['Rating'], range: ['Text'] },
    worstRating: { domain: ['Rating'], range: ['Text'] },
    alternateName: { domain: ['Rating', 'Person', 'Organization', 'CreativeWork'], range: ['Text'] },
    text: { domain: ['CreativeWork'], range: ['Text'] },
    appearance: { domain: ['Claim'], range: ['CreativeWork'] },
    firstAppearance: { domain: ['Claim'], range: ['CreativeWork'] },
    headline: { domain: ['CreativeWork'], range: ['Text'] },
    name: { domain: ['Person', 'Organization', 'CreativeWork'], range: ['Text'] },
    jobTitle: { domain: ['Person'], range: ['Text'] },
    description: { domain: ['Organization'], range: ['Text'] },
    sameAs: { domain: ['Person', 'Organization'], range: ['URL'] },
    citation: { domain: ['CreativeWork'], range: ['CreativeWork'] },
    identifier: { domain: ['CreativeWork'], range: ['Text'] },
  };

const org = 'http://schema.org/';

function isA(type: string | undefined, wanted: readonly string[]): boolean {
  for (let name = type; name; name = parents[name]) {
    if (wanted.includes(name)) {
      return true;
    }
  }
  return false;
}

type Node = Readonly<Record<string, unknown>>;

function typeOf(value: Node): string {
  const type = Array.isArray(value['@type']) ? String(value['@type'][0]).replace(org, '') : undefined;
  return type ?? ('@value' in value ? 'Text' : 'URL');
}

function check(node: Node): number {
  let checked = 0;
  for (const [key, values] of Object.entries(node)) {
    if (!key.startsWith('@')) {
      const property = properties[key.replace(org, '')];
      assert.ok(property, `${key} is a property of schema.org that the export may use`);
      assert.ok(isA(typeOf(node), property.domain), `${key} on ${typeOf(node)}`);
      for (const value of values as Node[]) {
        assert.ok(isA(typeOf(value), property.range), `${key}: ${JSON.stringify(value)}`);
        checked += 1 + check(value);
      }
    }
  }
  return checked;
}

describe('ClaimReview, by schema.org', () => {
  const input = sampleInput(twoArticles(), { baseIri: 'https://paper.example/' });
  const output = claimReviewExporter.export(input);
  const document = JSON.parse(textFile(output, 'claimreview.jsonld'));

  it('uses each property on a type and with a value that schema.org has for it', async () => {
    const expanded = (await expandOffline(document)) as Node[];
    assert.equal(expanded.length, 2);
    assert.ok(expanded.reduce((sum, node) => sum + check(node), 0) > 30);
  });

  it('has what Google and Meedan ask of a review', () => {
    for (const review of document['@graph']) {
      assert.ok(review.url.startsWith('https://paper.example/') && review.claimReviewed !== '');
      const { reviewRating } = review;
      assert.ok(reviewRating.alternateName !== '');
      assert.ok(
        reviewRating.ratingValue >= reviewRating.worstRating && reviewRating.ratingValue <= reviewRating.bestRating,
      );
      assert.equal(review.itemReviewed['@type'], 'Claim');
    }
  });

  it('reviews claims with a verdict and lists the others as not carried', () => {
    const lost = output.losses.filter(({ kind }) => kind === 'claim').map(({ item }) => item);
    assert.deepEqual(lost.sort(), [
      'claimaaaaaaaaaaaaa3',
      'claimaaaaaaaaaaaaa4',
      'claimbbbbbbbbbbbb1',
      'claimbbbbbbbbbbbb2',
    ]);
  });
});
