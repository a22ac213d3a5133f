import assert from 'node:assert/strict';
import { describe as describeQuote } from '../../../src/annotations/quoteSelector';
import type { Claim, Correction } from '../../../src/model/claim';
import { annotatedArticle } from '../../../src/workspace/annotatedArticle';
import { attachAnnotations } from '../../../src/workspace/attachAnnotations';
import { sampleClaim } from '../../support/sampleItems';

const text = 'Port talks\n\nMay 2, 2031\n\nMinister Jonas Berg said on Friday that Norway would reopen the port.\n';
const start = text.indexOf('Norway would');
const claim: Claim = sampleClaim('claimaaaaaaaaaaaaa1', {
  selector: describeQuote(text, { start, end: text.indexOf('.\n') }),
});
const lost: Claim = sampleClaim('claimaaaaaaaaaaaaa2', {
  selector: { exact: 'never written', prefix: '', suffix: '' },
});
const noActor: Correction = {
  id: 'correctionaaaaaa1',
  selector: { exact: 'Norway', prefix: '', suffix: '' },
  about: 'actor',
  decision: 'reject',
};

function read(corrections: readonly Correction[]) {
  const annotations = { claims: [claim, lost], corrections };
  return annotatedArticle(text, annotations, attachAnnotations(annotations, text), {});
}

describe('an article with its annotations, for exports', () => {
  it('has title, language, date and the places of its claims', () => {
    const { title, language, published, anchors } = read([]);
    assert.deepEqual([title, language, published], ['Port talks', 'en', '2031-05-02']);
    const { range, state } = anchors.get(claim.id) ?? {};
    assert.deepEqual([text.slice(range?.start, range?.end), state], [claim.selector.exact, 'exact']);
    assert.deepEqual(anchors.get(lost.id), { state: 'orphan' });
  });

  it('shows names as they were corrected', () => {
    const namesOf = (corrections: readonly Correction[]): string[] =>
      read(corrections).mentions.map(({ name }) => name);
    assert.ok(namesOf([]).includes('Norway'));
    assert.ok(!namesOf([noActor]).includes('Norway'));
    assert.equal(read([noActor]).anchors.get(noActor.id)?.state, 'exact');
    const gone = { ...noActor, selector: { exact: 'Sweden', prefix: '', suffix: '' } };
    assert.deepEqual(read([gone]).anchors.get(gone.id), { state: 'orphan' });
  });
});
