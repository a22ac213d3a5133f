import assert from 'node:assert/strict';
import type { Mention, Recognition } from '../../../src/model/recognition';
import { ActorDirectory } from '../../../src/recognise/actorDirectory';

function article(...persons: readonly [actor: string, name: string][]): Recognition {
  const mentions = persons.map(([actor, name]): Mention => ({ start: 0, end: 1, kind: 'person', actor, name }));
  const claims = persons.map(([actor]) => ({
    start: 0,
    end: 1,
    source: actor,
    sourceSpan: null,
    cue: null,
    direct: false,
    kind: 'statement' as const,
    date: null,
    actors: [actor],
  }));
  return { language: 'en', published: null, mentions, dates: [], claims };
}

describe('ActorDirectory', () => {
  it('gives a name in katakana the id of the Latin name met before', () => {
    const directory = new ActorDirectory();
    directory.unify(article(['hans-berger', 'Hans Berger']));
    const found = directory.unify(article(['ハンス・ベルガー', 'ハンス・ベルガー']));
    assert.equal(found.mentions[0]?.actor, 'hans-berger');
    assert.equal(found.claims[0]?.source, 'hans-berger');
    assert.deepEqual(found.claims[0]?.actors, ['hans-berger']);
  });
  it('and the other way round', () => {
    const directory = new ActorDirectory();
    directory.unify(article(['マリア・ロペス', 'マリア・ロペス']));
    assert.equal(directory.unify(article(['maria-lopez', 'Maria Lopez'])).mentions[0]?.actor, 'マリア・ロペス');
  });
  it('leaves other persons, single names and names in kanji as they are', () => {
    const directory = new ActorDirectory();
    directory.unify(article(['hans-berger', 'Hans Berger'], ['berger', 'Berger']));
    const before = article(
      ['ペーター・ホフマン', 'ペーター・ホフマン'],
      ['ベルガー', 'ベルガー'],
      ['山田太郎', '山田太郎'],
    );
    assert.equal(directory.unify(before), before);
  });
  it('asks about names that sound somewhat alike', () => {
    const directory = new ActorDirectory();
    directory.unify(article(['mark-carney', 'Mark Carney']));
    for (const { similarity } of directory.suggestions('マルク・カニエ')) {
      assert.ok(similarity >= 0.6 && similarity < 0.7);
    }
    assert.deepEqual(directory.suggestions('山田'), []);
  });
});
