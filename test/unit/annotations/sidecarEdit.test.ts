import assert from 'node:assert/strict';
import { inverseOf, setItems } from '../../../src/annotations/itemFileEdit';
import { readSidecar, sidecarKind } from '../../../src/annotations/sidecarRead';
import { changesOf } from '../../../src/workspace/operations';
import { sampleClaim, sampleCorrection } from '../../support/sampleItems';
import { applyChanges } from '../../support/sidecars';

const claim = sampleClaim('cb', { selector: { exact: 'q', prefix: '', suffix: '' } });
const block = `  cb:
    quote: "q"
    prefix: ""
    suffix: ""
    kind: "statement"
    directness: "direct"
    source: "anna-lind"
    status: "unverified"
    author: "Editor"
    created: "2024-05-06T07:08:09Z"
`;

/** What becomes of a file when the claim above is put into it. */
function put(name: string, before: string, after: string, change = claim): void {
  it(name, () => {
    const sidecar = readSidecar(before);
    assert.equal(sidecar.readOnly, undefined, sidecar.problems[0]?.message);
    const { changes } = changesOf([{ type: 'put-claim', claim: change }], sidecar);
    assert.equal(applyChanges(sidecar, changes).sidecar.text, after);
  });
}

describe('editing a sidecar laid out by others', () => {
  put('no sections', 'version: "1.0"\n', `version: "1.0"\n\nclaims:\n\n${block}`);
  put('no line end at the end', 'version: "1.0"', `version: "1.0"\n\nclaims:\n\n${block.trimEnd()}`);
  put('claims in braces', '# a\nclaims: {} # b\n# c\n', `# a\n# b\nclaims:\n\n${block}# c\n`);
  put('claims written as null', 'claims: ~ # none\nx: 1\n', `# none\nclaims:\n\n${block}x: 1\n`);
  put('an empty section', 'claims: # none yet\nx: 1\n', `claims: # none yet\n\n${block}x: 1\n`);
  put('an empty section that ends the text', 'claims:', `claims:\n\n${block.trimEnd()}`);
  put('an item before the end marker', 'claims:\n  ca: {}\n...\n', `claims:\n  ca: {}\n\n${block}...\n`);
  put('an end marker', 'claims:\n...\n', `claims:\n\n${block}...\n`);
  put(
    'sorted in, with comments that stay with theirs',
    'claims:\n\n  # on a\n  ca: {} # a\n    # in a\n\n  # on c\n  cc: {}\n',
    `claims:\n\n  # on a\n  ca: {} # a\n    # in a\n\n${block}\n  # on c\n  cc: {}\n`,
  );
  put(
    'other items in braces on one line',
    'claims: {ca: {quote: "q"}, cc: {}} # all\n',
    `# all\nclaims:\n\n  ca:\n    quote: "q"\n\n${block}\n  cc: {}\n`,
  );
  put(
    'deeper indents and CR LF',
    'claims:\r\n    ca: {}\r\n',
    `claims:\r\n    ca: {}\r\n\r\n${block.replaceAll(/^ {2}/gm, '    ').replaceAll('\n', '\r\n')}`.replaceAll(
      /^ {6}(?=\w)/gm,
      '      ',
    ),
  );
  const changed = sampleClaim('cb', { ...claim, status: 'refuted', tags: ['t'] });
  put(
    'a field in another style is changed where it stands',
    `claims:\n${block.replace('"unverified"', "'unverified' # why")}`,
    `claims:\n${block.replace('"unverified"', '"refuted" # why').replace('    author', '    tags:\n      - "t"\n    author')}`,
    changed,
  );
  put(
    'an item in braces is printed anew',
    'claims:\n  cb: {quote: "q", kind: "statement", directness: "direct", source: "anna-lind", status: "unverified", x: 5} # c\n',
    `claims:\n  # c\n${block.replace('    author', '    x: 5\n    author').replace('    prefix: ""\n    suffix: ""\n', '    prefix: ""\n    suffix: ""\n')}`,
  );
  put(
    'a value in lines of its own',
    `claims:\n${block}    note: |\n      one\n\n      two\n`,
    `claims:\n${block}    note: "x"\n`,
    sampleClaim('cb', { ...claim, note: 'x' }),
  );
  put(
    'a key without a value',
    `claims:\n${block}    note:\n`,
    `claims:\n${block}    note: "x"\n`,
    sampleClaim('cb', { ...claim, note: 'x' }),
  );
  put(
    'a list in brackets',
    `claims:\n${block}    tags: ["a", "b"] # t\n`,
    `claims:\n${block}    # t\n    tags:\n      - "a"\n      - "c"\n`,
    sampleClaim('cb', { ...claim, tags: ['a', 'c'] }),
  );
  put(
    'a list whose dashes share lines with nothing',
    `claims:\n${block}    tags:\n    - "a"\n    - "b" # gone\n    - "c"\n`,
    `claims:\n${block}    tags:\n    - "a"\n    # gone\n    - "x"\n    - "c"\n`,
    sampleClaim('cb', { ...claim, tags: ['a', 'x', 'c'] }),
  );
  put(
    'a list that becomes empty',
    `claims:\n${block}    tags:\n      - "a" # t\n    note: "n"\n`,
    `claims:\n${block}    # t\n    note: "n"\n`,
    sampleClaim('cb', { ...claim, note: 'n' }),
  );

  it('refuses a file that is one pair of braces, in so many words', () => {
    const sidecar = readSidecar('{version: "1.0", claims: {}}');
    const targets = new Map([['claims', new Map([['cb', new Map([['quote', 'q']])]])]]);
    assert.throws(() => setItems(sidecarKind, sidecar, targets), /cannot be changed in place/);
    assert.throws(() => setItems(sidecarKind, readSidecar(''), targets), /cannot be changed in place/);
  });

  it('the last item of a section in braces goes', () => {
    const sidecar = readSidecar('claims: {ca: {quote: "q"}} # one\nx: 1\n');
    const { changes } = changesOf([{ type: 'delete-claim', id: 'ca' }], sidecar);
    assert.equal(applyChanges(sidecar, changes).sidecar.text, '# one\nclaims:\nx: 1\n');
  });

  it('a field behind a question mark is changed, or taken away, with the item printed anew', () => {
    const text = `claims:\n${block.replace('    author: "Editor"', '    ? author # who\n    : "Editor"')}`;
    const sidecar = readSidecar(text);
    assert.equal(sidecar.annotations.claims[0]?.author, 'Editor');
    for (const author of ['Ann', undefined]) {
      const { author: _, ...others } = claim;
      const wanted = author === undefined ? others : { ...others, author };
      const { changes } = changesOf([{ type: 'put-claim', claim: wanted }], sidecar);
      const after = applyChanges(sidecar, changes).sidecar;
      assert.deepEqual(after.annotations.claims, [wanted]);
      assert.match(after.text, /# who/);
    }
  });

  it('a map behind a question mark is changed with the item printed anew', () => {
    const text = `claims:\n${block}    ? x\n    : a: 1\n`;
    const own = readSidecar(text).items.get('claims')!.get('cb')!;
    assert.deepEqual(own.get('x'), new Map([['a', 1]]));
    const wanted = new Map([...own, ['x', new Map([['a', 2]])]]);
    const after = setItems(sidecarKind, readSidecar(text), new Map([['claims', new Map([['cb', wanted]])]]));
    assert.deepEqual(after.items.get('claims')!.get('cb'), wanted);
  });

  it('the lines of a deleted item come back into a text without a line end at its end', () => {
    const sidecar = readSidecar(`claims:\n${block.trimEnd()} # me`);
    const { changes } = changesOf([{ type: 'delete-claim', id: 'cb' }], sidecar);
    const back = inverseOf(sidecar, changes);
    const gone = applyChanges(sidecar, changes).sidecar;
    assert.equal(applyChanges(gone, back).sidecar.text.trimEnd(), `claims:\n\n${block.trimEnd()} # me`);
    // Somebody put it back by hand meanwhile, in their layout: it takes the lines that it had.
    const other = readSidecar(`claims:\n${block.trimEnd()}`);
    assert.equal(applyChanges(other, back).sidecar.text, `${other.text} # me`);
  });

  it('writes nothing where nothing changes', () => {
    const sidecar = readSidecar(`claims:\n${block}`);
    assert.equal(applyChanges(sidecar, changesOf([{ type: 'put-claim', claim }], sidecar).changes).sidecar, sidecar);
  });

  it('keeps fields that could not be read when others are changed', () => {
    const odd = `claims:\n${block}    date: "May"\n    tags:\n      - "a"\n      - 5\n    verdict:\n      summary: "s"\n`;
    const sidecar = readSidecar(odd);
    const [read] = sidecar.annotations.claims;
    assert.deepEqual([read?.date, read?.tags, read?.verdict], [undefined, ['a'], undefined]);
    const next = { ...read!, tags: ['b'], verdict: { rating: 'r', evidence: [] } };
    const { text } = applyChanges(sidecar, changesOf([{ type: 'put-claim', claim: next }], sidecar).changes).sidecar;
    assert.match(text, /date: "May"/);
    assert.deepEqual(readSidecar(text).items.get('claims')!.get('cb')!.get('tags'), ['b', 5]);
    assert.match(text, /summary: "s"/);
  });

  it('lists of claims become a map with the first edit of either section', () => {
    const older = 'claims:\n  - id: "ca"\n    quote: "q" # keep\ncorrections: []\n';
    const sidecar = readSidecar(older);
    const { changes } = changesOf([{ type: 'put-correction', correction: sampleCorrection('ka') }], sidecar);
    const after = readSidecar(applyChanges(sidecar, changes).sidecar.text);
    assert.deepEqual(
      [after.readOnly, [...after.items.get('claims')!.keys()], [...after.items.get('corrections')!.keys()]],
      [undefined, ['ca'], ['ka']],
    );
    assert.match(after.text, /# keep/);
    for (const bad of ['claims:\n  - quote: "q"\n', 'claims:\n  - "x"\n', 'claims: "x"\n', 'claims:\n  - id: 5\n']) {
      assert.equal(readSidecar(bad).problems[0]?.code, 'wrong-type', bad);
    }
  });
});

describe('reading corrections', () => {
  const read = (fields: string) => readSidecar(`corrections:\n  ka:\n    quote: "q"\n${fields}`);

  it('takes all forms', () => {
    const forms = [
      '    about: "actor"\n    decision: "reject"\n',
      '    about: "date"\n    decision: "set"\n    value: null\n',
      '    about: "date"\n    decision: "set"\n    value: "2024"\n',
    ];
    for (const form of forms) {
      assert.deepEqual([read(form).problems, read(form).annotations.corrections.length], [[], 1], form);
    }
  });

  it('tells what is missing', () => {
    const bad: [string, string][] = [
      ['    about: "actor"\n    decision: "set"\n', 'missing-field'],
      ['    about: "actor"\n    decision: "set"\n    actor: "x"\n    kind: "robot"\n', 'unknown-value'],
      ['    about: "date"\n    decision: "set"\n', 'missing-field'],
      ['    about: "date"\n    decision: "set"\n    value: "May"\n', 'bad-edtf'],
      ['    about: "weather"\n    decision: "set"\n', 'unknown-value'],
      ['    decision: "reject"\n', 'missing-field'],
    ];
    for (const [fields, code] of bad) {
      assert.deepEqual([read(fields).problems[0]?.code, read(fields).annotations.corrections], [code, []], fields);
    }
  });
});
