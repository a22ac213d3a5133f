import assert from 'node:assert/strict';
import type { ClaimDetails } from '../../../src/export/claimRecord';
import type { ImportedClaim } from '../../../src/import/importer';
import { operationsOf, planImport } from '../../../src/import/importPlan';
import type { ImportTools } from '../../../src/import/importTarget';
import { matchArticle } from '../../../src/import/matchArticle';
import { plainClaim } from '../export/samples';

const text = 'Orlova said the port opens. 😀 The union said no.';

function details(more: Partial<ClaimDetails> = {}): ClaimDetails {
  const { id: _id, selector: _selector, ...rest } = plainClaim('x', 'x');
  return { ...rest, ...more };
}

function imported(exact: string, more: Partial<ImportedClaim> = {}): ImportedClaim {
  return { article: 'news/port.txt', selector: { exact, prefix: '', suffix: '' }, details: details(), ...more };
}

/** Finds exact quotes only, and calls one that stands twice doubtful. */
function tools(): ImportTools {
  let count = 0;
  return {
    anchor: (body, selectors) =>
      selectors.map(({ exact }) => {
        const start = body.indexOf(exact);
        const range = { start, end: start + exact.length };
        const twice = body.indexOf(exact, start + 1) >= 0;
        return start < 0 ? { state: 'orphan' } : { state: twice ? 'review' : 'exact', range };
      }),
    newId: () => `new${++count}`,
    actorOf: (name) => (name === 'Mina Orlova' ? 'mina-orlova' : undefined),
  };
}

function plan(claims: readonly ImportedClaim[], existing = [plainClaim('known0000000000000', 'the port opens')]) {
  const target = { path: 'news/port.txt', text, annotations: { claims: existing, corrections: [] } };
  return planImport([target], claims, tools());
}

describe('import plan', () => {
  const cases: [string, ImportedClaim, string][] = [
    ['adds what is found', imported('The union said no'), 'add'],
    ['recognises a claim without id by all that it says', imported('the port opens'), 'duplicate'],
    ['recognises a claim by its id', imported('the port opens', { id: 'known0000000000000' }), 'duplicate'],
    [
      'keeps ours where the id is the same and the content is not',
      imported('The union said no', { id: 'known0000000000000' }),
      'conflict',
    ],
    [
      'adds another claim on the same quote',
      imported('the port opens', { details: details({ kind: 'demand' }) }),
      'add',
    ],
    ['leaves doubtful places to a person', imported('said'), 'review'],
    ['leaves lost quotes to a person', imported('never written'), 'review'],
    ['does not guess an article', imported('the port opens', { article: 'else.txt' }), 'no-article'],
    ['trusts no bare position', imported('', { position: { start: 30, end: 33, unit: 'codepoint' } }), 'review'],
  ];
  for (const [name, claim, action] of cases) {
    it(name, () => assert.equal(plan([claim]).claims[0]?.action, action));
  }

  it('never adds duplicates and conflicts, and leaves what exists alone', () => {
    const result = plan(cases.map(([, claim]) => claim));
    const added = operationsOf(result, []).get('news/port.txt') ?? [];
    assert.equal(added.length, result.counts.add + result.counts.review);
    assert.ok(!added.some((item) => item.type === 'put-claim' && item.claim.id === 'known0000000000000'));
    assert.equal(result.claims.length, cases.length);
  });

  it('takes a claim of ours that came back with less for the same, and one with more for another', () => {
    const known = plainClaim('known0000000000000', 'the port opens', { concepts: ['ports'], note: 'Ask again' });
    const action = (more: Partial<ClaimDetails>): string | undefined =>
      plan([imported('the port opens', { id: known.id, details: details(more) })], [known]).claims[0]?.action;
    assert.equal(action({}), 'duplicate');
    assert.equal(action({ concepts: ['ports'] }), 'duplicate');
    assert.equal(action({ concepts: ['ports', 'ships'] }), 'conflict');
    assert.equal(action({ tags: ['urgent'] }), 'conflict');
    assert.equal(action({ note: 'Asked' }), 'conflict');
  });

  it('adds what comes twice in one file only once', () => {
    const result = plan([imported('The union said no'), imported('The union said no')]);
    assert.deepEqual(
      result.claims.map(({ action }) => action),
      ['add', 'duplicate'],
    );
  });

  it('gives foreign ids up and follows them in links', () => {
    const link = { relation: 'supports' as const, article: '', claim: 'T2', quote: '' };
    const result = plan([
      imported('Orlova said', { id: 'T1', details: details({ links: [link] }) }),
      imported('The union said no', { id: 'T2' }),
    ]);
    assert.deepEqual(
      result.claims.map(({ claim }) => claim.id),
      ['new1', 'new2'],
    );
    assert.equal(result.claims[0]?.claim.links[0]?.claim, 'new2');
  });

  it('keeps an id of ours that is free', () => {
    const [first] = plan([imported('Orlova said', { id: 'abcdefgh12345678' })]).claims;
    assert.equal(first?.claim.id, 'abcdefgh12345678');
  });

  it('finds actors by name and makes a key for the rest', () => {
    const result = plan([
      imported('Orlova said', { sourceName: 'Mina Orlova' }),
      imported('The union said no', { sourceName: 'Port Union (Ltd.)' }),
    ]);
    assert.deepEqual(
      result.claims.map(({ claim }) => claim.source),
      ['mina-orlova', 'port-union-ltd'],
    );
  });

  it('gives context to a quote that came without, and keeps what came with some', () => {
    const withContext = { exact: 'The union said no', prefix: '\u{1f600} ', suffix: '.' };
    const result = plan([imported('Orlova said'), imported('', { selector: withContext })]);
    const [bare, kept] = result.claims.map(({ claim }) => claim.selector);
    // 32 grapheme clusters, the emoji being one of them.
    assert.deepEqual(bare, { exact: 'Orlova said', prefix: '', suffix: ' the port opens. 😀 The union sai', hint: 0 });
    assert.deepEqual(kept, { ...withContext, hint: 31 });
  });

  it('reads positions in code points', () => {
    const [planned] = plan([imported('', { position: { start: 30, end: 39, unit: 'codepoint' } })]).claims;
    assert.equal(planned?.claim.selector.exact, [...text].slice(30, 39).join(''));
  });
});

describe('article of an import', () => {
  const articles = new Map(['news/port.txt', 'old/port.txt', 'news/harbour.md', 'が.txt'].map((path) => [path, 0]));
  const cases: [string, string | undefined][] = [
    ['news/port.txt', 'news/port.txt'],
    ['port.txt', undefined],
    ['harbour.md', 'news/harbour.md'],
    ['harbour.md.txt', 'news/harbour.md'],
    ['https://paper.example/archive/news/port.txt', 'news/port.txt'],
    ['C:\\texts\\news\\harbour.md', 'news/harbour.md'],
    ['か\u3099.txt', 'が.txt'],
    ['arbour.md', undefined],
    ['', undefined],
  ];
  for (const [name, path] of cases) {
    it(JSON.stringify(name), () => assert.equal(matchArticle(name, articles), path));
  }
});
