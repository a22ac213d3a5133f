import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ActorId } from '../../../src/model/recognition';
import { ActorDirectory } from '../../../src/recognise/actorDirectory';
import { CompanyOf } from '../../../src/recognise/company';
import type { NamedActor } from '../../../src/recognise/namedActor';

function person(name: string, actor: ActorId = name.toLowerCase().replaceAll(' ', '-')): NamedActor {
  return { actor, kind: 'person', name };
}

function directoryOf(...actors: readonly NamedActor[]): ActorDirectory {
  const directory = new ActorDirectory();
  directory.add(actors);
  return directory;
}

describe('ActorDirectory', () => {
  const pairs: readonly [string, string][] = [
    ['グンナル・アルナソン', 'Gunnar Arnason'],
    ['イングリッド・ソルハイム', 'Ingrid Solheim'],
    ['ハンス・ベルガー', 'Hans Berger'],
    ['マリア・ロペス', 'María López'],
    ['ピーター・ヴァンス', 'Peter Vance'],
    ['アナ・マリア・シルバ', 'Ana Maria Silva'],
  ];
  for (const [katakana, latin] of pairs) {
    it(`takes ${katakana} for ${latin}, under the id in Latin letters`, () => {
      const [ja, en] = [person(katakana), person(latin)];
      for (const directory of [directoryOf(ja, en), directoryOf(en, ja)]) {
        assert.equal(directory.idOf(ja.actor), en.actor);
        assert.equal(directory.idOf(en.actor), en.actor);
        assert.deepEqual(directory.idsOf(ja.actor), [en.actor, ja.actor]);
        assert.equal(directory.twinOf(ja.actor)?.name, latin);
        assert.equal(directory.twinOf(en.actor)?.name, katakana);
      }
    });
  }

  const apart: readonly [string, ...NamedActor[]][] = [
    ['two persons', person('ペーター・ホフマン'), person('Hans Berger')],
    ['two given names of one family', person('ヨハン・ベルガー'), person('Hans Berger')],
    ['family names alone', person('ベルガー'), person('Berger')],
    ['a family name and a full name', person('ベルガー'), person('Hans Berger')],
    ['names in kanji', person('山田太郎'), person('Taro Yamada')],
    ['more words than the other has', person('アナ・マリア・シルバ'), person('Ana Silva')],
    ['what is no person', person('ハンス・ベルガー'), { ...person('Hans Berger'), kind: 'organization' }],
    ['a name that the lexicon knows', person('ジョン・ハーパー', 'john-harper'), person('Jon Harpa')],
    ['two that sound just as much alike', person('ジョン・ベルガー'), person('John Berger'), person('Jon Berger')],
  ];
  for (const [what, ...actors] of apart) {
    it(`leaves apart: ${what}`, () => {
      const directory = directoryOf(...actors);
      for (const { actor } of actors) {
        assert.deepEqual(directory.idsOf(actor), [actor]);
        assert.equal(directory.twinOf(actor), undefined);
      }
    });
  }

  it('prefers the better of two matches', () => {
    const directory = directoryOf(person('ジョン・ミラー'), person('John Miller'), person('Jane Mueller'));
    assert.equal(directory.idOf('ジョン・ミラー'), 'john-miller');
    assert.equal(directory.idOf('jane-mueller'), 'jane-mueller');
  });

  describe('what a person registered', () => {
    const [ja, en] = [person('グンナル・アルナソン'), person('Gunnar Arnason')];
    it('gives the id', () => {
      const directory = directoryOf({ ...ja, registered: 'actor' }, en);
      assert.equal(directory.idOf(en.actor), ja.actor);
    });
    it('keeps two that are registered two', () => {
      const directory = directoryOf({ ...ja, registered: 'actor' }, { ...en, registered: 'actor' });
      assert.equal(directory.idOf(ja.actor), ja.actor);
      assert.deepEqual(directory.suggestions(ja.actor), []);
    });
    it('is not looked for under another name where it has both', () => {
      assert.equal(directoryOf({ ...en, registered: 'names' }, ja).idOf(ja.actor), ja.actor);
    });
    it('holds again no more once it is taken back', () => {
      const directory = directoryOf({ ...ja, registered: 'actor' }, { ...en, registered: 'actor' });
      directory.remove([{ ...ja, registered: 'actor' }]);
      directory.add([ja]);
      assert.equal(directory.idOf(ja.actor), en.actor);
    });
  });

  it('parts the two when the last article with one of them goes', () => {
    const [ja, en] = [person('ハンス・ベルガー'), person('Hans Berger')];
    const directory = directoryOf(ja, en, en);
    directory.remove([en]);
    assert.equal(directory.idOf(ja.actor), en.actor);
    directory.remove([en]);
    assert.deepEqual(directory.idsOf(ja.actor), [ja.actor]);
  });

  it('asks about names that sound somewhat alike, the likeliest first', () => {
    const directory = directoryOf(
      person('ジョン・ベルガー'),
      person('Jan Barger'),
      person('John Berger'),
      person('Jon Berger'),
    );
    const found = directory.suggestions('ジョン・ベルガー').map(({ name }) => name);
    assert.deepEqual([...found].sort(), ['Jan Barger', 'John Berger', 'Jon Berger']);
    assert.equal(found[2], 'Jan Barger');
    assert.deepEqual(directory.suggestions('somebody-else'), []);
  });

  it('asks whether a family name alone is somebody of that name, and takes it for nobody', () => {
    const directory = directoryOf(
      person('Solheim'),
      person('Ingrid Solheim'),
      person('Ingrid Solheim'),
      person('Åse Solheim'),
      person('ソルハイム'),
      person('イングリッド・ソルハイム'),
      { ...person('Solheim Group'), kind: 'organization' },
      person('Ada Lund'),
    );
    const namesFor = (actor: ActorId): string[] => directory.suggestions(actor).map(({ name }) => name);
    assert.deepEqual(namesFor('solheim'), ['Ingrid Solheim', 'Åse Solheim']);
    assert.deepEqual(namesFor('ソルハイム'), ['イングリッド・ソルハイム']);
    assert.deepEqual(namesFor('ingrid-solheim'), ['Solheim']);
    assert.deepEqual(namesFor('ada-lund'), []);
    assert.equal(directory.idOf('solheim'), 'solheim');
    directory.remove([person('Åse Solheim'), person('Ingrid Solheim'), person('Ingrid Solheim')]);
    assert.deepEqual(namesFor('solheim'), []);
  });

  it('answers the same whatever came and went before', () => {
    const names = ['ハンス・ベルガー', 'ハンス・バーガー', 'Hans Berger', 'Hans Burger', 'Hanns Berger'].map((name) =>
      person(name),
    );
    const steps = fc.array(fc.nat(names.length - 1), { maxLength: 20 });
    fc.assert(
      fc.property(steps, (toggles) => {
        const lived = new ActorDirectory();
        const present = new Set<NamedActor>();
        for (const at of toggles) {
          const name = names[at]!;
          lived.idOf('hans-berger'); // answers in between must not stick
          if (present.delete(name)) {
            lived.remove([name]);
          } else {
            present.add(name);
            lived.add([name]);
          }
        }
        const fresh = directoryOf(...names.filter((name) => present.has(name)));
        for (const { actor } of names) {
          assert.deepEqual(lived.idsOf(actor), fresh.idsOf(actor));
          assert.deepEqual(lived.suggestions(actor), fresh.suggestions(actor));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stays quick when thousands of names sound alike', () => {
    const names = Array.from({ length: 4000 }, (_, i) => person(`Ab${'ae'.repeat(i % 40)}i Cod${'o'.repeat(i / 40)}`));
    const katakana = Array.from({ length: 4000 }, (_, i) =>
      person(`アブ${'ー'.repeat(i % 60)}・コド${'ー'.repeat(i / 60)}`),
    );
    const started = process.cpuUsage().user;
    const directory = directoryOf(...names, ...katakana);
    for (const { actor } of names) {
      assert.equal(directory.idOf(actor), actor);
    }
    assert.ok(process.cpuUsage(undefined).user - started < 3_000_000);
  });

  describe('with a family name alone', () => {
    /** Takes each list of names for an article; the answer is whom `alone` stands for. */
    function check(what: string, alone: string, expected: string | undefined, ...articles: readonly string[][]): void {
      it(what, () => {
        const listed = articles.map((names) => names.map((name) => person(name)));
        const naming = (actor: ActorId): Set<number> =>
          new Set(listed.flatMap((names, i) => (names.some((name) => name.actor === actor) ? [i] : [])));
        const company = new CompanyOf<number>({
          articlesNaming: naming,
          actorsIn: (article) => listed[article] ?? [],
          sizeOf: () => listed.length,
        });
        const directory = new ActorDirectory(company);
        for (const names of listed) {
          directory.add(names);
        }
        const { actor } = person(alone);
        assert.equal(directory.familyTie(actor)?.name, expected);
        assert.deepEqual(directory.idsOf(actor), expected ? [person(expected).actor, actor] : [actor]);
        const { actor: inFull } = person(expected ?? alone);
        assert.equal(directory.idOf(actor), inFull);
        directory.keepApart([[inFull, actor]]);
        assert.deepEqual(directory.idsOf(actor), [actor]);
      });
    }
    check('finds its one bearer', 'Solheim', 'Ingrid Solheim', ['Ingrid Solheim', 'Ada Lund'], ['Solheim', 'Ada Lund']);
    check(
      'finds one in katakana',
      'ソルハイム',
      'イングリッド・ソルハイム',
      ['イングリッド・ソルハイム', '村上一'],
      ['ソルハイム', '村上一'],
    );
    check('finds one in kanji', '御手洗', '御手洗和彦', ['御手洗和彦', '桐生明子'], ['御手洗', '桐生明子']);
    check('finds two by each other', 'Solheim', 'Ingrid Solheim', ['Ingrid Solheim', 'Ada Lund'], ['Solheim', 'Lund']);
    check(
      'leaves two bearers two',
      'Solheim',
      undefined,
      ['Ingrid Solheim', 'Ada Lund'],
      ['Jon Solheim'],
      ['Solheim', 'Ada Lund'],
    );
    check('wants company', 'Solheim', undefined, ['Ingrid Solheim', 'Ada Lund'], ['Solheim', 'Per Holm']);
    check(
      'wants it in every article',
      'Solheim',
      undefined,
      ['Ingrid Solheim', 'Ada Lund'],
      ['Solheim', 'Ada Lund'],
      ['Solheim'],
    );
    check(
      'leaves apart what one article has both',
      'Solheim',
      undefined,
      ['Ingrid Solheim', 'Solheim', 'Ada Lund'],
      ['Ada Lund', 'Solheim'],
    );
    check('knows longer family names in kanji', '長谷', undefined, ['長谷川健太', '桐生明子'], ['長谷', '桐生明子']);
    check(
      'trusts no company that all are in',
      'Solheim',
      undefined,
      ['Ingrid Solheim', 'Ada Lund'],
      ['Solheim', 'Ada Lund'],
      ...['Per Holm', 'Eva Dahl', 'Jon Vik', 'Nina Berg'].map((name) => [name, 'Ada Lund']),
    );
  });
});
