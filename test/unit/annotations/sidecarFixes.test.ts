import assert from 'node:assert/strict';
import { fixesFor } from '../../../src/annotations/sidecarFixes';
import { readSidecar, sidecarKind } from '../../../src/annotations/sidecarRead';
import type { Problem } from '../../../src/model/problem';

const whole = `version: "1.0"

claims:

  # about ca
  ca:
    quote: "the words"
    hint: 5
    kind: "statement"
    directness: "direct"
    source: "nato"
    date: "2024"
    status: "unverified"
    verdict:
      rating: "true"
      evidence:
        - url: "https://a.example" # seen
        - url: "https://b.example"
    links:
      - relation: "supports"
        article: "b.txt"
        claim: "cb"
        quote: "q"
    author: "A" # me

corrections:
`;

/** Breaks the file, asks for repairs of the problem with that code, and says what each changes: lines out, lines in. */
function check(
  name: string,
  from: string,
  to: string,
  code: string,
  expected: readonly [string, string, string][],
): void {
  it(name, () => {
    const broken = whole.replace(from, to);
    assert.notEqual(broken, whole);
    const sidecar = readSidecar(broken);
    const problem = sidecar.problems.find((other) => other.code === code);
    assert.ok(problem, sidecar.problems.map((other) => other.code).join());
    assert.deepEqual(
      fixesFor(sidecarKind, sidecar, problem).map((fix) => [fix.code, ...difference(broken, fix.text)]),
      expected,
    );
  });
}

function difference(before: string, after: string): [string, string] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const left = a.filter((line) => !b.includes(line)).map((line) => line.trim());
  const right = b.filter((line) => !a.includes(line)).map((line) => line.trim());
  return [left.join('; '), right.join('; ')];
}

