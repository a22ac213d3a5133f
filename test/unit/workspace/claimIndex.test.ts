import assert from 'node:assert/strict';
import type { ActorRegistry } from '../../../src/model/actorRegistry';
import type { Claim } from '../../../src/model/claim';
import type { AttributedClaim, Mention, Recognition } from '../../../src/model/recognition';
import type { AnchoredClaim } from '../../../src/workspace/anchoredAnnotations';
import { cardsAt } from '../../../src/workspace/cards';
import { ClaimIndex } from '../../../src/workspace/claimIndex';
import type { DocumentEntry } from '../../../src/workspace/documentEntry';
import { makeDocumentEntry } from '../../../src/workspace/makeDocumentEntry';

const harbour = 'Port deal signed\n\nMayor Ada Lund said on 3 May 2021 the port must grow.';
const reply = 'Council replies\n\nLund "will regret it", the council warned in May 2021.';
const japanese = '港湾拡張\n\nルンド市長は拡張が必要だと述べた。';

function mention(text: string, words: string, actor: string, kind: Mention['kind'] = 'person'): Mention {
  const start = text.indexOf(words);
  return { start, end: start + words.length, kind, actor, name: words };
}

function claim(text: string, words: string, actors: readonly string[], date: string | null = null): AttributedClaim {
  const start = text.indexOf(words);
  const end = start + words.length;
  const source = actors[0] ?? null;
  return { start, end, source, sourceSpan: null, cue: null, direct: false, kind: 'statement', date, actors };
}

function entry(
  uri: string,
  text: string,
  published: string,
  found: Partial<Recognition>,
  claims: readonly AnchoredClaim[] = [],
): DocumentEntry {
  const recognition: Recognition = {
    language: 'en',
    mentions: [],
    dates: [],
    claims: [],
    ...found,
    published: { value: published, rule: 'told' },
  };
  return makeDocumentEntry({ uri, text, fingerprint: text, recognition, annotations: { claims, corrections: [] } });
}

function record(id: string, exact: string, more: Partial<Claim> = {}): Claim {
  return {
    id,
    selector: { exact, prefix: '', suffix: '' },
    source: null,
    kind: 'statement',
    directness: 'indirect',
    concepts: [],
    status: 'unverified',
    tags: [],
    actors: [],
    links: [],
    ...more,
  };
}

const said = 'Mayor Ada Lund said on 3 May 2021 the port must grow.';
const warned = 'Lund "will regret it", the council warned in May 2021.';

function sample(): ClaimIndex {
  const index = new ClaimIndex();
  const start = reply.indexOf(warned);
  index.put([
    entry('file:///news/a.md', harbour, '2021-05-04', {
      mentions: [mention(harbour, 'Ada Lund', 'ada-lund')],
      claims: [claim(harbour, said, ['ada-lund'], '2021-05-03')],
    }),
    entry(
      'file:///news/b.md',
      reply,
      '2021-06-01',
      {
        mentions: [mention(reply, 'Lund', 'ada-lund', 'organization')],
        claims: [claim(reply, warned, ['council', 'ada-lund'], '2021-05')],
      },
      [
        {
          claim: record('r1', warned, {
            actors: ['council', 'ada-lund'],
            date: '2021-05',
            links: [{ relation: 'contradicts', article: 'a.md', claim: '~18', quote: said }],
          }),
          range: { start, end: start + warned.length },
          state: 'exact',
        },
      ],
    ),
    entry('file:///news/c.md', japanese, '2021-05-05', {
      language: 'ja',
      mentions: [mention(japanese, 'ルンド', 'ada-lund')],
      claims: [claim(japanese, 'ルンド市長は拡張が必要だと述べた。', ['ada-lund'])],
    }),
  ]);
  return index;
}

