import assert from 'node:assert/strict';
import { mergeSidecarTexts, resolveSidecarConflict } from '../../../src/annotations/mergeSidecars';
import { readSidecar } from '../../../src/annotations/sidecarRead';

const base = `# head
version: "1.0"

claims:

  ca:
    quote: "a"
    kind: "statement"
    directness: "direct"
    source: null
    status: "unverified"
    note: "n"
    tags:
      - "t"

  cb:
    quote: "b"
    kind: "statement"
    directness: "direct"
    source: null
    status: "unverified"

corrections:
`;

const edit = (from: string, to: string, text = base): string => {
  assert.ok(text.includes(from), from);
  return text.replace(from, to);
};

/** The note with one value, and another one kept. */
const asked = (note: string, other: string): string =>
  edit('"n"', note, edit('      - "t"\n', `      - "t"\n    conflicts:\n      note:\n        - ${other}\n`));

function check(name: string, ours: string, theirs: string, expected: string, conflicts: readonly string[] = []): void {
  it(name, () => {
    const merged = mergeSidecarTexts(base, ours, theirs);
    assert.equal(merged.text, expected);
    assert.deepEqual(
      merged.conflicts.map(({ id, field }) => `${id} ${field}`),
      conflicts,
    );
  });
}

describe('mergeSidecarTexts', () => {
  it('new comments go to the top of a file that begins with none', () => {
    const plain = base.slice(base.indexOf('version'));
    const { text } = mergeSidecarTexts(plain, edit('"n"', '"m"', plain), `${plain}# theirs\n`);
    assert.equal(text, `# theirs\n${edit('"n"', '"m"', plain)}`);
  });

  check('one side only', base, edit('"n"', '"m"'), edit('"n"', '"m"'));
  check('both the same', edit('"n"', '"m"'), edit('"n"', '"m"'), edit('"n"', '"m"'));
  check(
    'two fields of one item, and comments of both',
    edit('note: "n"', 'note: "m" # mine'),
    edit('  ca:\n', '  # theirs\n  ca:\n', edit('"unverified"\n    note', '"refuted"\n    note')),
    edit(
      '  ca:\n',
      '  # theirs\n  ca:\n',
      edit('note: "n"', 'note: "m" # mine', edit('"unverified"\n    note', '"refuted"\n    note')),
    ),
  );
  check('one field: both values stay', edit('"n"', '"mine"'), edit('"n"', '"theirs"'), asked('"mine"', '"theirs"'), [
    'ca note',
  ]);
  check('changed here, removed there', edit('"n"', '"mine"'), edit('    note: "n"\n', ''), asked('"mine"', 'null'), [
    'ca note',
  ]);
  check(
    'removed here, changed there',
    edit('    note: "n"\n', ''),
    edit('"n"', '"theirs"'),
    asked('"theirs"', 'null'),
    ['ca note'],
  );
  const verdict = (fields: string): string => edit('    note', `    verdict:\n${fields}    note`);
  check(
    'both gave a verdict: its fields merge, and one that differs keeps both values',
    verdict('      rating: "true"\n      reviewer: "A"\n'),
    verdict('      rating: "false"\n      summary: "s"\n'),
    edit(
      '      - "t"\n',
      '      - "t"\n    conflicts:\n      "verdict.rating":\n        - "false"\n',
      verdict('      rating: "true"\n      reviewer: "A"\n      summary: "s"\n'),
    ),
    ['ca verdict.rating'],
  );
  const tags = (lines: string): string => edit('    tags:\n      - "t"\n', lines);
  check(
    'all tags taken away there, one added here: the one that nobody took away stays',
    tags('    tags:\n      - "t"\n      - "ours"\n'),
    tags(''),
    tags('    tags:\n      - "ours"\n'),
  );
  check('a tag replaced by none here and by an empty list there: no tags', tags(''), tags('    tags: []\n'), tags(''));
  check(
    'tags are a set',
    edit('      - "t"\n', '      - "t"\n      - "ours"\n'),
    edit('      - "t"\n', '      - "theirs"\n'),
    edit('      - "t"\n', '      - "theirs"\n      - "ours"\n'),
  );
  const withoutB = base.slice(0, base.indexOf('\n  cb:')) + base.slice(base.indexOf('\ncorrections'));
  check('deleted here, untouched there', withoutB, edit('"n"', '"m"'), withoutB.replace('"n"', '"m"'));
  it('deleted here, changed there: kept, and asked', () => {
    const merged = mergeSidecarTexts(base, withoutB, edit('"b"', '"b2"'));
    assert.deepEqual(merged.conflicts, [{ id: 'cb', field: 'item' }]);
    const claim = readSidecar(merged.text!).annotations.claims[1];
    assert.deepEqual([claim?.selector.exact, claim?.conflicts], ['b2', [{ field: 'item', others: [null] }]]);
  });

  it('keys and comments outside of items', () => {
    const ours = edit('version: "1.0"\n', 'version: "1.0"\nx-ours: "1"\n');
    const theirs = edit('# head\n', '# head\n# more\n', edit('version: "1.0"\n', 'version: "1.1"\nx-theirs: [1]\n'));
    const merged = mergeSidecarTexts(base, ours, theirs).text!;
    const read = readSidecar(merged);
    assert.deepEqual([...read.items.get('')!.get('file')!.keys()].sort(), ['version', 'x-ours', 'x-theirs']);
    assert.match(merged, /^# head\n# more\nversion: "1\.1"\n/);
  });

  it('files added on both sides', () => {
    const theirs = edit('  cb:', '  cc:');
    const merged = mergeSidecarTexts('', base, theirs);
    assert.deepEqual(
      readSidecar(merged.text!).annotations.claims.map((claim) => claim.id),
      ['ca', 'cb', 'cc'],
    );
    assert.deepEqual(merged.conflicts, []);
  });

  it('a file deleted on one side', () => {
    assert.equal(mergeSidecarTexts(base, '', base).text, '');
    assert.equal(mergeSidecarTexts(base, base, '').text, '');
    assert.equal(mergeSidecarTexts(base, '', `${base}# only a comment\n`).text, '');
    assert.equal(mergeSidecarTexts(base, edit('"n"', '"m"'), '').text, edit('"n"', '"m"'));
    assert.equal(mergeSidecarTexts('', '', base).text, base);
  });

  it('a side that cannot be read: nothing is merged', () => {
    const merged = mergeSidecarTexts(base, edit('"n"', '"m"'), `${base}  "`);
    assert.deepEqual([merged.text, merged.problem?.code], [undefined, 'yaml-syntax']);
  });

  it('a base that cannot be read: nothing counts as deleted', () => {
    const merged = mergeSidecarTexts(`${base}  "`, withoutB, edit('"n"', '"m"'));
    assert.deepEqual(
      readSidecar(merged.text!).annotations.claims.map((claim) => claim.id),
      ['ca', 'cb'],
    );
    assert.deepEqual(merged.conflicts, [{ id: 'ca', field: 'note' }]);
  });

  it('a conflict that one side settled and the other left, or added to', () => {
    const open = edit(
      '    note: "n"\n',
      '    note: "n"\n    conflicts:\n      note:\n        - "x"\n      status:\n        - "refuted"\n',
    );
    const settled = open.replace('      note:\n        - "x"\n', '');
    const other = open.replace('"n"', '"m"');
    assert.equal(mergeSidecarTexts(open, settled, other).text, settled.replace('"n"', '"m"'));
    const more = open.replace('        - "x"\n', '        - "x"\n        - "y"\n');
    const merged = readSidecar(mergeSidecarTexts(open, settled, more).text!).annotations.claims[0];
    assert.deepEqual(merged?.conflicts, [
      { field: 'status', others: ['refuted'] },
      { field: 'note', others: ['y'] },
    ]);
    const clash = mergeSidecarTexts(open, other, open.replace('"n"', '"o"'));
    assert.deepEqual(readSidecar(clash.text!).annotations.claims[0]?.conflicts?.[0], {
      field: 'note',
      others: ['x', 'o'],
    });
    assert.equal(
      mergeSidecarTexts(open, open.replace(/ {4}conflicts:[\s\S]*?"refuted"\n/, ''), settled).text?.includes(
        'conflicts',
      ),
      false,
    );
  });

  it('links and evidence by what they point to', () => {
    const item = (note: string, url: string): string =>
      edit(
        '    note: "n"\n',
        `    verdict:\n      rating: "r"\n      evidence:\n        - url: "https://a.example"\n          title: "${url}"\n    links:\n      - relation: "supports"\n        claim: "cx"\n        quote: "q"\n        note: "${note}"\n`,
      );
    const merged = mergeSidecarTexts(item('n', 't'), item('m', 't'), item('n', 'u'));
    assert.equal(merged.text, item('m', 'u'));
    assert.deepEqual(merged.conflicts, []);
  });
});

describe('resolveSidecarConflict', () => {
  const marked = (sides: string): string => edit('    note: "n"\n', sides);

  it('merges marked sides by field, with the base where git shows it', () => {
    const text = marked(
      '<<<<<<< HEAD\n    note: "m"\n||||||| base\n    note: "n"\n=======\n    note: "n"\n    role: "r"\n>>>>>>> other\n',
    );
    const merged = resolveSidecarConflict(text);
    assert.deepEqual(merged?.conflicts, []);
    const claim = readSidecar(merged!.text!).annotations.claims[0];
    assert.deepEqual([claim?.note, claim?.role], ['m', 'r']);
  });

  it('leaves markers that do not pair, and sides that cannot be read', () => {
    for (const text of ['<<<<<<< HEAD\n', '<<<<<<< a\n=======\n>>>>>>> b\n<<<<<<< c\n', '>>>>>>> b\n', base]) {
      assert.equal(resolveSidecarConflict(text), undefined);
    }
    assert.equal(
      resolveSidecarConflict(marked('<<<<<<< HEAD\n    note: "\n=======\n    note: "m"\n>>>>>>> other\n')),
      undefined,
    );
  });
});
