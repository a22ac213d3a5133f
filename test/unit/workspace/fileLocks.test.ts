import assert from 'node:assert/strict';
import { FileError } from '../../../src/workspace/host';
import { equalBytes, FileLocks, systemClock, verifiedWrite } from '../../../src/workspace/verifiedWrite';
import { FaultFiles, MemoryFiles, TestClock } from '../../support/memoryHost';

const lock = '/desk/.a.lock';

function setUp() {
  const memory = new MemoryFiles();
  memory.folders.add('/desk');
  return { memory, clock: new TestClock() };
}

describe('FileLocks', () => {
  it('lets one in at a time, and leaves nothing', async () => {
    const { memory, clock } = setUp();
    const log: string[] = [];
    const use = (name: string) =>
      new FileLocks(memory, clock, name, name).hold(lock, async () => {
        log.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        log.push(`${name} out`);
      });
    const slow = { now: () => 0, delay: () => new Promise<void>((resolve) => setTimeout(resolve, 1)) };
    const other = new FileLocks(memory, slow, 'b', 'b').hold(lock, async () => {
      log.push('b in', 'b out');
    });
    await Promise.all([other, use('a').catch(() => undefined)]);
    assert.equal(log[0]?.replace('in', 'out'), log[1]);
    assert.equal(memory.files.size, 0);
  });

  it('takes over a lock that a crash of the same installation left', async () => {
    const { memory, clock } = setUp();
    memory.put(lock, 'store old-session\n');
    assert.equal(await new FileLocks(memory, clock, 'store', 'new').hold(lock, async () => 5), 5);
    assert.equal(clock.time, 0);
  });

  it('waits for others, gives up, and takes over what never changes', async () => {
    const { memory, clock } = setUp();
    memory.put(lock, 'other session\n');
    const locks = new FileLocks(memory, clock, 'store', 's');
    await assert.rejects(
      locks.hold(lock, async () => 1),
      { code: 'EBUSY' },
    );
    assert.equal(await locks.hold(lock, async () => 7), 7);
    assert.ok(clock.time > 9_000);
  });

  it('takes over a lock whose writer died over it', async () => {
    const { memory, clock } = setUp();
    memory.put(lock, '');
    assert.equal(await new FileLocks(memory, clock, 'store', 's').hold(lock, async () => 7), 7);
    assert.ok(clock.time > 1000 && clock.time < 2000);
  });

  it('is patient with one that comes and goes', async () => {
    const { memory } = setUp();
    memory.put(lock, 'other session\n');
    const clock = { now: () => 0, delay: async () => void memory.files.delete(lock) };
    assert.equal(await new FileLocks(memory, clock, 'store', 's').hold(lock, async () => 3), 3);
  });

  it('remembers a lock that it could not delete', async () => {
    const { memory, clock } = setUp();
    const files = new FaultFiles(memory);
    const locks = new FileLocks(files, clock, 'store', 's');
    files.fault = { at: 4, code: 'EIO', forever: false };
    await locks.hold(lock, async () => 1);
    assert.deepEqual([locks.isLeft(lock), memory.files.has(lock)], [true, true]);
    await locks.release();
    assert.deepEqual([locks.isLeft(lock), memory.files.has(lock)], [false, false]);
    await assert.rejects(
      locks.hold(lock, async () => memory.files.delete(lock)),
      { code: 'EEXIST' },
      'taken away',
    );
    assert.equal(locks.isLeft(lock), false);
  });

  it('leaves no lock when the disk is full', async () => {
    const { memory, clock } = setUp();
    const files = new FaultFiles(memory);
    files.write = async (uri, bytes) => {
      await memory.write(uri, bytes.subarray(0, 3), { create: true });
      throw new FileError('ENOSPC', uri, 'full');
    };
    await assert.rejects(
      new FileLocks(files, clock, 'store', 's').hold(lock, async () => 1),
      { code: 'ENOSPC' },
    );
    assert.equal(memory.files.size, 0);
  });
});