describe('ClaimIndex', () => {
  it('summarises an actor over articles and languages', () => {
    assert.deepEqual(sample().actor('ada-lund'), {
      actor: 'ada-lund',
      kind: 'person',
      names: { en: 'Ada Lund', ja: 'ルンド' },
      mentions: 3,
      articles: 3,
      claims: 3,
    });
  });

  it('lists claims of an actor newest first, with a limit and without the article at hand', () => {
    const page = sample().claimsOf('ada-lund', 1, 'file:///news/b.md');
    assert.deepEqual(
      page.claims.map((item) => item.article),
      ['file:///news/c.md'],
    );
    assert.equal(page.total, 2);
  });

  it('finds claims by the time that they are about', () => {
    const articles = (value: string): string[] =>
      sample()
        .claimsAt(value)
        .claims.map((item) => item.article);
    assert.deepEqual(articles('2021-05-03'), ['file:///news/b.md', 'file:///news/a.md']);
    assert.deepEqual(articles('2021-05-20'), ['file:///news/b.md']);
    assert.deepEqual(articles('2021-07'), []);
  });

  it('lets a recorded claim replace the recognised one that it overlaps', () => {
    const claims = sample().get('file:///news/b.md')!.claims;
    assert.deepEqual(
      claims.map((item) => item.id),
      ['r1'],
    );
  });

  it('knows who links to a claim, until the linking article goes', () => {
    const index = sample();
    assert.deepEqual(
      index.backlinks('file:///news/a.md', '~18').map(({ from }) => from.id),
      ['r1'],
    );
    index.delete(['file:///news/b.md']);
    assert.deepEqual(index.backlinks('file:///news/a.md', '~18'), []);
    assert.equal(index.actor('council'), undefined);
  });

  it('counts a claim recorded under a merged id for the actor that took it in', () => {
    const index = new ClaimIndex();
    const recognition: Recognition = { language: 'en', mentions: [], dates: [], claims: [], published: null };
    const registry: ActorRegistry = {
      actors: [{ id: 'ada-lund', kind: 'person', names: {}, aliases: [], roles: [], merged: ['a-lund'] }],
      rejected: [],
    };
    const claims = [
      {
        claim: record('r1', said, { source: 'a-lund', actors: ['a-lund', 'ada-lund'] }),
        range: { start: 18, end: 30 },
        state: 'exact' as const,
      },
    ];
    const annotations = { claims, corrections: [] };
    const uri = 'file:///news/a.md';
    index.put([makeDocumentEntry({ uri, text: harbour, fingerprint: '', recognition, annotations, registry })]);
    assert.equal(index.actor('a-lund'), undefined);
    assert.equal(index.actor('ada-lund')?.claims, 1);
    assert.equal(index.claim(uri, 'r1')?.source, 'ada-lund');
  });

  it('tells where articles disagree about a kind', () => {
    assert.deepEqual(
      sample()
        .disagreements()
        .map(({ actor, kinds }) => [actor, kinds.map(({ kind, articles }) => `${kind} ${articles.length}`)]),
      [['ada-lund', ['person 2', 'organization 1']]],
    );
  });

  it('makes the cards of a place, actor before claim', () => {
    const cards = cardsAt(sample(), 'file:///news/a.md', harbour.indexOf('Lund'));
    assert.deepEqual(
      cards.map((card) => card.about),
      ['actor', 'claim'],
    );
    const [actor, own] = cards;
    assert.ok(actor?.about === 'actor' && own?.about === 'claim');
    assert.deepEqual(
      actor.elsewhere.lines.map((line) => [line.article, line.published]),
      [
        ['file:///news/b.md', '2021-06-01'],
        ['file:///news/c.md', '2021-05-05'],
      ],
    );
    assert.deepEqual(
      own.backlinks.map((line) => [line.relation, line.claim?.id]),
      [['contradicts', 'r1']],
    );
    assert.ok(own.related.every((line) => line.id !== 'r1'));
  });

  describe('with an actor under a name in each script', () => {
    const english = 'Talks\n\nGunnar Arnason said the ceasefire must hold. Norway agreed.';
    const japaneseText = '協議\n\nグンナル・アルナソン氏は停戦を守るべきだと述べた。';
    const mixed = '人物\n\nグンナル・アルナソン（Gunnar Arnason）氏は帰国した。';
    const [en, ja] = ['gunnar-arnason', 'グンナル・アルナソン'];
    const registry = (...ids: readonly string[]): ActorRegistry => ({
      rejected: [],
      actors: ids.map((id) => ({
        id,
        kind: 'person',
        names: id === en ? { en: 'Gunnar Arnason' } : { ja },
        aliases: [],
        roles: [],
        merged: [],
      })),
    });
    function put(index: ClaimIndex, known: ActorRegistry = registry()): void {
      const read = (uri: string, text: string, found: Partial<Recognition>): DocumentEntry => {
        const recognition: Recognition = {
          language: 'ja',
          published: null,
          mentions: [],
          dates: [],
          claims: [],
          ...found,
        };
        return makeDocumentEntry({ uri, text, fingerprint: text, recognition, registry: known });
      };
      index.put([
        read('/en.txt', english, {
          language: 'en',
          mentions: [mention(english, 'Gunnar Arnason', en)],
          claims: [claim(english, 'Gunnar Arnason said the ceasefire must hold.', [en])],
        }),
        read('/ja.txt', japaneseText, {
          mentions: [mention(japaneseText, ja, ja)],
          claims: [claim(japaneseText, `${ja}氏は停戦を守るべきだと述べた。`, [ja])],
        }),
        read('/mixed.txt', mixed, {
          mentions: [mention(mixed, ja, ja), mention(mixed, 'Gunnar Arnason', en)],
          claims: [claim(mixed, `${ja}（Gunnar Arnason）氏は帰国した。`, [ja, en])],
        }),
      ]);
    }

    it('answers for both under either id', () => {
      const index = new ClaimIndex();
      put(index);
      for (const id of [en, ja]) {
        const summary = index.actor(id);
        assert.equal(summary?.actor, en);
        assert.deepEqual(summary.names, { en: 'Gunnar Arnason', ja });
        assert.deepEqual([summary.mentions, summary.articles, summary.claims], [4, 3, 3]);
        assert.deepEqual(
          index.mentionsOf(id).map(({ article, start }) => [article, start]),
          [
            ['/en.txt', 7],
            ['/ja.txt', 4],
            ['/mixed.txt', 4],
            ['/mixed.txt', 15],
          ],
        );
        assert.equal(index.claimsOf(id).total, 3);
        assert.deepEqual(index.claimsOf(id, 10, '/mixed.txt').total, 2);
      }
      assert.deepEqual(
        index.actors().map(({ actor }) => actor),
        [en],
      );
      assert.equal(index.actor(ja)?.soundAlike?.name, 'Gunnar Arnason');
    });

    it('relates claims of the two, and says that they share the actor', () => {
      const index = new ClaimIndex();
      put(index);
      const found = index.related('/en.txt', '~7').find((one) => one.claim.article === '/ja.txt');
      assert.deepEqual(found?.why[0], { kind: 'actors', actors: [en] });
    });

    it('keeps them two where a person registered both', () => {
      const index = new ClaimIndex();
      put(index, registry(en, ja));
      assert.deepEqual(index.idsOf(en), [en]);
      assert.equal(index.actor(en)?.mentions, 2);
      assert.equal(index.actor(ja)?.soundAlike, undefined);
    });

    it('parts them when the other articles go', () => {
      const index = new ClaimIndex();
      put(index);
      index.delete(['/en.txt', '/mixed.txt']);
      assert.deepEqual(index.actor(ja)?.names, { ja });
      assert.equal(index.actor(en), undefined);
    });
  });
});
