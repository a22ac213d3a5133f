import type { ExportAnchor, ExportArticle, ExportInput, ExportOptions } from '../../../src/export/exporter';
import type { Claim } from '../../../src/model/claim';

/** A claim with nothing but what every claim has. */
export function plainClaim(id: string, exact: string, more: Partial<Claim> = {}): Claim {
  return {
    id,
    selector: { exact, prefix: '', suffix: '' },
    source: null,
    kind: 'statement',
    directness: 'indirect',
    concepts: [],
    status: 'unverified',
    tags: [],
    actors: [],
    links: [],
    ...more,
  };
}

/** A claim in which every field has a value. */
export function fullClaim(id: string, exact: string, more: Partial<Claim> = {}): Claim {
  return plainClaim(id, exact, {
    selector: { exact, prefix: 'before ', suffix: ' after', hint: 7 },
    source: 'mina-orlova',
    role: 'harbour minister',
    statement: 'The port reopens in May.',
    kind: 'prediction',
    directness: 'direct',
    cue: 'said',
    addressee: 'port-union',
    concepts: ['port reopening', 'strike | pay'],
    stance: 'support',
    date: '2031-05',
    status: 'disputed',
    verdict: {
      rating: 'Half true',
      summary: 'One of two piers reopened.',
      reviewer: 'K. Abe',
      date: '2031-06-02',
      evidence: [
        { url: 'https://port.example/notice', title: 'Notice', quote: 'Pier one is open', accessed: '2031-06-01' },
      ],
    },
    note: 'Ask the *union*.',
    tags: ['economy', 'follow-up'],
    actors: ['mina-orlova', 'port-union'],
    links: [
      {
        relation: 'contradicts',
        article: 'other.txt',
        claim: 'zzother',
        quote: 'The port stays shut',
        note: 'same day',
      },
    ],
    author: 'rin',
    created: '2031-05-03T10:00:00Z',
    ...more,
  });
}

/** An article whose claims are placed where their quotes first stand in the text. */
export function sampleArticle(
  path: string,
  text: string,
  claims: readonly Claim[],
  more: Partial<ExportArticle> = {},
): ExportArticle {
  const anchors = new Map<string, ExportAnchor>();
  for (const claim of claims) {
    const start = text.indexOf(claim.selector.exact);
    const end = start + claim.selector.exact.length;
    anchors.set(claim.id, start < 0 ? { state: 'orphan' } : { state: 'exact', range: { start, end } });
  }
  return { path, language: 'en', text, annotations: { claims, corrections: [] }, anchors, ...more };
}

export function sampleInput(articles: readonly ExportArticle[], options: ExportOptions = {}): ExportInput {
  return {
    articles,
    actors: new Map([
      ['mina-orlova', { names: { en: 'Mina Orlova', ja: 'ミナ・オルロワ' }, kind: 'person' as const }],
      ['port-union', { names: { en: 'Port Union' }, kind: 'organization' as const }],
    ]),
    options,
  };
}

/** The text of an export's file; fails where there is none of that name. */
export function textFile(
  output: { readonly files: readonly { readonly path: string; readonly content: string | Uint8Array }[] },
  path: string,
): string {
  const file = output.files.find((candidate) => candidate.path === path);
  if (typeof file?.content !== 'string') {
    throw new Error(`no text file ${path} among ${output.files.map((candidate) => candidate.path).join(', ')}`);
  }
  return file.content;
}

/**
 * An English article with CRLF line ends, an emoji before everything and a combining mark inside a quote, and a
 * Japanese one; claims that overlap, contradict each other across the two, span a line end, are lost, or wait for review.
 */
export function twoArticles(): ExportArticle[] {
  const port =
    '😀 Minister Orlova said: "Pier one, e\u0301tage 2;\r\nopens in May".\r\nThe union {said} no & <never>.\r\n';
  const claims = [
    fullClaim('claimaaaaaaaaaaaaa1', 'Pier one, e\u0301tage 2;\r\nopens in May', {
      links: [
        {
          relation: 'contradicts',
          article: '東/港.txt',
          claim: 'claimbbbbbbbbbbbb1',
          quote: 'ミナは否定した。',
          note: 'same day',
        },
        { relation: 'supports', article: '', claim: 'claimaaaaaaaaaaaaa2', quote: 'The union {said} no' },
      ],
    }),
    plainClaim('claimaaaaaaaaaaaaa2', 'opens in May".\r\nThe union {said} no', {
      source: 'port-union',
      kind: 'denial',
      concepts: ['port reopening'],
      stance: 'oppose',
      status: 'refuted',
      verdict: { rating: 'False', evidence: [{ url: 'javascript:alert(1)', title: 'A bad address' }] },
    }),
    plainClaim('claimaaaaaaaaaaaaa3', 'a sentence that is gone', { note: 'Keep me.' }),
    plainClaim('claimaaaaaaaaaaaaa4', 'Minister', { source: 'author', kind: 'judgement' }),
  ];
  const article = sampleArticle('news/port.txt', port, claims, {
    title: 'The port & the union',
    published: '2031-05-02',
  });
  const anchors = new Map([
    ...article.anchors,
    ['claimaaaaaaaaaaaaa4', { state: 'review' as const, range: { start: 3, end: 11 } }],
  ]);
  const harbour = 'ミナは否定した。𠮷田氏は「開く」と述べた。\n';
  const other = sampleArticle(
    'news/東/港.txt',
    harbour,
    [
      plainClaim('claimbbbbbbbbbbbb1', 'ミナは否定した。', {
        source: 'mina-orlova',
        concepts: ['port reopening'],
        date: '2031-05-04',
      }),
      plainClaim('claimbbbbbbbbbbbb2', '𠮷田氏は「開く」と述べた。', {
        links: [{ relation: 'updates', article: '../port.txt', claim: 'claimaaaaaaaaaaaaa1', quote: 'Pier one' }],
      }),
    ],
    { language: 'ja', published: '2031-05-04' },
  );
  return [{ ...article, anchors }, other];
}