describe('FileLocks in the way of others', () => {
  it('waits for one whose lock goes away, and looks again at once where it went between two looks', async () => {
    const { memory, clock } = setUp();
    memory.put(lock, 'other session\n');
    const read = memory.read.bind(memory);
    let looks = 0;
    memory.read = async (uri) => {
      // The other one finishes just when we want to know whose lock it is.
      if (++looks === 3) {
        memory.files.delete(lock);
      }
      return read(uri);
    };
    assert.equal(await new FileLocks(memory, clock, 'store', 's').hold(lock, async () => 7), 7);
    assert.equal(memory.files.size, 0);
  });

  it('leaves a lock that cannot even be looked at', async () => {
    const { memory, clock } = setUp();
    memory.read = async (uri) => {
      throw new FileError('EIO', uri, 'gone bad');
    };
    await assert.rejects(
      new FileLocks(memory, clock, 'store', 's').hold(lock, async () => 1),
      { code: 'EIO' },
    );
    assert.equal(memory.files.size, 1);
  });

  it('a lock that was written short is not held', async () => {
    const { memory, clock } = setUp();
    const files = new FaultFiles(memory);
    files.fault = { at: 1, code: 'short', forever: false };
    await assert.rejects(
      new FileLocks(files, clock, 'store', 's').hold(lock, async () => 1),
      { code: 'ENOSPC' },
    );
    assert.equal(memory.files.size, 0);
  });
});

describe('verifiedWrite', () => {
  const bytes = Uint8Array.of(1, 2, 3, 4, 5);
  const old = Uint8Array.of(9);
  const write = (files: FaultFiles, clock: TestClock) => verifiedWrite(files, clock, '/desk/a', '/desk/t', bytes);

  it('leaves the old file and nothing else where a step fails', async () => {
    for (const [at, code, told] of [
      [1, 'short', 'ENOSPC'],
      [1, 'EROFS', 'EROFS'],
      [3, 'EIO', 'EIO'],
    ] as const) {
      const { memory, clock } = setUp();
      memory.files.set('/desk/a', old);
      const files = new FaultFiles(memory);
      files.fault = { at, code, forever: false };
      await assert.rejects(write(files, clock), { code: told });
      assert.deepEqual([...memory.files], [['/desk/a', old]]);
    }
  });

  it('waits for a program that holds the file for a moment, not for one that keeps it', async () => {
    for (const forever of [false, true]) {
      const { memory, clock } = setUp();
      memory.files.set('/desk/a', old);
      const files = new FaultFiles(memory);
      const rename = files.rename.bind(files);
      let tries = 0;
      files.rename = async (from, to) => {
        if (++tries <= 3 || forever) {
          throw new FileError('EBUSY', to, 'scanned for viruses');
        }
        return rename(from, to);
      };
      await (forever ? assert.rejects(write(files, clock), { code: 'EBUSY' }) : write(files, clock));
      assert.deepEqual([...memory.files], [['/desk/a', forever ? old : bytes]]);
      assert.ok(clock.time > 0 && clock.time <= 5000);
    }
  });

  it('notices a file that does not hold what was written', async () => {
    const { memory, clock } = setUp();
    memory.rename = async (from, to) => {
      memory.files.set(to, new Uint8Array(2));
      memory.files.delete(from);
    };
    await assert.rejects(verifiedWrite(memory, clock, '/desk/a', '/desk/t', new Uint8Array(5)), { code: 'EIO' });
  });

  it('compares bytes', () => {
    const [a, b] = [Uint8Array.of(1, 2), Uint8Array.of(1, 3)];
    assert.deepEqual(
      [equalBytes(a, b), equalBytes(a, a.slice()), equalBytes(a, undefined), equalBytes(undefined, undefined)],
      [false, true, false, true],
    );
    // Parts of one buffer that do not begin at every fourth byte.
    const whole = Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    const [from1, from5] = [whole.subarray(1, 5), whole.subarray(5, 9)];
    assert.deepEqual([equalBytes(from1, from5), equalBytes(from1, Uint8Array.of(1, 2, 3, 4))], [false, true]);
  });

  it('has a clock that moves', async () => {
    const start = systemClock.now();
    await systemClock.delay(2);
    assert.ok(systemClock.now() > start);
  });
});
