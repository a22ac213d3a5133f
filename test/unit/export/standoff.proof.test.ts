import assert from 'node:assert/strict';
import { bratExporter } from '../../../src/export/brat';
import { pubAnnotationExporter } from '../../../src/export/pubAnnotation';
import { sampleInput, textFile, twoArticles } from './samples';

/**
 * The rules of brat's standoff format as its manual (https://brat.nlplab.org/standoff.html) and its reader state
 * them; `undefined` where the line keeps all of them.
 */
function brokenRule(line: string, text: string, entities: ReadonlySet<string>, conf: string): string | undefined {
  const points = [...text];
  const [id = '', body = '', rest] = line.split('\t');
  const [type = '', ...words] = body.split(' ');
  const names = new Set(conf.split('\n').map((entry) => entry.split('\t')[0]));
  if (!/^[TRAN#]\d+$/.test(id)) {
    return 'id';
  }
  if (!/^[A-Za-z0-9_-]+$/.test(type) || (!names.has(type) && !['AnnotatorNotes', 'Reference'].includes(type))) {
    return 'type';
  }
  switch (id[0]) {
    case 'T': {
      const spans = words
        .join(' ')
        .split(';')
        .map((span) => span.split(' ').map(Number));
      const whole = spans.every(([start, end, more]) => start! < end! && end! <= points.length && more === undefined);
      const ordered = spans.every(([start], index) => index === 0 || start! >= spans[index - 1]![1]!);
      const covered = spans.map(([start, end]) => points.slice(start, end).join('')).join(' ');
      return !whole || !ordered
        ? 'offsets'
        : covered !== rest
          ? 'text'
          : covered.includes('\n')
            ? 'line end in span'
            : undefined;
    }
    case 'R':
      return words.length === 2 &&
        words.every((word, i) => word.startsWith(`Arg${i + 1}:`) && entities.has(word.slice(5)))
        ? undefined
        : 'arguments';
    case 'A':
      return entities.has(words[0] ?? '') && words.length <= 2 ? undefined : 'attribute';
    default:
      return entities.has(words[0] ?? '') && rest !== undefined ? undefined : 'target';
  }
}

describe('brat standoff, by brat’s rules', () => {
  const output = bratExporter.export(sampleInput(twoArticles()));
  const conf = textFile(output, 'annotation.conf');
  const pairs = output.files
    .filter(({ path }) => path.endsWith('.ann'))
    .map(({ path }) => {
      const lines = textFile(output, path)
        .split('\n')
        .filter((line) => line !== '');
      return {
        lines,
        text: textFile(output, path.replace(/ann$/, 'txt')),
        entities: new Set(lines.map((line) => line.split('\t')[0]!)),
      };
    });

  it('keeps every rule on every line', () => {
    const checked = pairs.flatMap(({ lines, text, entities }) =>
      lines.map((line) => [line, brokenRule(line, text, entities, conf)]),
    );
    assert.deepEqual(
      checked.filter(([, rule]) => rule !== undefined),
      [],
    );
    assert.ok(checked.length > 15);
  });

  it('the rules tell broken lines', () => {
    const broken: [string, string][] = [
      ['T1 Claim 0 1\ta', 'id'],
      ['T1\tKläim 0 1\ta', 'type'],
      ['T1\tStatement 0 9\tabc', 'offsets'],
      ['T1\tStatement 0 2\tabc', 'text'],
      ['R1\tSupports Arg1:T1 Arg2:T9', 'arguments'],
      ['A1\tStatus T9 x', 'attribute'],
      ['#1\tAnnotatorNotes T9\tx', 'target'],
    ];
    for (const [line, rule] of broken) {
      assert.equal(brokenRule(line, 'abc', new Set(['T1']), conf), rule, line);
    }
  });

  it('cuts spans at line ends and counts code points', () => {
    const lines = pairs[0]?.lines.filter((line) => line.startsWith('T'));
    // 😀 is one code point, the e with its accent two, each CRLF one; the second claim starts inside the first.
    assert.deepEqual(lines, [
      'T1\tPrediction 25 44;45 57\tPier one, e\u0301tage 2; opens in May',
      'T2\tDenial 45 59;60 79\topens in May". The union {said} no',
    ]);
  });

  it('lets claims overlap, which brat takes for an error unless its configuration allows it', () => {
    assert.ok(conf.split('\n').includes('<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>'));
  });

  it('has each id once and each configured section', () => {
    for (const { lines, entities } of pairs) {
      assert.equal(entities.size, lines.length);
    }
    assert.deepEqual(conf.match(/^\[\w+\]$/gm), ['[entities]', '[relations]', '[events]', '[attributes]']);
  });

  it('draws the links of one article and keeps those to others in the note', () => {
    const lines = pairs.flatMap((pair) => pair.lines);
    assert.deepEqual(
      lines.filter((line) => line.startsWith('R')).map((line) => line.split(/[\t ]/)[1]),
      ['Supports'],
    );
    assert.ok(lines.some((line) => line.startsWith('#') && line.includes('"relation":"contradicts"')));
  });
});

describe('PubAnnotation, by its format’s description', () => {
  const output = pubAnnotationExporter.export(sampleInput(twoArticles()));
  for (const { path } of output.files) {
    it(`${path}: spans inside the text, unique ids, no dangling subject or object`, () => {
      const document = JSON.parse(textFile(output, path));
      const points = [...document.text];
      const ids = new Set<string>();
      for (const { id, span, obj } of document.denotations) {
        assert.ok(Number.isInteger(span.begin) && span.begin < span.end && span.end <= points.length);
        assert.match(obj, /^\w+$/);
        ids.add(id);
      }
      assert.equal(ids.size, document.denotations.length);
      for (const { subj, obj, pred } of document.relations) {
        assert.ok(ids.has(subj) && ids.has(obj) && pred !== '');
      }
      for (const { subj, pred, obj } of document.attributes) {
        assert.ok(ids.has(subj) && pred !== '' && typeof obj === 'string');
      }
    });
  }

  it('tells which spans cross, since TextAE does not show them', () => {
    assert.deepEqual(
      output.losses.filter(({ kind }) => kind === 'crossing').map(({ article, item }) => `${article} ${item}`),
      ['news/port.txt claimaaaaaaaaaaaaa2'],
    );
  });

  it('gives the quotes back by code points', () => {
    const { text, denotations } = JSON.parse(textFile(output, 'news/port.txt.json'));
    const quotes = denotations.map(({ span }: { span: { begin: number; end: number } }) =>
      [...text].slice(span.begin, span.end).join(''),
    );
    assert.deepEqual(quotes, ['Pier one, e\u0301tage 2;\nopens in May', 'opens in May".\nThe union {said} no']);
  });
});
