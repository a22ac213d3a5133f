import assert from 'node:assert/strict';
import type { ActorId } from '../../../src/model/recognition';
import { distinctPairs, keptApart, knownActor, oneActor, twoActors } from '../../../src/workspace/actorIdentity';
import type { ActorOperation } from '../../../src/workspace/actorOperations';
import { ActorStore } from '../../../src/workspace/actorStore';
import { ClaimIndex } from '../../../src/workspace/claimIndex';
import { Indexer } from '../../../src/workspace/indexer';
import { MemoryHost, TestClock } from '../../support/memoryHost';

const articles = {
  '/desk/en.txt': 'Foreign Minister Gunnar Arnason said the ceasefire must hold. Arnason denied the report.',
  '/desk/ja.txt': 'グンナル・アルナソン氏は停戦を守るべきだと述べた。アルナソン氏は報道を否定した。',
  '/desk/other.txt': 'Mayor Ada Lund said the port must grow.',
};
const [en, ja] = ['gunnar-arnason', 'グンナル・アルナソン'];

/** A desk whose index follows what a person decides in `actors.yaml`. */
class Desk {
  readonly host = new MemoryHost();
  readonly index = new ClaimIndex();
  readonly actors = new ActorStore(this.host, new TestClock());
  readonly #indexer = new Indexer({
    host: this.host,
    index: this.index,
    registry: () => this.registry,
    isArticle: (uri) => uri.endsWith('.txt'),
  });

  #texts: Readonly<Record<string, string>> = {};

  get registry() {
    return this.actors.registry('/desk');
  }

  async open(texts: Readonly<Record<string, string>> = articles): Promise<this> {
    this.#texts = texts;
    for (const [uri, text] of Object.entries(texts)) {
      this.host.memory.put(uri, text);
    }
    await this.actors.open('/desk');
    await this.#indexer.refresh(Object.keys(this.#texts));
    return this;
  }

  async decide(operations: readonly ActorOperation[]): Promise<void> {
    const { problem } = await this.actors.apply('/desk', operations);
    assert.equal(problem, undefined);
    const { file } = await new ActorStore(this.host, new TestClock()).open('/desk');
    assert.deepEqual(file.problems, []);
    this.index.keepApart(distinctPairs([this.registry]));
    await this.#indexer.refresh(Object.keys(this.#texts));
  }

  articlesOf(actor: ActorId): string[] {
    return [...new Set(this.index.mentionsOf(actor).map(({ article }) => article))].sort();
  }
}

