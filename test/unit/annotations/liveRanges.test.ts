import assert from 'node:assert/strict';
import fc from 'fast-check';
import { followEdit, isCollapsed, LiveRanges, type TextEdit } from '../../../src/annotations/liveRanges';

const apply = (text: string, { start, deleted, inserted }: TextEdit): string =>
  text.slice(0, start) + inserted + text.slice(start + deleted);

describe('followEdit', () => {
  /** Ranges and edits drawn in text: [ ] is the range; the edit is what changes. */
  const check = (name: string, edit: TextEdit, expected: readonly [number, number]) => {
    it(name, () => {
      const { start, end } = followEdit({ start: 10, end: 20 }, edit);
      assert.deepEqual([start, end], expected);
    });
  };
  check('typed before', { start: 3, deleted: 0, inserted: 'abc' }, [13, 23]);
  check('deleted before', { start: 3, deleted: 2, inserted: '' }, [8, 18]);
  check('typed after', { start: 25, deleted: 0, inserted: 'abc' }, [10, 20]);
  check('typed right before the first character', { start: 10, deleted: 0, inserted: 'abc' }, [13, 23]);
  check('typed right after the last character', { start: 20, deleted: 0, inserted: 'abc' }, [10, 20]);
  check('typed inside', { start: 15, deleted: 0, inserted: 'abc' }, [10, 23]);
  check('replaced inside', { start: 12, deleted: 4, inserted: 'x' }, [10, 17]);
  check('deleted over the beginning', { start: 5, deleted: 8, inserted: '' }, [5, 12]);
  check('replaced over the beginning', { start: 5, deleted: 8, inserted: 'xy' }, [7, 14]);
  check('deleted over the end', { start: 18, deleted: 8, inserted: '' }, [10, 18]);
  check('replaced over the end', { start: 18, deleted: 8, inserted: 'xy' }, [10, 18]);
  check('deleted all of it', { start: 10, deleted: 10, inserted: '' }, [10, 10]);
  check('replaced all of it, exactly', { start: 10, deleted: 10, inserted: 'new words' }, [10, 19]);
  check('replaced all of it and more', { start: 8, deleted: 14, inserted: 'new' }, [11, 11]);
  check('deleted from its first character on', { start: 10, deleted: 3, inserted: '' }, [10, 17]);
  check('deleted up to its last character', { start: 17, deleted: 3, inserted: '' }, [10, 17]);

  it('holds the same characters after any edit outside of it', () => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.nat(10),
        fc.nat(40),
        fc.nat(8),
        fc.string({ maxLength: 6 }),
        (start, length, at, deleted, inserted) => {
          const text = Array.from({ length: 60 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
          const range = { start, end: start + length + 1 };
          const outside = at + deleted <= range.start || at >= range.end;
          fc.pre(outside);
          const edit = { start: at, deleted, inserted };
          const now = followEdit(range, edit);
          assert.equal(apply(text, edit).slice(now.start, now.end), text.slice(range.start, range.end));
        },
      ),
    );
  });
});

