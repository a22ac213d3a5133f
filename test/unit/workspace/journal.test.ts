import assert from 'node:assert/strict';
import type { ItemChange } from '../../../src/annotations/itemChange';
import { PlainScalar } from '../../../src/annotations/yamlValue';
import { FileError } from '../../../src/workspace/host';
import { Journal } from '../../../src/workspace/journal';
import { FaultFiles, MemoryFiles, MemoryHost } from '../../support/memoryHost';

const change: ItemChange = {
  section: 'claims',
  id: 'ca',
  before: new Map([['quote', 'a\ud800']]),
  after: new Map([['x', new PlainScalar('0x1F')]]),
  block: '  ca:\n    x: 1',
};
const creation: ItemChange = { section: 'claims', id: 'cb', before: undefined, after: new Map() };

function journalIn(memory: MemoryFiles, session = 's1'): Journal {
  return new Journal(memory, new MemoryHost(memory), '/store/journal', session);
}

describe('Journal', () => {
  it('keeps records in order, over sessions', async () => {
    const memory = new MemoryFiles();
    const first = journalIn(memory);
    await first.append('/desk/a', [change]);
    await first.append('/desk/b', [creation, change]);
    const second = journalIn(memory, 's2');
    assert.equal((await second.load()).length, 2);
    await second.append('/desk/c', []);
    const records = await journalIn(memory).load();
    assert.deepEqual(
      records.map((record) => record.target),
      ['/desk/a', '/desk/b', '/desk/c'],
    );
    assert.deepEqual(records[1]?.changes, [creation, change]);
    for (const record of records) {
      await second.clear(record);
    }
    assert.deepEqual(await journalIn(memory).load(), []);
  });

  it('drops what was never finished or is no record', async () => {
    const memory = new MemoryFiles();
    await journalIn(memory).append('/desk/a', [change]);
    const [name] = [...memory.files.keys()];
    const whole = memory.text(name!)!;
    const body = (json: unknown): string => `${JSON.stringify(json)}\n${JSON.stringify(json).length}\n`;
    const broken = [
      whole.slice(0, -1).slice(0, 40),
      '',
      body(5),
      body([]),
      body({ target: 5, changes: [] }),
      body({ target: '/desk/a', changes: [5] }),
      body({ target: '/desk/a', changes: [{ id: 'x' }] }),
      body({ target: '/desk/a', changes: [{ id: 'x', section: 'claims', before: 5 }] }),
      '{\n1\n',
    ];
    broken.forEach((text, index) => {
      memory.put(`/store/journal/00000000010${index}-s.json`, text);
    });
    memory.put('/store/journal/notes.txt', 'not ours');
    assert.equal((await journalIn(memory).load()).length, 1);
    assert.deepEqual([...memory.files.keys()], [name, '/store/journal/notes.txt']);
  });

  it('says so when it cannot keep or read', async () => {
    const memory = new MemoryFiles();
    const files = new FaultFiles(memory);
    const journal = new Journal(files, new MemoryHost(memory), '/store/journal', 's');
    files.fault = { at: 1, code: 'EIO', forever: true };
    await assert.rejects(journal.load(), FileError);
    await assert.rejects(journal.append('/desk/a', [change]), FileError);
    files.fault = { at: files.calls + 1, code: 'short', forever: true };
    memory.folders.add('/store/journal');
    await assert.rejects(journal.append('/desk/a', [change]), { code: 'ENOSPC' });
  });
});
