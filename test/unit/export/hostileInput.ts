import type { ExportArticle, ExportInput } from '../../../src/export/exporter';
import type { Claim } from '../../../src/model/claim';

/** A claim with the text in every field that takes text. */
function claimOf(id: string, exact: string, text: string, other: string): Claim {
  return {
    id,
    selector: { exact, prefix: text, suffix: text },
    source: text,
    role: text,
    statement: text,
    kind: 'statement',
    directness: 'direct',
    cue: text,
    addressee: text,
    concepts: [text],
    stance: 'support',
    date: text,
    status: 'disputed',
    verdict: {
      rating: text,
      summary: text,
      reviewer: text,
      date: text,
      evidence: [{ url: text, title: text, quote: text, accessed: text }],
    },
    note: text,
    tags: [text],
    actors: [text],
    links: [
      { relation: 'supports', article: '', claim: other, quote: text, note: text },
      { relation: 'contradicts', article: text, claim: text, quote: text, note: text },
    ],
    author: text,
    created: text,
  };
}

/**
 * Two articles in which a text is everywhere: in every field of two claims, one placed and one lost, in ids, path,
 * title, date, the article itself and the names of actors. With a harmless text it is the measure of what the markup
 * of an export may be.
 */
export function inputFullOf(text: string): ExportInput {
  const body = `Before.\n${text}\nAfter.\n`;
  const placed = claimOf(`id ${text}`, text, text, 'second');
  const claims = [
    placed,
    claimOf('second', 'After', text, `id ${text}`),
    claimOf('lost', `${text} lost`, text, 'none'),
  ];
  const article: ExportArticle = {
    path: `a/${text}`,
    title: text,
    language: 'en',
    text: body,
    published: text,
    annotations: { claims, corrections: [] },
    anchors: new Map([
      [placed.id, { state: 'exact', range: { start: 8, end: 8 + text.length } }],
      ['second', { state: 'moved', range: { start: body.length - 7, end: body.length - 2 } }],
    ]),
  };
  const plain: ExportArticle = { ...article, path: 'plain.txt', annotations: { claims: [], corrections: [] } };
  return {
    articles: [article, plain],
    actors: new Map([[text, { names: { en: text, ja: text }, kind: 'person', wikidata: text }]]),
    options: { now: text },
  };
}
