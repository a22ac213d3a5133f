import assert from 'node:assert/strict';
import { readSidecar } from '../../../src/annotations/sidecarRead';
import type { Claim } from '../../../src/model/claim';
import { attachAnnotations } from '../../../src/workspace/attachAnnotations';
import { checkAnnotations } from '../../../src/workspace/checkAnnotations';
import { changesOf } from '../../../src/workspace/operations';
import { sampleClaim } from '../../support/sampleItems';
import { applyChanges, emptySidecar } from '../../support/sidecars';

const longQuote = `${'the harbour board keeps the old ferry '.repeat(3)}in service`;

function quoting(id: string, exact: string, more: Partial<Claim> = {}): Claim {
  return sampleClaim(id, { selector: { exact, prefix: '', suffix: '' }, ...more });
}

/** An article with claims as the check takes it; without text its article is gone. */
function checked(name: string, claims: readonly Claim[], text?: string) {
  const start = emptySidecar();
  const { sidecar } = applyChanges(
    start,
    changesOf(
      claims.map((claim) => ({ type: 'put-claim', claim })),
      start,
    ).changes,
  );
  const article = `/desk/${name}`;
  const attached = text === undefined ? undefined : attachAnnotations(sidecar.annotations, text);
  return { article, sidecarUri: `${article}.claims.yaml`, sidecar, attached };
}

const tell = (...all: Parameters<typeof checkAnnotations>[0]) =>
  checkAnnotations(all).map(({ uri, problem }) => `${uri.slice(6)} ${problem.code} ${problem.item ?? ''}`);

describe('checkAnnotations', () => {
  it('finds nothing where passages stand and links lead to claims', () => {
    const link = { relation: 'supports', article: 'b.txt', claim: 'cb', quote: 'q' } as const;
    const inside = { ...link, article: '', claim: 'cc' };
    const text = 'The mayor will resign in May. The board will sell the ferry.';
    assert.deepEqual(
      tell(
        checked(
          'a.txt',
          [quoting('ca', 'The mayor will resign', { links: [link, inside] }), quoting('cc', 'The board will sell')],
          text,
        ),
        checked('b.txt', [quoting('cb', 'The mayor will resign')], text),
      ),
      [],
    );
  });

  it('tells lost and changed passages at the line of their claim, with the quote cut short', () => {
    const one = checked(
      'a.txt',
      [quoting('ca', longQuote), quoting('cb', 'The mayor will resign in 2031 over the ferry')],
      'The mayor will resign in 2032 over the ferry.',
    );
    const found = checkAnnotations([one]).map(({ problem }) => problem);
    assert.deepEqual(
      found.map(({ code, item, line }) => [code, item, one.sidecar.text.split('\n')[line]]),
      [
        ['orphan', 'ca', '  ca:'],
        ['needs-review', 'cb', '  cb:'],
      ],
    );
    assert.match(found[0]!.message, /"the harbour board .{41}…"/);
  });

  it('tells links that lead nowhere, and where the claim went', () => {
    const link = { relation: 'supports', article: 'b.txt', claim: 'cc', quote: 'q' } as const;
    const links = [link, { ...link, article: '', claim: 'cx' }];
    const found = checkAnnotations([
      checked('a.txt', [quoting('ca', 'The mayor will resign', { links })], 'The mayor will resign.'),
      checked('c.txt', [quoting('cc', 'The board will sell')], 'The board will sell.'),
    ]).map(({ problem }) => problem.message);
    assert.equal(found.length, 2);
    assert.match(found[0]!, /claim cc of b\.txt, which is not there\. A claim of that id is in another article/);
    assert.match(found[1]!, /claim cx of this article, which is not there\.$/);
  });

  it('tells one id for two claims, and a sidecar whose article is gone', () => {
    assert.deepEqual(
      tell(
        checked('a.txt', [quoting('ca', 'The mayor will resign')], 'The mayor will resign.'),
        checked('b.txt', [quoting('ca', 'The board will sell')]),
      ),
      ['a.txt.claims.yaml shared-id ca', 'b.txt.claims.yaml no-article ', 'b.txt.claims.yaml shared-id ca'],
    );
  });

  it('a claim that stands in no line of its own is told at the beginning', () => {
    const text =
      'claims: {ca: {quote: "gone", kind: "statement", directness: "direct", source: null, status: "unverified"}}\n';
    const sidecar = readSidecar(text);
    const attached = attachAnnotations(sidecar.annotations, 'Nothing of it.');
    const [found] = checkAnnotations([{ article: '/a.txt', sidecarUri: '/s', sidecar, attached }]);
    assert.deepEqual([found?.problem.code, found?.problem.line], ['orphan', 0]);
  });
});
