import assert from 'node:assert/strict';
import { rereadItem } from '../../../src/annotations/rereadItem';
import { readSidecar, sidecarKind } from '../../../src/annotations/sidecarRead';
import { changesOf } from '../../../src/workspace/operations';
import { sampleClaim, sampleCorrection } from '../../support/sampleItems';
import { applyChanges, emptySidecar } from '../../support/sidecars';

function fileOf(...ids: string[]): string {
  const start = emptySidecar();
  const claims = ids.map((id) => ({ type: 'put-claim', claim: sampleClaim(id, { note: 'n' }) }) as const);
  const correction = { type: 'put-correction', correction: sampleCorrection('kz') } as const;
  return applyChanges(start, changesOf([...claims, correction], start).changes).sidecar.text;
}

/** Reads again after `found` gave way to `put`, knowing only that the item changed. */
function reread(
  before: string,
  id: string,
  found: string,
  put: string,
  section = 'claims',
  start = before.indexOf(found),
) {
  assert.ok(start >= 0, `"${found}" is not in the file`);
  const after = before.slice(0, start) + put + before.slice(start + found.length);
  const edit = { start, end: start + found.length, text: put };
  return { after, read: rereadItem(sidecarKind, readSidecar(before), { section, id }, [edit], after) };
}

const good = fileOf('ca', 'cb', 'cc');
const blockOf = (id: string): string => {
  const start = good.indexOf(`\n  ${id}:`);
  return good.slice(start, good.indexOf('\n\n', start + 1) + 1);
};

describe('reading one item again', () => {
  const same = (
    name: string,
    id: string,
    found: string,
    put: string,
    before = good,
    section = 'claims',
    at?: number,
  ): void => {
    it(`${name}: as the whole text says`, () => {
      const { after, read } = reread(before, id, found, put, section, at);
      const whole = readSidecar(after);
      assert.ok(read, 'read by its lines');
      assert.deepEqual(
        [read.text, read.problems, read.readOnly, read.annotations],
        [whole.text, whole.problems, whole.readOnly, whole.annotations],
      );
      assert.deepEqual([...read.lines.starts], [...whole.lines.starts]);
      assert.deepEqual(
        read.root?.entries.map(({ start }) => start),
        whole.root?.entries.map(({ start }) => start),
      );
    });
  };
  same('a changed field', 'cb', 'quote: "the words of cb"', 'quote: "other\\nwords"');
  same('the last item', 'cc', 'quote: "the words of cc"', 'quote: "q"');
  same(
    'a field more, and one that is wrong',
    'cb',
    '    quote: "the words of cb"\n',
    '    quote: "the words of cb"\n    x: 1\n    date: "no date"\n',
  );
  same('an item less', 'cb', blockOf('cb'), '');
  same('the first item less', 'ca', blockOf('ca'), '');
  same('an item more', 'cbb', '', blockOf('cb').replace('cb:', 'cbb:'), good, 'claims', good.indexOf(blockOf('cc')));
  same('a correction', 'kz', 'quote: "Lind"', 'quote: "Lund"', `${good}x-other:\n  a: 1\n`, 'corrections');
  const other = good
    .replace('words of ca"', 'words of ca"\n    date: "?"')
    .replace('words of cc"', 'words of cc"\n    date: "?"');
  same('a file with problems above and below', 'cb', 'words of cb"', 'words"\n    date: "!"', other);

  const lists = good.replaceAll('    note: "n"', '    note: "n"\n    tags:\n      - "a"\n      - "b"');
  same('an item among others that hold lists', 'cb', 'words of cb"', 'words"', lists);
  const endsInList = good.replace(/( {2}ca:[\s\S]*?)\n {4}author[\s\S]*?(?=\n\n {2}cb:)/, '$1\n    x:\n      - "a"');
  same('an item behind one that ends in a list', 'cb', 'words of cb"', 'words"', endsInList);

  const refused = (name: string, id: string, found: string, put: string, before = good): void => {
    it(`${name}: the whole text has to be read`, () => assert.equal(reread(before, id, found, put).read, undefined));
  };
  refused('what is no item', 'cb', 'quote: "the words of cb"', 'quote: "open');
  refused(
    'a second item in the lines of one',
    'cb',
    '    quote: "the words of cb"\n',
    '    quote: "q"\n  cx:\n    quote: "r"\n',
  );
  refused('an id that is there', 'kz', blockOf('cc'), `${blockOf('cb').replace('cb:', 'kz:')}${blockOf('cc')}`);
  refused('a conflict marker', 'cb', '    quote: "the words of cb"\n', '    quote: "q"\n<<<<<<< ours\n');
  refused(
    'the only item',
    'ca',
    fileOf('ca').slice(fileOf('ca').indexOf('  ca:'), fileOf('ca').indexOf('\ncorr')),
    '',
    fileOf('ca'),
  );
  refused(
    'an item behind a block of text, which may end in blank lines',
    'cb',
    'words of cb"',
    'words of c"',
    good
      .replace('note: "n"', 'note: |+\n      x')
      .replace(
        /( {2}ca:[\s\S]*?)(\n {2}cb:)/,
        (_, first: string, next: string) => `${first.replace(/\n {4}author[\s\S]*$/, '\n')}${next}`,
      ),
  );
  refused('lines of another item', 'cz', 'note: "n"', 'note: "m"');
  refused('a file that ends its document', 'kz', 'Lind', 'Lund', `${good}...\n`);
  refused('a section in braces', 'ca', '"q"', '"r"', 'claims: {ca: {quote: "q"}}\n');
  refused(
    'a text without a line end at its end',
    'cc',
    'words of cc"',
    'words"',
    good.slice(0, good.indexOf('\n\ncorr')),
  );
  refused('a damaged file', 'cb', 'words of cb', 'words', `${good}\n  "`);
});
