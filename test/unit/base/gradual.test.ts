import assert from 'node:assert/strict';
import { Gradual } from '../../../src/base/gradual';

/** Makes the list of what was done, in three steps. */
function three(done: string[]): () => Generator<void, readonly string[]> {
  return function* () {
    done.push('a');
    yield;
    done.push('b');
    yield;
    done.push('c');
    return done;
  };
}

describe('Gradual', () => {
  it('does nothing before it is asked, and one step at a time', () => {
    const done: string[] = [];
    const thing = new Gradual(three(done));
    assert.deepEqual(done, []);
    assert.equal(thing.step(), true);
    assert.deepEqual(done, ['a']);
    assert.equal(thing.step(), true);
    assert.equal(thing.step(), false);
    assert.deepEqual(done, ['a', 'b', 'c']);
    assert.equal(thing.step(), false);
    assert.deepEqual(done, ['a', 'b', 'c']);
  });

  it('does what is left where the thing is needed before the end, and nothing twice', () => {
    const thing = new Gradual(three([]));
    thing.step();
    assert.deepEqual(thing.get(), ['a', 'b', 'c']);
    assert.equal(thing.get(), thing.get());
    assert.equal(thing.step(), false);
  });

  it('begins anew after a step that failed', () => {
    let fails = true;
    const thing = new Gradual<string>(function* () {
      yield;
      if (fails) {
        throw new Error('not yet');
      }
      return 'made';
    });
    assert.throws(() => thing.get(), /not yet/);
    fails = false;
    assert.equal(thing.get(), 'made');
  });
});
