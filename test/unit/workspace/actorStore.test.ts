import assert from 'node:assert/strict';
import type { RegisteredActor } from '../../../src/model/actorRegistry';
import { mergedActor, resolveActor } from '../../../src/workspace/actorOperations';
import { ActorStore, replaceActorEverywhere } from '../../../src/workspace/actorStore';
import { AnnotationStore } from '../../../src/workspace/annotationStore';
import { MemoryHost, TestClock } from '../../support/memoryHost';
import { sampleClaim, sampleCorrection } from '../../support/sampleItems';

const lind: RegisteredActor = {
  id: 'anna-lind',
  kind: 'person',
  names: { en: 'Anna Lind', ja: 'アンナ・リンド' },
  aliases: ['Lind'],
  roles: [{ title: 'minister', from: '2021', to: '2023-06' }],
  wikidata: 'Q42',
  merged: [],
};
const other: RegisteredActor = {
  id: 'a-lind',
  kind: 'person',
  names: { en: 'A. Lind' },
  aliases: ['the minister', 'Lind'],
  roles: [{ title: 'envoy' }],
  merged: ['lind'],
};

function setUp() {
  const host = new MemoryHost();
  return { host, store: new ActorStore(host, new TestClock()) };
}

async function withBoth() {
  const { host, store } = setUp();
  await store.apply('/desk', [
    { type: 'put-actor', actor: lind },
    { type: 'put-actor', actor: other },
  ]);
  return { host, store };
}

