import assert from 'node:assert/strict';
import type { ClaimLink } from '../../../src/model/claim';
import { ActorStore } from '../../../src/workspace/actorStore';
import { AnnotationStore } from '../../../src/workspace/annotationStore';
import type { Operation } from '../../../src/workspace/operations';
import { articleOf, isTemporaryOf, sidecarOf, targetOfStray, unsafePlace } from '../../../src/workspace/sidecarPlace';
import { FaultFiles, MemoryFiles, MemoryHost, TestClock } from '../../support/memoryHost';
import { sampleClaim } from '../../support/sampleItems';

const article = '/desk/a.txt';
const file = '/desk/a.txt.claims.yaml';
const put = (id: string, more = {}): Operation => ({ type: 'put-claim', claim: sampleClaim(id, more) });

function setUp(storage: string | undefined = '/store') {
  const memory = new MemoryFiles();
  const files = new FaultFiles(memory);
  const host = new MemoryHost(memory, files, storage);
  return { memory, files, host, store: new AnnotationStore(host, new TestClock()) };
}

describe('ItemFileStore', () => {
  it('without a place for a journal: what cannot be written is refused', async () => {
    const { memory, files, host } = setUp();
    const bare = new AnnotationStore(new MemoryHost(memory, files, ''.at(0)), new TestClock());
    assert.equal(bare.host.storage, '/store', 'undefined means the default');
    const none = new AnnotationStore(Object.assign(Object.create(host), { storage: undefined }), new TestClock());
    assert.equal((await none.apply(article, [put('ca')])).saved, true);
    const before = memory.text(file);
    files.fault = { at: files.calls + 1, code: 'EROFS', forever: true };
    const result = await none.apply(article, [put('cb')]);
    assert.deepEqual([result.saved, result.problem?.code, result.inverse], [false, 'not-kept', []]);
    assert.deepEqual(
      [memory.text(file), none.get(article)?.pending, none.get(article)?.annotations.claims.length],
      [before, 0, 1],
    );
    files.fault = undefined;
    memory.put(file, 'x: "');
    assert.equal((await none.apply(article, [put('cb')])).problem?.code, 'not-kept', 'damaged since it was read');
    assert.equal((await none.apply(article, [put('cb')])).problem?.code, 'not-kept', 'known to be damaged');
  });

  it('says what it cannot find', async () => {
    const { store } = setUp();
    const link = { relation: 'supports', article: '', claim: 'x', quote: '' } as const;
    const operations: Operation[] = [
      { type: 'delete-claim', id: 'no' },
      { type: 'delete-correction', id: 'no' },
      { type: 'add-link', claim: 'no', link },
    ];
    for (const operation of operations) {
      const result = await store.apply(article, [operation]);
      assert.deepEqual([result.saved, result.problem?.code, result.problem?.item], [false, 'unknown-item', 'no']);
    }
  });

  it('puts and takes away links; one that is put twice stands once, at the end', async () => {
    const { store } = setUp();
    const link: ClaimLink = { relation: 'supports', article: 'b.txt', claim: 'x', quote: 'old' };
    const other = { ...link, claim: 'y' };
    const links = async (...operations: Operation[]) => {
      await store.apply(article, operations);
      return store.get(article)!.annotations.claims[0]!.links;
    };
    const add = (one: ClaimLink): Operation => ({ type: 'add-link', claim: 'ca', link: one });
    // One step that makes a claim, links it twice over and thinks again.
    assert.deepEqual(await links(put('ca'), add(link), add(other), add({ ...link, quote: 'new' })), [
      other,
      { ...link, quote: 'new' },
    ]);
    assert.deepEqual(await links({ type: 'remove-link', claim: 'ca', link }), [other]);
  });

  it('one step may delete what it made, and make it again', async () => {
    const { store } = setUp();
    await store.apply(article, [
      put('ca', { note: 'first' }),
      { type: 'delete-claim', id: 'ca' },
      put('ca', { note: 'second' }),
    ]);
    assert.deepEqual(
      store.get(article)?.annotations.claims.map(({ note }) => note),
      ['second'],
    );
  });

  it('puts a claim over one that could not be read', async () => {
    const { memory, store } = setUp();
    memory.put(file, 'claims:\n  ca:\n    quote: 5\n    x: "foreign"\n');
    await store.apply(article, [put('ca')]);
    assert.deepEqual(store.get(article)?.annotations.claims, [sampleClaim('ca')]);
    assert.match(memory.text(file)!, /x: "foreign"/);
  });

  it('previews into the open buffer, and says what is not there any more', async () => {
    const { host, memory } = setUp();
    const file = '/desk/actors.yaml';
    const actors = new ActorStore(host, new TestClock());
    const lind = {
      id: 'anna-lind',
      kind: 'person',
      names: { en: 'Anna Lind' },
      aliases: [],
      roles: [],
      merged: [],
    } as const;
    await actors.apply('/desk', [{ type: 'put-actor', actor: lind }]);
    host.unsaved.set(file, `${memory.text(file)}# typing\n`);
    const renamed = { ...lind, names: { en: 'A. Lind' } };
    const { problem, text, after } = await actors.preview('/desk', [{ type: 'put-actor', actor: renamed }]);
    assert.deepEqual([problem, text], [undefined, host.unsaved.get(file)]);
    assert.equal(after, text.replace('"Anna Lind"', '"A. Lind"'));
    const gone = await actors.preview('/desk', [{ type: 'delete-actor', id: 'nobody' }]);
    assert.deepEqual([gone.problem?.code, gone.after], ['unknown-item', gone.text]);
    assert.equal((await actors.preview('/desk', [])).problem, undefined);
    host.unsaved.set(file, 'actors: [');
    assert.equal((await actors.preview('/desk', [{ type: 'put-actor', actor: renamed }])).problem?.code, 'read-only');
  });

  it('work in a buffer that is closed unsaved goes along with a move, even without a journal', async () => {
    const { memory, host } = setUp();
    const none = new AnnotationStore(Object.assign(Object.create(host), { storage: undefined }), new TestClock());
    host.unsaved.set(file, 'claims:\n');
    assert.equal((await none.apply(article, [put('ca')])).problem?.code, 'in-unsaved-buffer');
    host.unsaved.delete(file);
    await none.moved(article, '/desk/b.txt');
    assert.match(memory.text('/desk/b.txt.claims.yaml') ?? '', /quote: "the words of ca"/);
  });

  it('words for what a host throws, whatever it is', async () => {
    for (const [thrown, detail] of [
      [new TypeError('odd'), 'odd'],
      ['odd', 'odd'],
    ] as const) {
      const { files, store } = setUp();
      await store.open(article);
      files.write = async () => {
        throw thrown;
      };
      const { problem } = await store.apply(article, [put('ca')]);
      assert.deepEqual([problem?.code, problem?.args], ['not-kept', ['EOTHER', detail]]);
    }
  });

  it('does nothing for nothing', async () => {
    const { memory, store } = setUp();
    assert.deepEqual(await store.apply(article, []), { inverse: [], saved: true });
    assert.equal(memory.files.size, 0);
  });

  it('tells its listeners, hears the host, forgets what is closed, stops when disposed', async () => {
    const { host, memory, store } = setUp();
    const heard: string[] = [];
    store.onDidChange((uri) => heard.push(uri));
    await store.apply(article, [put('ca')]);
    assert.ok(heard.length > 0 && heard.every((uri) => uri === article));
    memory.put(file, memory.text(file)!.replace('"unverified"', '"refuted"'));
    host.changes.fire([
      { uri: file, type: 'changed' },
      { uri: '/desk/other', type: 'changed' },
    ]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(store.get(article)?.annotations.claims[0]?.status, 'refuted');
    assert.equal(store.get(article), store.get(article), 'one state is one object');
    memory.files.delete(file);
    await store.refresh(article);
    assert.deepEqual([store.get(article)?.exists, store.get(article)?.annotations.claims], [false, []]);
    store.close(article);
    store.close('/desk/never-opened.txt');
    assert.equal(store.get(article), undefined);
    await store.refresh(article);
    store.dispose();
    host.changes.fire([{ uri: file, type: 'changed' }]);
  });

  it('keeps what waits when closed', async () => {
    const { memory, store } = setUp();
    memory.put(file, 'x: "');
    await store.apply(article, [put('ca')]);
    store.close(article);
    assert.equal(store.get(article)?.pending, 1);
    assert.deepEqual(await store.flush(), [article]);
  });

  it('reports a host whose files cannot be read, and goes on when they can', async () => {
    const { files, store, host } = setUp();
    files.fault = { at: 1, code: 'EIO', forever: true };
    await assert.rejects(store.open(article));
    assert.equal((await store.apply(article, [put('ca')])).problem?.code, 'not-kept');
    files.fault = undefined;
    assert.equal((await store.apply(article, [put('ca')])).saved, true);
    files.fault = { at: files.calls + 1, code: 'EIO', forever: true };
    host.changes.fire([{ uri: file, type: 'changed' }]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(store.get(article)?.annotations.claims.length, 1);
  });

  it('waits while an unsaved buffer cannot be read or changes under it', async () => {
    const { host, memory, store } = setUp();
    await store.apply(article, [put('ca')]);
    host.unsaved.set(file, 'claims: "');
    assert.equal((await store.apply(article, [put('cb')])).problem?.code, 'read-only');
    host.unsaved.set(file, memory.text(file)!);
    host.buffers.edit = async () => false;
    const result = await store.apply(article, [put('cc')]);
    assert.deepEqual([result.problem?.code, result.problem?.args?.[0]], ['not-saved', 'EBUSY']);
    host.unsaved.delete(file);
    assert.deepEqual(await store.flush(), []);
    assert.equal(store.get(article)?.annotations.claims.length, 3);
  });

  it('keeps a buffer from being read twice', async () => {
    const { host, memory, store } = setUp();
    await store.apply(article, [put('ca')]);
    host.unsaved.set(file, memory.text(file)!.replace('"unverified"', '"refuted"'));
    await store.refresh(article);
    await store.refresh(article);
    assert.equal(store.get(article)?.annotations.claims[0]?.status, 'refuted');
  });

  it('moves kept work also where the new place was open already', async () => {
    const { memory, store } = setUp();
    await store.open('/desk/b.txt');
    memory.put(file, 'x: "');
    await store.apply(article, [put('ca')]);
    memory.files.delete(file);
    await store.moved(article, '/desk/b.txt');
    assert.deepEqual([store.get(article), store.get('/desk/b.txt')?.annotations.claims.length], [undefined, 1]);
  });
});

describe('ActorStore beside its file', () => {
  it('refreshes, recovers, flushes', async () => {
    const { host, memory } = setUp();
    const store = new ActorStore(host, new TestClock());
    assert.deepEqual(store.registry('/desk'), { actors: [], rejected: [] });
    let heard = 0;
    store.onDidChange(() => heard++);
    await store.open('/desk');
    memory.put('/desk/actors.yaml', 'actors:\n  x:\n    kind: "person"\n    names: {}\n');
    await store.refresh('/desk/actors.yaml');
    assert.deepEqual([store.registry('/desk').actors.length, heard], [1, 1]);
    memory.put('/desk/actors.yaml', 'x: "');
    assert.equal((await store.apply('/desk', [{ type: 'delete-actor', id: 'x' }])).saved, false);
    assert.deepEqual(await store.flush(), ['/desk/actors.yaml']);
    memory.put('/desk/actors.yaml', 'actors:\n  x:\n    kind: "person"\n    names: {}\n');
    const next = new ActorStore(host, new TestClock());
    assert.deepEqual(await next.recover(), { saved: ['/desk/actors.yaml'], parked: [] });
    assert.equal((await next.apply('/desk', [{ type: 'delete-actor', id: 'x' }])).problem?.code, 'unknown-item');
    assert.equal(
      (await next.apply('/desk', [{ type: 'rename-actor', from: 'x', to: 'y' }])).problem?.code,
      'unknown-item',
    );
    assert.equal(
      (
        await next.apply('/desk', [
          {
            type: 'split-actor',
            from: 'x',
            actor: { id: 'y', kind: 'person', names: {}, aliases: [], roles: [], merged: [] },
          },
        ])
      ).problem?.code,
      'unknown-item',
    );
    store.dispose();
  });
});

describe('places', () => {
  const host = new MemoryHost();

  it('go from article to sidecar and back', () => {
    assert.equal(sidecarOf(host, article), file);
    assert.equal(articleOf(host, file), article);
    // Where a URI may have a query, only the host knows where its path ends.
    const odd = '/desk/who knows?.txt';
    assert.equal(articleOf(host, sidecarOf(host, odd)), odd);
    assert.deepEqual(
      [article, '/desk/.claims.yaml', file].map((uri) => articleOf(host, uri)),
      [undefined, undefined, article],
    );
  });

  it('know their leftovers', () => {
    assert.deepEqual(
      ['.a.txt.claims.yaml.abcdefgh.tmp', '.actors.yaml.lock', 'a.tmp', '.b.yaml.lock', '.a.claims.yaml.ABC.tmp'].map(
        targetOfStray,
      ),
      ['a.txt.claims.yaml', 'actors.yaml', undefined, undefined, undefined],
    );
    assert.deepEqual([isTemporaryOf('.a.abcdefgh.tmp', 'a'), isTemporaryOf('.a.b.abcdefgh.tmp', 'a')], [true, false]);
  });

  it('are refused outside, behind links, and in loops', async () => {
    assert.equal(await unsafePlace(host, '/etc/x'), 'outside');
    assert.equal(await unsafePlace(host, '/desk/x'), undefined);
    host.memory.folders.add('/desk/sub');
    host.memory.symlinks.add('/desk/sub');
    assert.equal(await unsafePlace(host, '/desk/sub/x'), 'symlink');
    assert.equal(await unsafePlace(host, `/desk${'/d'.repeat(70)}`), 'symlink');
    assert.equal(
      await unsafePlace(Object.assign(Object.create(host), { dirname: (uri: string) => uri }), '/desk/x'),
      'outside',
    );
  });
});
