import assert from 'node:assert/strict';
import { ClaimIndex } from '../../../src/workspace/claimIndex';
import { type ClaimFilter, type ClaimOrder, searchClaims } from '../../../src/workspace/claimSearch';
import { concordanceOf, findInArticles, findMissingMarks } from '../../../src/workspace/concordance';
import type { DocumentEntry, IndexedClaim } from '../../../src/workspace/documentEntry';
import { repacked } from '../../../src/workspace/entryCodec';
import { MemoryHost } from '../../support/memoryHost';
import { sampleClaim } from '../../support/sampleItems';

function claim(article: string, id: string, quote: string, more: Partial<IndexedClaim> = {}): IndexedClaim {
  return {
    article,
    id,
    quote,
    start: 0,
    end: quote.length,
    source: 'ida-holm',
    actors: ['ida-holm'],
    days: [],
    date: null,
    concepts: [],
    kind: 'statement',
    direct: false,
    status: 'unverified',
    ...more,
  };
}

function entry(
  id: string,
  day: number,
  claims: readonly IndexedClaim[],
  names: readonly string[] = ['Ida Holm'],
): DocumentEntry {
  const actors = names.map((name) => ({ actor: 'ida-holm', kind: 'person' as const, name, offsets: [0, name.length] }));
  return {
    id,
    fingerprint: id,
    language: 'en',
    title: `About ${id}`,
    length: 99,
    published: null,
    publishedDay: day,
    actors,
    dates: [],
    claims,
  };
}

const index = new ClaimIndex();
index.put([
  entry('/desk/a.txt', 10, [
    claim('/desk/a.txt', 'c1', 'The tax must rise, Holm said.'),
    claim('/desk/a.txt', 'c2', '渡邊氏はコーヒー税に反対した。', { actors: ['watanabe'], source: 'watanabe' }),
  ]),
  entry('/desk/b.txt', 20, [
    claim('/desk/b.txt', 'c1', 'The TAX fell.', { stance: 'oppose', status: 'disputed', days: [{ from: 5, to: 6 }] }),
  ]),
]);

function check(filter: ClaimFilter, expected: readonly string[], order?: ClaimOrder): void {
  const search = (where: ClaimIndex): string[] =>
    searchClaims(where, filter, order).map(({ article, id }) => `${article.slice(6, 7)} ${id}`);
  it(`${JSON.stringify(filter)} ${order ?? ''}`, () => {
    assert.deepEqual(search(index), expected);
    if (filter.text !== undefined) {
      const unread = new ClaimIndex();
      unread.put([...index.articles()].map(repacked));
      assert.deepEqual(search(unread), expected, 'claims that were not read before');
    }
  });
}

describe('searchClaims', () => {
  check({}, ['b c1', 'a c1', 'a c2']);
  check({}, ['a c1', 'a c2', 'b c1'], 'oldest');
  check({ text: 'ｔａｘ' }, ['b c1', 'a c1']);
  check({ text: '渡辺 こーひー' }, ['a c2']);
  check({ text: 'tax about' }, ['b c1', 'a c1']);
  check({ text: 'ida rise' }, ['a c1']);
  check({ text: 'rise fell' }, []);
  check({ text: 'a.txt' }, ['a c1', 'a c2']);
  check({ actors: ['watanabe'] }, ['a c2']);
  check({ concepts: ['opposition'] }, ['a c2']);
  check({ stances: ['oppose'], statuses: ['disputed'] }, ['b c1']);
  check({ date: '1970-01-06' }, ['b c1']);
  check({ date: '1970-01-11' }, ['a c1', 'a c2']);
  check({ date: 'no date' }, []);
  check({ recorded: true }, []);
});

describe('searchClaims in claims that nobody has read', () => {
  const more = { note: 'The budget', statement: 'A\\B' };
  const stored = entry('/desk/c.txt', 5, [
    claim('/desk/c.txt', 'c1', '"Refuse\tit," she said.'),
    claim('/desk/c.txt', 'c2', 'It rose.', { record: sampleClaim('c2', more), anchor: 'exact' }),
  ]);
  for (const [text, expected] of [
    ['"refuse', ['c1']],
    ['refuse\tit', ['c1']],
    ['budget rose', ['c2']],
    ['a\\b', ['c2']],
    ['budget refuse', []],
    ['holm', ['c1', 'c2']],
  ] as const) {
    it(JSON.stringify(text), () => {
      const unread = new ClaimIndex();
      unread.put([repacked(stored)]);
      assert.deepEqual(
        searchClaims(unread, { text }).map(({ id }) => id),
        expected,
      );
    });
  }
});

async function all<T>(parts: AsyncGenerator<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const part of parts) {
    found.push(...part);
  }
  return found;
}

const go = { isCancellationRequested: false };

describe('concordance', () => {
  const host = new MemoryHost();
  host.memory.put('/desk/a.txt', 'Ida Holm came.\r\nThen Ida Holm left.\r\n');
  host.memory.put('/desk/b.txt', 'Nobody but ＩＤＡ　Holm knew.');

  it('gives places their line', async () => {
    const places = [{ article: '/desk/a.txt', start: 21, end: 29 }];
    const [line] = await all(concordanceOf(host, index, places, go));
    assert.deepEqual(
      [line?.before, line?.words, line?.after, line?.title],
      ['Then ', 'Ida Holm', ' left.', 'About /desk/a.txt'],
    );
  });

  it('finds words in any width', async () => {
    const lines = await all(findInArticles(host, index, 'ida holm', go));
    assert.deepEqual(
      lines.map(({ article, start, words }) => [article, start, words]),
      [
        ['/desk/a.txt', 0, 'Ida Holm'],
        ['/desk/a.txt', 21, 'Ida Holm'],
        ['/desk/b.txt', 11, 'ＩＤＡ　Holm'],
      ],
    );
  });

  it('stops when told to', async () => {
    assert.deepEqual(await all(findInArticles(host, index, 'ida', { isCancellationRequested: true })), []);
  });

  it('tells where a name is marked in most articles and not in one', async () => {
    const own = new ClaimIndex();
    const files = new MemoryHost();
    for (const name of ['a', 'b', 'c']) {
      files.memory.put(`/desk/${name}.txt`, `Seen: Ida Holm, at ${name}.`);
      own.put([entry(`/desk/${name}.txt`, 1, [], name === 'c' ? [] : ['Ida Holm'])]);
    }
    const found = await findMissingMarks(files, own, go);
    assert.deepEqual(
      found.map(({ name, marked, missing }) => [name, marked, missing.map(({ article, start }) => [article, start])]),
      [['Ida Holm', 2, [['/desk/c.txt', 6]]]],
    );
  });
});
