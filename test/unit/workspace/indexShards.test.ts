import assert from 'node:assert/strict';
import { readDocumentFeatures } from '../../../src/linking/readFeatures';
import type { DocumentEntry } from '../../../src/workspace/documentEntry';
import { decodeShard, encodeShard, IndexShards } from '../../../src/workspace/indexShards';
import { MemoryHost } from '../../support/memoryHost';
import { plainEntry } from '../../support/plainEntry';

function entry(id: string): DocumentEntry {
  const common = { article: id, source: 'ada-lund', kind: 'demand' as const, date: '2021/..', concepts: ['tax'] };
  const plain: DocumentEntry = {
    id,
    fingerprint: 'f',
    language: 'ja',
    title: '港湾\u2028"拡張"',
    length: 40,
    published: { value: '2021-05', rule: 'told' },
    publishedDay: 18_748,
    actors: [{ actor: 'ada-lund', kind: 'person', name: 'ルンド', offsets: [0, 3, 9, 12] }],
    dates: [{ start: 4, end: 8, value: null, rule: 'relative', confidence: 0.5 }],
    claims: [
      {
        ...common,
        id: 'k3m9x2p7q4w8z5t6',
        start: 0,
        end: 9,
        quote: '拡張すべきだ',
        actors: ['ada-lund', 'no'],
        days: [{ from: 18_628, to: Number.POSITIVE_INFINITY }],
        direct: true,
        status: 'disputed',
        stance: 'oppose',
        anchor: 'moved',
        record: {
          id: 'k3m9x2p7q4w8z5t6',
          selector: { exact: '拡張すべきだ', prefix: '', suffix: '' },
          source: 'ada-lund',
          kind: 'demand',
          directness: 'direct',
          concepts: ['tax'],
          stance: 'oppose',
          status: 'disputed',
          tags: [],
          actors: ['ada-lund', 'no'],
          links: [],
        },
      },
      {
        ...common,
        id: '~10',
        start: 10,
        end: 20,
        quote: 'lone \ud800 half',
        actors: ['no', 'ada-lund'],
        days: [],
        date: null,
        concepts: [],
        direct: false,
        status: 'unverified',
      },
    ],
  };
  return { ...plain, features: readDocumentFeatures(plain) };
}

const original = entry('/desk/a.txt');

describe('IndexShards', () => {
  it('gives back the entry that was stored', () => {
    const stored = decodeShard(encodeShard([original, entry('/desk/b.md')], '1'), '1');
    assert.deepEqual(stored?.map(plainEntry), [original, entry('/desk/b.md')].map(plainEntry));
  });

  it('gives back what was stored twice, what files it and what its claims share', () => {
    const stored = decodeShard(encodeShard(decodeShard(encodeShard([original], '1'), '1')!, '1'), '1');
    assert.deepEqual(stored?.map(plainEntry), [original].map(plainEntry));
    assert.deepEqual(stored![0]!.occurrencesOf?.('ada-lund'), original.actors[0]);
    assert.equal(stored![0]!.occurrencesOf?.('no'), undefined);
  });

  const bytes = encodeShard([original], '1');
  const refuses = (what: string, damaged: Uint8Array, version = '1'): void => {
    it(`refuses ${what}`, () => assert.equal(decodeShard(damaged, version), undefined));
  };
  refuses('what another version wrote', bytes, '2');
  refuses('an empty file', new Uint8Array());
  refuses('a file of zeros', new Uint8Array(200));
  refuses('a file that ends early', bytes.slice(0, -1));
  refuses('a file with one byte changed', bytes.with(bytes.length - 30, 0x20));

  it('serves from storage what was saved, in as many shards as it takes', async () => {
    const host = new MemoryHost();
    const entries = Array.from({ length: 300 }, (_, i) => entry(`/desk/${i}.txt`));
    await new IndexShards(host, '1').save(entries, new Set());
    const found: DocumentEntry[] = [];
    await new IndexShards(host, '1').load((part) => found.push(...part));
    const byId = (a: DocumentEntry, b: DocumentEntry): number => (a.id < b.id ? -1 : 1);
    assert.deepEqual(found.sort(byId).map(plainEntry), entries.sort(byId).map(plainEntry));
    assert.ok(host.memory.files.size > 4);
  });

  it('writes only the shard of a changed article', async () => {
    const host = new MemoryHost();
    const entries = Array.from({ length: 300 }, (_, i) => entry(`/desk/${i}.txt`));
    const shards = new IndexShards(host, '1');
    await shards.save(entries, new Set());
    const before = new Map(host.memory.files);
    await shards.save(entries, new Set(['/desk/7.txt']));
    const written = [...host.memory.files].filter(([uri, file]) => before.get(uri) !== file);
    assert.equal(written.length, 1);
  });

  it('deletes what an older version or a smaller workspace left', async () => {
    const host = new MemoryHost();
    const entries = Array.from({ length: 1000 }, (_, i) => entry(`/desk/${i}.txt`));
    const shards = new IndexShards(host, '1');
    await shards.save(entries.slice(0, 10), new Set());
    const folder = [...host.memory.files.keys()].find((path) => path.endsWith('manifest.json'))!.replace(/[^/]*$/, '');
    host.memory.put(`${folder}1-0.json`, '{}');
    await shards.save(entries, new Set());
    const names = [...host.memory.files.keys()].map((path) => path.slice(folder.length)).sort();
    assert.deepEqual(names, [...Array.from({ length: 16 }, (_, i) => `16-${i}.bin`), 'manifest.json'].sort());
  });

  it('does nothing without a place to store', async () => {
    const host = new MemoryHost(undefined, undefined, '/store');
    Object.defineProperty(host, 'storage', { value: undefined });
    const shards = new IndexShards(host, '1');
    await shards.save([entry('/desk/a.txt')], new Set());
    await shards.load(() => assert.fail('nothing was stored'));
  });

  it('takes a manifest of nonsense for none (bad input 77)', async () => {
    const host = new MemoryHost();
    for (const text of ['', '[]', '{"version":"1","shards":1e12}', '{"version":"1","shards":-1}', 'null']) {
      host.memory.put('/store/index/manifest.json', text);
      await new IndexShards(host, '1').load(() => assert.fail(text));
    }
  });
});
