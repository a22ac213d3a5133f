import assert from 'node:assert/strict';
import { linkableDocument, rankRelated } from '../../../src/linking/related';
import type { Mention, Recognition } from '../../../src/model/recognition';

function recognition(text: string, name: string): Recognition {
  const mention: Mention = {
    start: text.indexOf(name),
    end: text.indexOf(name) + name.length,
    kind: 'person',
    actor: 'noa-berg',
    name,
  };
  return { language: 'en', published: null, mentions: [mention], dates: [], claims: [] };
}

function corpus(): ReturnType<typeof linkableDocument>[] {
  const first = 'Berg rejected the merger of the two ferry companies.\nIt rained.';
  const second = 'Lunch was served.\nThe ferry merger is off, Berg announced.';
  return [
    linkableDocument({
      id: 'one',
      text: first,
      recognition: recognition(first, 'Berg'),
      claims: [
        { id: 'c1', start: 0, end: 52 },
        { id: 'c2', start: 53, end: 63 },
      ],
    }),
    linkableDocument({
      id: 'two',
      text: second,
      recognition: recognition(second, 'Berg'),
      claims: [
        { id: 'c1', start: 0, end: 17 },
        { id: 'c2', start: 18, end: second.length },
      ],
    }),
  ];
}

describe('rankRelated', () => {
  it('answers every claim in order, with claims of other documents only', () => {
    const lines = [...rankRelated(corpus())];
    assert.deepEqual(
      lines.map(({ query }) => query),
      ['one#c1', 'one#c2', 'two#c1', 'two#c2'],
    );
    assert.equal(lines[0]?.ranking[0], 'two#c2');
    assert.ok(lines.every(({ query, ranking }) => ranking.every((id) => id.slice(0, 3) !== query.slice(0, 3))));
  });

  it('names the actors inside a given claim', () => {
    const [line] = rankRelated(corpus());
    assert.deepEqual(line?.why['two#c2']?.[0], { kind: 'actors', actors: ['noa-berg'] });
  });

  it('answers nothing for nothing', () => assert.deepEqual([...rankRelated([])], []));
});
