import assert from 'node:assert/strict';
import { ClaimIndex } from '../../../src/workspace/claimIndex';
import { Indexer } from '../../../src/workspace/indexer';
import { MemoryHost } from '../../support/memoryHost';

function setUp(articles: number) {
  const host = new MemoryHost();
  for (let i = 0; i < articles; i++) {
    host.memory.put(`/desk/${i}.txt`, `Mayor Ada Lund said on 3 May 2021 that pier ${i} must go.`);
  }
  const index = new ClaimIndex();
  return { host, index, indexer: new Indexer({ host, index }) };
}

function isReady(indexer: Indexer): Promise<void> {
  return new Promise((resolve) => {
    indexer.onDidProgress(({ state }) => state === 'ready' && resolve());
  });
}

describe('Indexer', () => {
  it('goes on when it is started anew', async () => {
    const { index, indexer } = setUp(40);
    indexer.pause();
    await indexer.start();
    assert.equal(index.size, 40);
  });

  it('keeps what waits while it is paused', async () => {
    const { host, index, indexer } = setUp(40);
    await indexer.start();
    indexer.pause();
    host.memory.put('/desk/0.txt', 'Another text.');
    await indexer.refresh(['/desk/0.txt']);
    assert.deepEqual(indexer.progress, { state: 'paused', done: 0, total: 1, left: 0 });
    indexer.resume();
    await isReady(indexer);
    assert.equal(index.get('/desk/0.txt')?.title, 'Another text.');
  });

  it('leaves out what waits when it is cancelled, and reads it on a new start (bad input 76)', async () => {
    const { host, index, indexer } = setUp(40);
    await indexer.start();
    indexer.pause();
    host.memory.put('/desk/0.txt', 'Another text.');
    await indexer.refresh(['/desk/0.txt', '/desk/1.txt']);
    const old = index.get('/desk/0.txt')?.title;
    indexer.cancel();
    await isReady(indexer);
    assert.deepEqual(indexer.progress, { state: 'ready', done: 0, total: 0, left: 2 });
    assert.equal(index.get('/desk/0.txt')?.title, old);
    // What changes after that is read all the same.
    host.memory.put('/desk/2.txt', 'A third text.');
    await indexer.refresh(['/desk/2.txt']);
    assert.equal(index.get('/desk/2.txt')?.title, 'A third text.');
    await indexer.start();
    assert.equal(index.get('/desk/0.txt')?.title, 'Another text.');
    assert.equal(indexer.progress.left, 0);
  });
});