describe('actor identity', function () {
  this.timeout(20_000); // the first reads the word lists
  it('takes two names that sound alike for one until a person says that they are two, and back', async () => {
    const desk = await new Desk().open();
    assert.deepEqual(desk.articlesOf(ja), ['/desk/en.txt', '/desk/ja.txt']);
    const twin = desk.index.actor(ja)?.soundAlike;
    assert.ok(twin);

    await desk.decide(twoActors(desk.index, desk.registry, ja, twin));
    assert.deepEqual(
      desk.registry.actors.map(({ id, names }) => [id, names]),
      [
        [en, { en: 'Gunnar Arnason' }],
        [ja, { ja }],
      ],
    );
    assert.deepEqual(desk.articlesOf(ja), ['/desk/ja.txt']);
    assert.deepEqual(desk.articlesOf(en), ['/desk/en.txt']);
    assert.equal(desk.index.mentionsOf(ja).length, 2);

    await desk.decide(oneActor(desk.index, desk.registry, ja, en));
    assert.deepEqual(desk.articlesOf(en), ['/desk/en.txt', '/desk/ja.txt']);
    assert.deepEqual(desk.index.actor(en)?.names, { en: 'Gunnar Arnason', ja });
    assert.equal(desk.index.actor(en)?.soundAlike, undefined);
    assert.equal(desk.index.actor(ja), undefined);
  });

  it('makes one of two that nobody had described', async () => {
    const desk = await new Desk().open();
    await desk.decide(oneActor(desk.index, desk.registry, 'ada-lund', en));
    assert.deepEqual(
      desk.registry.actors.map(({ id, merged }) => [id, merged]),
      [[en, ['ada-lund']]],
    );
    assert.ok(desk.articlesOf(en).includes('/desk/other.txt'));
  });

  it('takes an actor under an id in katakana into actors.yaml', async () => {
    const desk = await new Desk().open();
    await desk.decide(oneActor(desk.index, desk.registry, 'ada-lund', ja));
    assert.deepEqual(
      desk.registry.actors.map(({ id }) => id),
      [ja],
    );
  });

  it('knows an actor under its other name with all that a person described', async () => {
    const desk = await new Desk().open();
    const described = {
      id: en,
      kind: 'person' as const,
      names: { en: 'Gunnar Arnason' },
      aliases: ['the Icelandic envoy'],
      roles: [{ title: 'envoy' }],
      merged: [],
    };
    await desk.decide([{ type: 'put-actor', actor: described }]);
    const known = knownActor(desk.index, desk.registry, ja);
    assert.deepEqual(known, { ...described, names: { en: 'Gunnar Arnason', ja }, merged: [ja] });
    await desk.decide([{ type: 'put-actor', actor: known }]);
    assert.deepEqual(desk.articlesOf(en), ['/desk/en.txt', '/desk/ja.txt']);
    assert.equal(desk.index.actor(en)?.soundAlike, undefined);
  });

  describe('of a family name alone', () => {
    const [full, alone] = ['grete-halvorsen', 'halvorsen'];
    const texts = {
      '/desk/1.txt': 'Grete Halvorsen told reporters that the ferry was safe. Inspector Olav Tveit said he had doubts.',
      '/desk/2.txt': 'Olav Tveit wrote to the minister. "It will sink," Tveit said. Mrs. Halvorsen was silent.',
    };

    it('is that of the one person here who bears it and is named in the same company, with the reason', async () => {
      const desk = await new Desk().open(texts);
      assert.deepEqual(desk.articlesOf(full), ['/desk/1.txt', '/desk/2.txt']);
      assert.deepEqual(desk.articlesOf(alone), ['/desk/1.txt', '/desk/2.txt']);
      assert.deepEqual(desk.index.actor(alone)?.familyTies, [
        { actor: full, name: 'Grete Halvorsen', ownName: 'Halvorsen', companion: 'olav-tveit', alone },
      ]);
      assert.equal(desk.index.actor(alone)?.names.en, 'Grete Halvorsen');
      assert.deepEqual(knownActor(desk.index, desk.registry, full).merged, []);
    });

    it('is that of nobody who has another title', async () => {
      const captain = texts['/desk/2.txt'].replace('Mrs.', 'Captain');
      const desk = await new Desk().open({ ...texts, '/desk/2.txt': captain });
      assert.deepEqual(desk.articlesOf(full), ['/desk/1.txt']);
      const both = { '/desk/1.txt': texts['/desk/1.txt'].replace('Grete', 'Captain Grete'), '/desk/2.txt': captain };
      const other = await new Desk().open(both);
      assert.deepEqual(other.articlesOf(full), ['/desk/1.txt', '/desk/2.txt']);
    });

    it('is another once a person says so, and the same again once a person says that', async () => {
      const desk = await new Desk().open(texts);
      const [tie] = desk.index.actor(full)?.familyTies ?? [];
      assert.ok(tie);
      await desk.decide(keptApart(desk.index, desk.registry, tie, tie.alone));
      assert.deepEqual(
        desk.registry.actors.map(({ id, distinct }) => [id, distinct]),
        [[full, [alone]]],
      );
      assert.deepEqual(desk.articlesOf(full), ['/desk/1.txt']);
      assert.deepEqual(desk.articlesOf(alone), ['/desk/2.txt']);
      assert.deepEqual(desk.index.nameAlikes(alone), []);

      await desk.decide(oneActor(desk.index, desk.registry, alone, full));
      assert.deepEqual(desk.articlesOf(full), ['/desk/1.txt', '/desk/2.txt']);
      assert.deepEqual(
        desk.registry.actors.map(({ id, merged, distinct }) => [id, merged, distinct]),
        [[full, [alone], undefined]],
      );
    });
  });
});
