import type { ClaimStatus } from '../model/claim';
import type { ClaimField } from './claimFields';
import type { Exporter, ExportInput } from './exporter';
import { articleIri, claimIri } from './iri';
import type { Loss } from './loss';
import { lossesOf } from './losses';
import { actorName, type PreparedArticle, type PreparedClaim, prepare } from './prepare';
import { isWebAddress } from './webAddress';
import { wellFormedJson } from './wellFormedJson';

const carried: ReadonlySet<ClaimField> = new Set<ClaimField>(['source', 'role', 'statement', 'status', 'verdict']);

/** Where a status stands between wrong (1) and right (5); no number where no such thing was found. */
const ratingValues: Partial<Record<ClaimStatus, number>> = { refuted: 1, disputed: 3, supported: 5 };

/** schema.org ClaimReview (https://schema.org/ClaimReview), for claims with a verdict and no others. */
export const claimReviewExporter: Exporter = {
  id: 'claimreview',
  label: 'ClaimReview (schema.org)',
  purpose: 'For fact-check feeds and databases such as Fact Check Explorer: each claim that has a verdict.',
  layout: 'file',
  extension: 'jsonld',
  mimeType: 'application/ld+json',
  export(input) {
    const articles = prepare(input);
    const reviews: object[] = [];
    const unreviewed: Loss[] = [];
    for (const article of articles) {
      for (const placed of article.claims) {
        if (placed.claim.verdict) {
          reviews.push(reviewOf(input, article, placed));
        } else {
          unreviewed.push({
            kind: 'claim',
            article: article.path,
            item: placed.claim.id,
            detail: placed.selector.exact,
          });
        }
      }
    }
    const reviewed = articles.map((article) => ({
      ...article,
      claims: article.claims.filter(({ claim }) => claim.verdict),
    }));
    return {
      files: [
        {
          path: 'claimreview.jsonld',
          content: `${wellFormedJson({ '@context': 'https://schema.org', '@graph': reviews })}\n`,
        },
      ],
      losses: [...unreviewed, ...lossesOf(reviewed, { fields: carried, unplaced: true, context: false })],
    };
  },
};

function reviewOf(input: ExportInput, article: PreparedArticle, { claim, selector }: PreparedClaim): object {
  const verdict = claim.verdict!;
  const page = articleIri(input.options, article.path);
  const rating = ratingValues[claim.status];
  const appearance = {
    '@type': 'CreativeWork',
    url: page,
    headline: article.title,
    ...(article.published ? { datePublished: article.published } : {}),
  };
  return {
    '@type': 'ClaimReview',
    '@id': claimIri(claim.id),
    url: input.options.baseIri ? `${page}#${encodeURIComponent(claim.id)}` : claimIri(claim.id),
    claimReviewed: claim.statement ?? selector.exact,
    ...(verdict.date ? { datePublished: verdict.date } : {}),
    ...(verdict.reviewer ? { author: { '@type': 'Person', name: verdict.reviewer } } : {}),
    ...(verdict.summary ? { reviewBody: verdict.summary } : {}),
    reviewRating: {
      '@type': 'Rating',
      ...(rating === undefined ? {} : { ratingValue: rating, bestRating: 5, worstRating: 1 }),
      alternateName: verdict.rating,
    },
    itemReviewed: {
      '@type': 'Claim',
      '@id': `${claimIri(claim.id)}:claim`,
      text: selector.exact,
      ...(claim.source && claim.source !== 'author'
        ? { author: authorOf(input, article, claim.source, claim.role) }
        : {}),
      ...(article.published ? { datePublished: article.published } : {}),
      appearance,
      firstAppearance: appearance,
    },
    ...(verdict.evidence.length > 0
      ? {
          citation: verdict.evidence.map(({ url, title, quote }) => ({
            '@type': 'CreativeWork',
            ...(isWebAddress(url) ? { url } : { identifier: url }),
            ...(title ? { name: title } : {}),
            ...(quote ? { text: quote } : {}),
          })),
        }
      : {}),
  };
}

function authorOf(input: ExportInput, article: PreparedArticle, source: string, role: string | undefined): object {
  const actor = input.actors.get(source);
  const person = actor?.kind === 'person';
  return {
    '@type': person ? 'Person' : 'Organization',
    name: actorName(input.actors, source, article.language),
    ...(role && person ? { jobTitle: role } : role ? { description: role } : {}),
    ...(actor?.wikidata && /^Q\d+$/.test(actor.wikidata)
      ? { sameAs: `http://www.wikidata.org/entity/${actor.wikidata}` }
      : {}),
  };
}
