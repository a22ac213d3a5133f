import assert from 'node:assert/strict';
import { AnnotationStore } from '../../../src/workspace/annotationStore';
import { MemoryHost, TestClock } from '../../support/memoryHost';
import { sampleClaim, sampleCorrection } from '../../support/sampleItems';

const article = '/desk/a.txt';
const sidecar = '/desk/a.txt.claims.yaml';

function setUp() {
  const host = new MemoryHost();
  const store = new AnnotationStore(host, new TestClock());
  return { host, store };
}

describe('AnnotationStore', () => {
  it('saves a claim, leaves nothing behind, reads it back', async () => {
    const { host, store } = setUp();
    const result = await store.apply(article, [{ type: 'put-claim', claim: sampleClaim('cbb') }]);
    assert.deepEqual([result.saved, result.problem], [true, undefined]);
    assert.deepEqual([...host.memory.files.keys()], [sidecar]);
    const again = await new AnnotationStore(host, new TestClock()).open(article);
    assert.deepEqual(again.annotations, { claims: [sampleClaim('cbb')], corrections: [] });
    assert.deepEqual([again.pending, again.exists, again.readOnly, again.problems], [0, true, undefined, []]);
  });

  it('undoes with the inverse, byte for byte', async () => {
    const { host, store } = setUp();
    await store.apply(article, [{ type: 'put-claim', claim: sampleClaim('cbb') }]);
    host.memory.put(sidecar, host.memory.text(sidecar)!.replace('status: "unverified"', "status: 'unverified' # mine"));
    await store.refresh(sidecar);
    const before = host.memory.text(sidecar);
    const { inverse } = await store.apply(article, [
      { type: 'delete-claim', id: 'cbb' },
      { type: 'put-correction', correction: sampleCorrection('kcc') },
    ]);
    assert.deepEqual(store.get(article)?.annotations.claims, []);
    await store.apply(article, inverse);
    assert.equal(host.memory.text(sidecar), before);
  });

  it('merges with what somebody else wrote since', async () => {
    const { host, store } = setUp();
    await store.apply(article, [{ type: 'put-claim', claim: sampleClaim('cbb') }]);
    host.memory.put(sidecar, host.memory.text(sidecar)!.replace('"unverified"', '"refuted"'));
    await store.apply(article, [{ type: 'put-claim', claim: sampleClaim('cbb', { note: 'mine' }) }]);
    assert.deepEqual(store.get(article)?.annotations.claims, [sampleClaim('cbb', { status: 'refuted', note: 'mine' })]);
  });

  it('keeps new work in the journal while the file is damaged, and saves it after the repair', async () => {
    const { host, store } = setUp();
    await store.apply(article, [{ type: 'put-claim', claim: sampleClaim('cbb') }]);
    const good = host.memory.text(sidecar)!;
    const bad = `<<<<<<< ours\n${good}`;
    host.memory.put(sidecar, bad);
    const result = await store.apply(article, [{ type: 'put-claim', claim: sampleClaim('ccc') }]);
    assert.deepEqual([result.saved, result.problem?.code], [false, 'read-only']);
    assert.equal(host.memory.text(sidecar), bad);
    const state = store.get(article)!;
    assert.deepEqual([state.readOnly, state.pending, state.annotations.claims.at(-1)?.id], ['conflicted', 1, 'ccc']);
    host.memory.put(sidecar, good);
    const next = new AnnotationStore(host, new TestClock());
    assert.deepEqual(await next.recover(), { saved: [article], parked: [] });
    assert.deepEqual(
      next.get(article)?.annotations.claims.map((claim) => claim.id),
      ['cbb', 'ccc'],
    );
    assert.deepEqual([...host.memory.files.keys()], [sidecar]);
  });

  it('keeps the publication date that a person set, beside the items, and takes it back', async () => {
    const { host, store } = setUp();
    await store.apply(article, [{ type: 'set-published', value: '2031-03-13' }]);
    assert.match(host.memory.text(sidecar)!, /^published: "2031-03-13"$/m);
    const again = await new AnnotationStore(host, new TestClock()).open(article);
    assert.deepEqual(again.annotations, { published: '2031-03-13', claims: [], corrections: [] });
    assert.deepEqual(again.problems, []);

    await store.apply(article, [{ type: 'put-claim', claim: sampleClaim('cbb') }]);
    const before = host.memory.text(sidecar);
    const { inverse } = await store.apply(article, [{ type: 'set-published', value: '2031-03' }]);
    assert.equal(store.get(article)?.annotations.published, '2031-03');
    await store.apply(article, inverse);
    assert.equal(host.memory.text(sidecar), before);

    await store.apply(article, [{ type: 'set-published', value: null }]);
    assert.deepEqual(store.get(article)?.annotations, { claims: [sampleClaim('cbb')], corrections: [] });
  });

  it('tells of a publication date that cannot be read, and goes without it', async () => {
    const { host, store } = setUp();
    await store.apply(article, [{ type: 'set-published', value: '2031-03-13' }]);
    host.memory.put(sidecar, host.memory.text(sidecar)!.replace('2031-03-13', 'last week'));
    await store.refresh(sidecar);
    const state = store.get(article)!;
    assert.equal(state.annotations.published, undefined);
    assert.deepEqual(
      state.problems.map(({ code, line }) => [code, line > 0]),
      [['bad-edtf', true]],
    );
  });
});