describe('LiveRanges', () => {
  const text = 'One. Two two. Three.';
  const start = () =>
    LiveRanges.of([
      { id: 'a', start: 5, end: 13 },
      { id: 'b', start: 14, end: 20 },
    ]);
  const places = (live: LiveRanges) => live.ranges.map(({ id, start: from, end }) => [id, from, end]);

  it('collapses what is deleted, tells it as orphan, and undo brings it back', () => {
    const edit = { start: 4, deleted: 9, inserted: '' };
    const gone = start().edited([edit], text);
    assert.deepEqual(
      gone.orphans.map(({ id }) => id),
      ['a'],
    );
    assert.ok(gone.orphans.every(isCollapsed));
    const after = apply(text, edit);
    const back = gone.edited([{ start: 4, deleted: 0, inserted: ' Two two.' }], after);
    assert.deepEqual(places(back), places(start()));
    assert.deepEqual(back.orphans, []);
  });

  it('brings back what was deleted key by key and undone at once', () => {
    let live = start();
    let now = text;
    for (let at = 12; at >= 4; at--) {
      const edit = { start: at, deleted: 1, inserted: '' };
      live = live.edited([edit], now);
      now = apply(now, edit);
    }
    assert.equal(live.orphans.length, 1);
    assert.deepEqual(places(live.edited([{ start: 4, deleted: 0, inserted: ' Two two.' }], now)), places(start()));
  });

  it('brings back what was typed over key by key and undone at once', () => {
    let live = start();
    let now = text;
    for (const edit of [
      { start: 3, deleted: 11, inserted: 'x' },
      { start: 4, deleted: 0, inserted: 'y' },
      { start: 4, deleted: 1, inserted: '' },
    ]) {
      live = live.edited([edit], now);
      now = apply(now, edit);
    }
    assert.deepEqual(
      places(live.edited([{ start: 3, deleted: 1, inserted: text.slice(3, 14) }], now)),
      places(start()),
    );
  });

  it('undoes edits in several places made at once', () => {
    const edits = [
      { start: 14, deleted: 5, inserted: '' },
      { start: 5, deleted: 8, inserted: 'No' },
      { start: 0, deleted: 3, inserted: 'I' },
    ];
    const after = edits.reduce(apply, text);
    assert.equal(after, 'I. No .');
    const live = start().edited(edits, text);
    const undo = [
      { start: 6, deleted: 0, inserted: 'Three' },
      { start: 3, deleted: 2, inserted: 'Two two.' },
      { start: 0, deleted: 1, inserted: 'One' },
    ];
    assert.equal(undo.reduce(apply, after), text);
    assert.deepEqual(places(live.edited(undo, after)), places(start()));
  });

  it('takes an insertion of other text for an edit, not for undo', () => {
    const gone = start().edited([{ start: 4, deleted: 9, inserted: '' }], text);
    const other = gone.edited([{ start: 4, deleted: 0, inserted: 'Two. two.' }], 'One. Three.');
    assert.equal(other.orphans.length, 1);
    assert.equal(
      gone.edited(
        [
          { start: 0, deleted: 1, inserted: '' },
          { start: 3, deleted: 1, inserted: '' },
        ],
        'One. Three.',
      ).orphans.length,
      1,
    );
  });

  it('does not join edits that are apart', () => {
    const first = start().edited([{ start: 0, deleted: 1, inserted: '' }], text);
    const second = first.edited([{ start: 12, deleted: 4, inserted: '' }], text.slice(1));
    assert.deepEqual(places(second.edited([{ start: 0, deleted: 0, inserted: 'O' }], 'x')), [
      ['a', 5, 13],
      ['b', 13, 16],
    ]);
  });

  it('does not join an edit with one made in several places', () => {
    const first = start().edited(
      [
        { start: 10, deleted: 1, inserted: '' },
        { start: 2, deleted: 1, inserted: '' },
      ],
      text,
    );
    const second = first.edited([{ start: 2, deleted: 1, inserted: '' }], 'x'.repeat(18));
    const third = second.edited([{ start: 2, deleted: 0, inserted: 'e.' }], 'x'.repeat(17));
    assert.equal(third.ranges.length, 2);
  });

  it('keeps annotations that were added, replaced or removed since', () => {
    const gone = start()
      .edited([{ start: 4, deleted: 9, inserted: '' }], text)
      .with({ id: 'c', start: 0, end: 4 })
      .without('b');
    const back = gone.edited([{ start: 4, deleted: 0, inserted: ' Two two.' }], 'One. Three.');
    assert.deepEqual(places(back), [
      ['a', 5, 13],
      ['c', 0, 4],
    ]);
    assert.deepEqual(places(back.with({ id: 'a', start: 1, end: 2 })), [
      ['c', 0, 4],
      ['a', 1, 2],
    ]);
  });

  it('undoes any run of edits, one by one, back to the first ranges, also where an edit happens to undo others', () => {
    const edit = fc.record({ at: fc.nat(1000), deleted: fc.nat(9), inserted: fc.string({ maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
        let live = start();
        let now = text;
        const undo: TextEdit[] = [];
        const states: unknown[] = [];
        for (const { at, deleted, inserted } of edits) {
          const from = at % (now.length + 1);
          const one = { start: from, deleted: Math.min(deleted, now.length - from), inserted };
          if (one.deleted === 0 && inserted === '') {
            continue;
          }
          undo.push({ start: from, deleted: inserted.length, inserted: now.slice(from, from + one.deleted) });
          states.push(places(live));
          live = live.edited([one], now);
          now = apply(now, one);
        }
        while (undo.length > 0) {
          const one = undo.pop()!;
          live = live.edited([one], now);
          now = apply(now, one);
          states.pop();
        }
        assert.equal(now, text);
        assert.deepEqual(places(live), places(start()));
      }),
      { numRuns: 2000 },
    );
  });
});