describe('ActorStore', () => {
  it('writes actors that read back the same', async () => {
    const { host } = await withBoth();
    const { file } = await new ActorStore(host, new TestClock()).open('/desk');
    assert.deepEqual(file.registry, { actors: [other, lind], rejected: [] });
    assert.deepEqual(file.problems, []);
    assert.match(host.memory.text('/desk/actors.yaml') ?? '', /^# Actors in the articles of this folder/);
  });

  it('tells what a change would make of the file and writes nothing', async () => {
    const { host, store } = setUp();
    const first = await store.preview('/desk', [{ type: 'put-actor', actor: lind }]);
    assert.equal(first.exists, false);
    assert.equal(host.memory.text('/desk/actors.yaml'), undefined);
    assert.deepEqual(store.registry('/desk').actors, []);
    await store.apply('/desk', [{ type: 'put-actor', actor: lind }]);
    assert.equal(host.memory.text('/desk/actors.yaml'), first.after);

    const text = host.memory.text('/desk/actors.yaml') ?? '';
    const renamed = { ...lind, names: { ...lind.names, en: 'A. M. Lind' } };
    const second = await store.preview('/desk', [{ type: 'put-actor', actor: renamed }]);
    assert.deepEqual([second.exists, second.text], [true, text]);
    assert.equal(second.after, text.replace('en: "Anna Lind"', 'en: "A. M. Lind"'));
    assert.equal(host.memory.text('/desk/actors.yaml'), text);

    // Whoever writes it: the inverse takes it back.
    await host.memory.write('/desk/actors.yaml', new TextEncoder().encode(second.after), { create: false });
    await store.refresh('/desk/actors.yaml');
    assert.equal(store.registry('/desk').actors[0]?.names.en, 'A. M. Lind');
    await store.undo('/desk', second.inverse);
    assert.equal(host.memory.text('/desk/actors.yaml'), text);
  });

  it('previews nothing over a file that it cannot read', async () => {
    const { host, store } = setUp();
    await host.memory.write('/desk/actors.yaml', new TextEncoder().encode('actors: [\n'), { create: true });
    const preview = await store.preview('/desk', [{ type: 'put-actor', actor: lind }]);
    assert.equal(preview.problem?.code, 'read-only');
    assert.equal(preview.after, preview.text);
  });

  it('merges two actors so that no name, role or id is lost, and undoes it', async () => {
    const { host, store } = await withBoth();
    const before = host.memory.text('/desk/actors.yaml');
    const { inverse } = await store.apply('/desk', [{ type: 'merge-actors', from: 'a-lind', into: 'anna-lind' }]);
    assert.deepEqual(store.registry('/desk').actors, [
      {
        ...lind,
        aliases: ['Lind', 'A. Lind', 'the minister'],
        roles: [...lind.roles, ...other.roles],
        merged: ['a-lind', 'lind'],
      },
    ]);
    assert.equal(resolveActor(store.registry('/desk'), 'lind'), 'anna-lind');
    await store.undo('/desk', inverse);
    assert.equal(host.memory.text('/desk/actors.yaml'), before);
  });

  it('merges an actor nobody registered', async () => {
    const { store } = await withBoth();
    await store.apply('/desk', [{ type: 'merge-actors', from: 'lind-anna', into: 'anna-lind' }]);
    assert.deepEqual(store.registry('/desk').actors[1]?.merged, ['lind-anna']);
    const result = await store.apply('/desk', [{ type: 'merge-actors', from: 'nobody', into: 'no-one' }]);
    assert.equal(result.problem?.code, 'unknown-item');
  });

  it('merges into an id nobody registered, which takes over all', async () => {
    const { store } = await withBoth();
    await store.apply('/desk', [{ type: 'merge-actors', from: 'anna-lind', into: 'a-m-lind' }]);
    assert.deepEqual(
      store.registry('/desk').actors.find(({ id }) => id === 'a-m-lind'),
      { ...lind, id: 'a-m-lind', merged: ['anna-lind'] },
    );
  });

  it('keeps the Wikidata id of the one that has it', async () => {
    const { store } = await withBoth();
    await store.apply('/desk', [{ type: 'merge-actors', from: 'anna-lind', into: 'a-lind' }]);
    assert.equal(store.registry('/desk').actors[0]?.wikidata, 'Q42');
  });

  it('an actor merged with itself, or given its own name, stays as it is', async () => {
    const { host, store } = await withBoth();
    const before = host.memory.text('/desk/actors.yaml');
    await store.apply('/desk', [{ type: 'merge-actors', from: 'a-lind', into: 'a-lind' }]);
    await store.apply('/desk', [{ type: 'rename-actor', from: 'a-lind', to: 'a-lind' }]);
    assert.equal(host.memory.text('/desk/actors.yaml'), before);
    const { problem } = await store.apply('/desk', [{ type: 'rename-actor', from: 'nobody', to: 'nobody' }]);
    assert.equal(problem?.code, 'unknown-item');
  });

  it('puts an actor over one that could not be read, keeping what other tools wrote', async () => {
    const { host, store } = setUp();
    host.memory.put('/desk/actors.yaml', 'actors:\n  anna-lind:\n    kind: "robot"\n    x-desk: "foreign" # ours\n');
    await store.apply('/desk', [{ type: 'put-actor', actor: lind }]);
    assert.deepEqual(store.registry('/desk').actors, [lind]);
    assert.match(host.memory.text('/desk/actors.yaml')!, /x-desk: "foreign" # ours/);
  });

  it('an id that is registered, or that nobody registered or merged, stands for itself', async () => {
    const { store } = await withBoth();
    assert.equal(resolveActor(store.registry('/desk'), 'nato'), 'nato');
    assert.equal(resolveActor(store.registry('/desk'), 'anna-lind'), 'anna-lind');
  });

  it('splits names off into another actor', async () => {
    const { store } = setUp();
    await store.apply('/desk', [{ type: 'put-actor', actor: mergedActor(lind, other) }]);
    await store.apply('/desk', [{ type: 'split-actor', from: 'anna-lind', actor: other }]);
    const [second, first] = store.registry('/desk').actors;
    assert.deepEqual([first?.aliases, first?.merged], [[], []]);
    assert.deepEqual(second, other);
  });

  it('renames an id, keeping the old one as merged', async () => {
    const { store } = await withBoth();
    await store.apply('/desk', [{ type: 'rename-actor', from: 'anna-lind', to: 'anna-k-lind' }]);
    assert.deepEqual(
      store.registry('/desk').actors.map((actor) => [actor.id, actor.merged]),
      [
        ['a-lind', ['lind']],
        ['anna-k-lind', ['anna-lind']],
      ],
    );
  });

  it('rejects a form and accepts it again', async () => {
    const { host, store } = await withBoth();
    await store.apply('/desk', [{ type: 'reject-form', form: 'Hague: "the"' }]);
    assert.deepEqual(store.registry('/desk').rejected, ['Hague: "the"']);
    const again = new ActorStore(host, new TestClock());
    assert.deepEqual((await again.open('/desk')).file.registry.rejected, ['Hague: "the"']);
    await store.apply('/desk', [{ type: 'accept-form', form: 'Hague: "the"' }]);
    assert.deepEqual(store.registry('/desk').rejected, []);
  });

  it('puts one actor for another in every article, as one step that can be undone', async () => {
    const { host } = setUp();
    const annotations = new AnnotationStore(host, new TestClock());
    await annotations.apply('/desk/a.txt', [
      { type: 'put-claim', claim: sampleClaim('ca', { actors: ['anna-lind', 'nato'], addressee: 'anna-lind' }) },
      { type: 'put-claim', claim: sampleClaim('cb', { source: 'nato' }) },
      { type: 'put-correction', correction: sampleCorrection('ka') },
    ]);
    await annotations.apply('/desk/b.txt', [{ type: 'put-claim', claim: sampleClaim('cc') }]);
    const before = [host.memory.text('/desk/a.txt.claims.yaml'), host.memory.text('/desk/b.txt.claims.yaml')];
    const articles = ['/desk/a.txt', '/desk/b.txt', '/desk/none.txt'];
    const result = await replaceActorEverywhere(
      annotations,
      articles,
      'anna-lind',
      'berit-lind',
      new Set(['ca', 'ka', 'cc']),
    );
    assert.deepEqual(result.changed, [
      { article: '/desk/a.txt', count: 2 },
      { article: '/desk/b.txt', count: 1 },
    ]);
    const [ca] = annotations.get('/desk/a.txt')!.annotations.claims;
    assert.deepEqual([ca?.source, ca?.actors, ca?.addressee], ['berit-lind', ['berit-lind', 'nato'], 'berit-lind']);
    for (const { article, operations } of result.inverse) {
      await annotations.apply(article, operations);
    }
    assert.deepEqual(
      [host.memory.text('/desk/a.txt.claims.yaml'), host.memory.text('/desk/b.txt.claims.yaml')],
      before,
    );
  });

  it('puts one actor for another wherever it is named, and goes on past an article that cannot be changed', async () => {
    const { host } = setUp();
    const annotations = new AnnotationStore(
      Object.assign(Object.create(host), { storage: undefined }),
      new TestClock(),
    );
    const named = sampleClaim('ca', { source: null, addressee: 'anna-lind' });
    for (const article of ['/desk/a.txt', '/desk/b.txt']) {
      await annotations.apply(article, [{ type: 'put-claim', claim: named }]);
    }
    const bad = '/desk/a.txt.claims.yaml';
    host.memory.put(bad, `${host.memory.text(bad)}x: &a 1\n`);
    await annotations.refresh('/desk/a.txt');
    const result = await replaceActorEverywhere(annotations, ['/desk/a.txt', '/desk/b.txt'], 'anna-lind', 'berit-lind');
    assert.deepEqual(
      result.failed.map(({ article, result: { problem } }) => [article, problem?.code]),
      [['/desk/a.txt', 'not-kept']],
    );
    assert.deepEqual(result.changed, [{ article: '/desk/b.txt', count: 1 }]);
    const [claim] = annotations.get('/desk/b.txt')!.annotations.claims;
    assert.deepEqual([claim?.source, claim?.addressee], [null, 'berit-lind']);
  });

  it('tells faults at their line and keeps the good actors', async () => {
    const { host, store } = setUp();
    const bad =
      'actors:\n  x:\n    kind: "robot"\n    names: {}\n  y:\n    kind: "person"\n    names:\n      en: 5\n    wikidata: "5"\n    roles:\n      - from: "2021"\nrejected: "no"\n';
    host.memory.put('/desk/actors.yaml', bad);
    const { file, readOnly } = await store.open('/desk');
    assert.deepEqual(
      file.problems.map(({ code, line, item }) => [code, line, item]),
      [
        ['unknown-value', 2, 'x'],
        ['wrong-type', 7, 'y'],
        ['unknown-value', 8, 'y'],
        ['missing-field', 10, 'y'],
        ['wrong-type', 11, undefined],
      ],
    );
    assert.deepEqual([readOnly, file.registry.actors.map((actor) => actor.id)], [undefined, ['y']]);
  });
});
