import assert from 'node:assert/strict';
import { countryTable } from '../../../src/recognise/countryTable';

describe('countryTable', () => {
  const table = countryTable();
  it('has the states of the world', () => assert.ok(table.length > 195));
  it('has each id once', () => assert.equal(new Set(table.map(({ id }) => id)).size, table.length));
  it('gives no form to two states', () => {
    const owner = new Map<string, string>();
    for (const { id, name, names, demonyms, seats } of table) {
      for (const form of [name, ...names, ...demonyms, ...seats]) {
        assert.equal(owner.get(form) ?? id, id, form);
        owner.set(form, id);
      }
    }
  });
  it('has two-letter ids but for empires', () => {
    const odd = table.filter(({ id }) => !/^[a-z]{2}$/.test(id)).map(({ id }) => id);
    assert.deepEqual(odd, ['at-hu', 'prussia', 'roman-empire']);
  });
});
