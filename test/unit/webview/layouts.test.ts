import assert from 'node:assert/strict';
import { nextMark, stanceOf } from '../../../src/webview/marks';
import { matrixLayout } from '../../../src/webview/matrixLayout';
import { networkLayout } from '../../../src/webview/networkLayout';
import { daySpan, mostLanes, timelineLanes, timelineMarks } from '../../../src/webview/timelineLayout';
import { readViewState } from '../../../src/webview/viewState';
import { row } from './rows';

describe('timeline of the overview', () => {
  it('has a row for each source, the busiest first, without what has no date', () => {
    const rows = [row({ source: 'bob' }), row(), row(), row({ source: 'carl', day: null })];
    assert.deepEqual(
      timelineLanes(rows).map(({ source, claims }) => [source, claims.length]),
      [
        ['ann', 2],
        ['bob', 1],
      ],
    );
  });

  it('puts the sources beyond the most frequent into one row', () => {
    const rows = Array.from({ length: mostLanes + 5 }, (_, i) => row({ source: `s${i}` }));
    const lanes = timelineLanes(rows);
    assert.equal(lanes.length, mostLanes + 1);
    assert.deepEqual([lanes.at(-1)?.source, lanes.at(-1)?.claims.length], [undefined, 5]);
  });

  it('has room around its days', () => {
    assert.deepEqual(daySpan([row({ day: 100 })]), [85, 115]);
    assert.deepEqual(daySpan([row({ day: 0 }), row({ day: 1000 })]), [-30, 1030]);
    assert.deepEqual(daySpan([]), [0, 30]);
  });

  const lanes = timelineLanes([row({ day: 100 }), row({ day: 101 }), row({ day: 160 })]);
  it('joins claims that would lie on each other, and parts them when zoomed in', () => {
    const sizes = (scale: number): number[] => timelineMarks(lanes, scale, 0, 1000).map(({ claims }) => claims.length);
    assert.deepEqual(sizes(1), [2, 1]);
    assert.deepEqual(sizes(40), [1, 1, 1]);
  });
  it('draws only the days that are asked for', () =>
    assert.equal(timelineMarks(lanes, 40, 150, 170).flatMap(({ claims }) => claims).length, 1));
  it('keeps its marks while one pans', () => {
    const ids = (from: number): string[] => timelineMarks(lanes, 1, from, 1000).map(({ id }) => id);
    assert.deepEqual(ids(0), ids(50));
  });
});

describe('network of the overview', () => {
  it('draws actors, claims and who says them; the author is no actor', () => {
    const rows = [
      row({ actors: ['ann', 'bob'] }),
      row({ source: 'author', actors: ['bob'] }),
      row({ source: '', actors: [] }),
    ];
    const { nodes, edges, left } = networkLayout(rows);
    assert.deepEqual(nodes.map(({ actor }) => actor ?? 'claim').sort(), ['ann', 'bob', 'claim', 'claim']);
    assert.deepEqual(
      edges.map(({ actor, says }) => [actor.actor, says]),
      [
        ['ann', true],
        ['bob', false],
        ['bob', false],
      ],
    );
    assert.equal(left, 1);
    assert.ok(nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
  });

  it('is the same each time, and small however many claims there are', () => {
    const rows = Array.from({ length: 2000 }, (_, i) => row({ source: `s${i % 70}`, actors: [`s${(i * 7) % 70}`] }));
    const first = networkLayout(rows);
    assert.ok(first.nodes.length <= 200, String(first.nodes.length));
    assert.deepEqual(
      networkLayout(rows).nodes.map(({ x, y }) => [x, y]),
      first.nodes.map(({ x, y }) => [x, y]),
    );
    const drawn = new Set(first.nodes.filter(({ actor }) => actor === undefined).flatMap(({ claims }) => claims));
    assert.equal(drawn.size + first.left, rows.length);
  });
});

describe('positions of the overview', () => {
  it('counts stances by source and concept', () => {
    const rows = [
      row({ concepts: ['quota', 'quota'], stance: 'support' }),
      row({ concepts: ['quota', 'port'], stance: 'oppose' }),
      row({ concepts: [] }),
      row({ concepts: ['port'], source: '' }),
    ];
    const { sources, concepts, cells, left } = matrixLayout(rows);
    assert.deepEqual([sources, concepts, left], [['ann'], ['quota', 'port'], 2]);
    assert.deepEqual(
      cells.map(({ x, y, counts }) => [x, y, counts]),
      [
        [0, 0, { support: 1, oppose: 1, neutral: 0, none: 0 }],
        [1, 0, { support: 0, oppose: 1, neutral: 0, none: 0 }],
      ],
    );
  });
});

describe('marks of the overview', () => {
  const at = (id: string, x: number, y: number) => ({ id, x, y, claims: [] });
  const from = at('from', 0, 0);
  const marks = [from, at('near', 10, 0), at('far', 50, 0), at('below', 3, 20), at('aside', 2, -40)];
  it('lead where the arrow points', () => {
    assert.equal(nextMark(marks, from, 'right')?.id, 'near');
    assert.equal(nextMark(marks, from, 'down')?.id, 'below');
    assert.equal(nextMark(marks, from, 'up')?.id, 'aside');
    assert.equal(nextMark(marks, from, 'left'), undefined);
  });
  it('have the stance of their claims', () => {
    assert.equal(stanceOf([row({ stance: 'oppose' }), row({ stance: 'oppose' })]), 'oppose');
    assert.equal(stanceOf([row({ stance: 'oppose' }), row()]), 'mixed');
    assert.equal(stanceOf([row()]), 'none');
  });
});

describe('kept state of the overview', () => {
  it('comes back, and what is broken in it does not', () => {
    const state = readViewState({ picture: 'network', table: true, filter: { text: 'a', recognised: false } });
    assert.equal(state.picture, 'network');
    assert.equal(state.table, true);
    assert.deepEqual([state.filter.text, state.filter.actor, state.filter.recognised], ['a', '', false]);
  });
  for (const broken of [undefined, null, 7, 'x', { picture: 'cube', table: 1, filter: { text: 3 } }, { filter: 'x' }]) {
    it(`reads ${JSON.stringify(broken)} as the beginning`, () => {
      const state = readViewState(broken);
      assert.deepEqual(
        [state.picture, state.table, state.filter.text, state.filter.recognised],
        ['timeline', false, '', null],
      );
    });
  }
});