describe('fixesFor', () => {
  check('a missing status', '    status: "unverified"\n', '', 'missing-field', [
    ['add-field', '', 'status: "unverified"'],
  ]);
  check('a missing source', '    source: "nato"\n', '', 'missing-field', [['add-field', '', 'source: null']]);
  check('a missing quote: nothing can be offered', '    quote: "the words"\n', '', 'missing-field', []);
  check('an unknown kind', '"statement"', '"rumour"', 'unknown-value', [
    ['set-value', 'kind: "rumour"', 'kind: "statement"'],
    ['set-value', 'kind: "rumour"', 'kind: "demand"'],
    ['set-value', 'kind: "rumour"', 'kind: "prediction"'],
    ['set-value', 'kind: "rumour"', 'kind: "denial"'],
    ['set-value', 'kind: "rumour"', 'kind: "position"'],
    ['set-value', 'kind: "rumour"', 'kind: "judgement"'],
  ]);
  check('a bad date', '"2024"', '"May"', 'bad-edtf', [['remove-field', 'date: "May"', '']]);
  check('a bad hint', 'hint: 5', 'hint: -5', 'bad-hint', [['remove-field', 'hint: -5', '']]);
  check('a note that is a list', 'author: "A"', 'author: [1]', 'wrong-type', [
    ['remove-field', 'author: [1] # me', '# me'],
  ]);
  check('evidence that is no web address: only the address goes', 'https://b.example', 'javascript:x', 'unsafe-url', [
    ['remove-field', '- url: "javascript:x"', ''],
  ]);
  check('a link out of the workspace', '"b.txt"', '"/etc/passwd"', 'unsafe-path', [
    ['remove-link', 'links:; - relation: "supports"; article: "/etc/passwd"; claim: "cb"; quote: "q"', ''],
  ]);

  check('an unknown relation of a link', '"supports"', '"likes"', 'unknown-value', [
    ...['supports', 'contradicts', 'updates', 'repeats', 'quotes', 'same-event'].map(
      (one): [string, string, string] => ['set-value', '- relation: "likes"', `- relation: "${one}"`],
    ),
    ['remove-field', '- relation: "likes"; article: "b.txt"', '- article: "b.txt"'],
  ]);

  it('a link that leads nowhere', () => {
    const sidecar = readSidecar(whole);
    const problem: Problem = {
      code: 'dangling-link',
      severity: 'warning',
      message: '',
      line: 0,
      column: 0,
      item: 'ca',
      args: ['supports', 'b.txt', 'cb'],
    };
    const [fix] = fixesFor(sidecarKind, sidecar, problem);
    assert.deepEqual(readSidecar(fix!.text).annotations.claims[0]?.links, []);
    assert.deepEqual(fixesFor(sidecarKind, sidecar, { ...problem, args: ['supports', 'b.txt', 'other'] }), []);
    const inside = readSidecar(whole.replace('        article: "b.txt"\n', ''));
    const [own] = fixesFor(sidecarKind, inside, { ...problem, args: ['supports', '', 'cb'] });
    assert.deepEqual(readSidecar(own!.text).annotations.claims[0]?.links, []);
    // The link was taken away since it was told.
    assert.deepEqual(fixesFor(sidecarKind, readSidecar(fix!.text), problem), []);
  });

  const conflict =
    '    author: "A" # me\n    conflicts:\n      status:\n        - "refuted"\n        - null\n      item:\n        - null\n';

  it('a field that two people changed: keep, or take the other', () => {
    const sidecar = readSidecar(whole.replace('    author: "A" # me\n', conflict));
    const [status, item] = sidecar.problems;
    assert.deepEqual([status?.code, status?.args?.[1], item?.args?.[1]], ['field-conflict', 'status', 'item']);
    const fixes = fixesFor(sidecarKind, sidecar, status!);
    assert.deepEqual(
      fixes.map(({ code, args }) => [code, ...args]),
      [
        ['keep-value', 'status'],
        ['take-value', 'status', '"refuted"'],
        ['take-value', 'status', 'removal'],
      ],
    );
    const [kept, taken, removed] = fixes.map((fix) => readSidecar(fix.text).items.get('claims')!.get('ca')!);
    assert.deepEqual(
      [kept?.get('status'), taken?.get('status'), removed?.has('status')],
      ['unverified', 'refuted', false],
    );
    assert.deepEqual(kept?.get('conflicts'), new Map([['item', [null]]]));
    const deletion = fixesFor(sidecarKind, sidecar, item!);
    assert.deepEqual(
      deletion.map(({ code, args }) => [code, ...args]),
      [
        ['keep-value', 'item'],
        ['take-value', 'item', 'deletion'],
      ],
    );
    assert.deepEqual(readSidecar(deletion[1]!.text).annotations.claims, []);
    assert.equal(
      readSidecar(fixesFor(sidecarKind, readSidecar(deletion[0]!.text), status!)[0]!.text).problems.length,
      0,
    );
  });

  it('a field inside of what somebody took away comes back with it', () => {
    const gone = whole.replace(/ {4}verdict:[\s\S]*(?= {4}links:)/, '');
    const sidecar = readSidecar(
      gone.replace(
        '    author: "A" # me\n',
        '    author: "A"\n    conflicts:\n      verdict.rating:\n        - "false"\n',
      ),
    );
    const [, taken] = fixesFor(sidecarKind, sidecar, sidecar.problems[0]!);
    assert.deepEqual(readSidecar(taken!.text).annotations.claims[0]?.verdict, { rating: 'false', evidence: [] });
  });

  it('an id that is no id, quoted or not', () => {
    for (const key of ['CA', '"C a"', "'C a'"]) {
      const sidecar = readSidecar(whole.replace('  ca:', `  ${key}:`));
      const [problem] = sidecar.problems;
      assert.equal(problem?.code, 'bad-id');
      const [fix] = fixesFor(sidecarKind, sidecar, problem!);
      assert.equal(fix?.text, whole.replace('  ca:', `  ${fix?.args[0]}:`));
    }
    const sidecar = readSidecar(whole);
    assert.deepEqual(
      fixesFor(sidecarKind, sidecar, {
        code: 'bad-id',
        severity: 'warning',
        message: '',
        line: 0,
        column: 0,
        args: ['x'],
      }),
      [],
    );
    // Told of a longer text than the file has by now.
    assert.deepEqual(
      fixesFor(sidecarKind, sidecar, {
        code: 'bad-id',
        severity: 'warning',
        message: '',
        line: 9999,
        column: 0,
        args: ['x'],
      }),
      [],
    );
  });

  it('nothing for markers that do not pair, unknown codes, files that are read-only, items that are gone', () => {
    const half = readSidecar(`<<<<<<< ours\n${whole}`);
    assert.deepEqual(fixesFor(sidecarKind, half, half.problems[0]!), []);
    const problem: Problem = {
      code: 'bad-hint',
      severity: 'warning',
      message: '',
      line: 0,
      column: 0,
      item: 'ca',
      args: ['hint'],
    };
    assert.deepEqual(fixesFor(sidecarKind, readSidecar(whole), { ...problem, code: 'other' }), []);
    assert.deepEqual(fixesFor(sidecarKind, readSidecar(whole), { ...problem, item: 'gone' }), []);
    assert.deepEqual(fixesFor(sidecarKind, readSidecar(whole.replace('"1.0"', '"x"')), problem), []);
    assert.deepEqual(
      fixesFor(sidecarKind, readSidecar(whole), { ...problem, code: 'field-conflict', args: ['conflicts.x', 'x'] }),
      [],
    );
  });
});
