import assert from 'node:assert/strict';
import { nullLogger } from '../../../src/base/log';
import { emptyRegistry } from '../../../src/model/actorRegistry';
import { ClaimIndex } from '../../../src/workspace/claimIndex';
import { Indexer, type IndexerOptions } from '../../../src/workspace/indexer';
import { answersOf } from '../../property/indexSequences';
import { MemoryHost } from '../../support/memoryHost';
import { LoopbackThreads } from '../../support/readingLoopback';

const text = (n: number): string =>
  `Mayor Ada Lund said on ${1 + (n % 28)} May 2021 that the port of ${n} ships must grow.\n\n"We refuse," Lund told Norway.`;

function workspace(articles = 40): MemoryHost {
  const host = new MemoryHost();
  for (let n = 0; n < articles; n++) {
    host.memory.put(`/desk/${n}.txt`, text(n));
  }
  return host;
}

async function indexed(host: MemoryHost, options: Partial<IndexerOptions> = {}): Promise<ClaimIndex> {
  const index = new ClaimIndex();
  const indexer = new Indexer({ host, index, isPlainFile: () => true, ...options });
  await indexer.start();
  indexer.dispose();
  return index;
}

describe('reading articles in other threads', function () {
  this.timeout(20_000);

  for (const readsFiles of [true, false]) {
    it(`gives the index that reading them here gives; threads ${readsFiles ? 'read the files' : 'are given the text'}`, async () => {
      const host = workspace();
      const threads = new LoopbackThreads(host.memory, 2, readsFiles);
      const there = answersOf(await indexed(host, { threads }));
      assert.deepEqual(there, answersOf(await indexed(workspace())));
      assert.equal(threads.started.length, 2);
      for (const { posted } of threads.started) {
        const jobs = posted.flatMap((message) => (message.kind === 'read' ? message.jobs : []));
        assert.ok(jobs.length > 0);
        assert.ok(jobs.every((job) => (job.text === undefined) === readsFiles));
      }
    });
  }

  it('asks for several articles in one message', async () => {
    const host = workspace(300);
    const threads = new LoopbackThreads(host.memory);
    assert.equal((await indexed(host, { threads })).size, 300);
    for (const { posted } of threads.started) {
      const jobs = posted.map((message) => (message.kind === 'read' ? message.jobs.length : 0));
      assert.ok(jobs.filter((number) => number > 0).length * 4 < jobs.reduce((sum, number) => sum + number, 0));
    }
  });

  it('ends the threads when there is nothing to do', async () => {
    const host = workspace();
    const threads = new LoopbackThreads(host.memory);
    await indexed(host, { threads });
    assert.deepEqual(
      threads.started.map(({ ended }) => ended),
      [true, true],
    );
  });

  it('reads here what a thread that breaks has not read, and starts none again', async () => {
    const host = workspace();
    const threads = new LoopbackThreads(host.memory);
    const warned: string[] = [];
    const log = { ...nullLogger, warn: (message: string) => void warned.push(message) };
    const index = new ClaimIndex();
    const indexer = new Indexer({ host, index, isPlainFile: () => true, threads, log });
    const listener = index.onDidChange(() => threads.started[0]?.break());
    await indexer.start();
    listener.dispose();
    assert.equal(index.size, 40);
    assert.match(warned.join(), /broken/);
    host.memory.put('/desk/new.txt', text(3));
    await indexer.refresh(['/desk/new.txt']);
    assert.equal(index.size, 41);
    assert.equal(threads.started.length, 2);
    indexer.dispose();
  });

  it('reads here where no thread can be started', async () => {
    const host = workspace();
    const threads = new LoopbackThreads(host.memory);
    threads.start = () => Promise.reject(new Error('no threads here'));
    assert.equal((await indexed(host, { threads })).size, 40);
  });

  it('reads here what is not UTF-8', async () => {
    const host = workspace(3);
    host.memory.files.set('/desk/1.txt', Uint8Array.of(0x41, 0xe9, 0x42, 0x0a));
    const index = await indexed(host, { threads: new LoopbackThreads(host.memory) });
    assert.equal(index.size, 3);
    assert.equal(index.get('/desk/1.txt')?.length, 4);
  });

  it('takes the text of the editor where an article was opened while a thread read its file', async () => {
    const host = workspace();
    const open = new Set<string>();
    const typed = 'Somebody types here.';
    const read = host.readArticle.bind(host);
    host.readArticle = async (uri) => (open.has(uri) ? { uri, text: typed } : read(uri));
    const threads = new LoopbackThreads(host.memory);
    const indexing = indexed(host, { threads, isPlainFile: (uri) => !open.has(uri) });
    while (threads.started.every(({ posted }) => posted.length < 2)) {
      await new Promise(setImmediate);
    }
    open.add('/desk/30.txt');
    assert.equal((await indexing).get('/desk/30.txt')?.length, typed.length);
  });

  it("gives the threads the workspace's own actors", async () => {
    const host = workspace();
    const names = { en: 'Ada Lund' };
    const actor = { id: 'mayor', kind: 'person', names, aliases: [], roles: [], merged: [] } as const;
    const registry = { ...emptyRegistry, actors: [actor] };
    const index = await indexed(host, { threads: new LoopbackThreads(host.memory), registry: () => registry });
    assert.equal(index.actor('mayor')?.articles, 40);
  });
});
