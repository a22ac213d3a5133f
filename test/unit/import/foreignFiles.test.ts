import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import type { ImportOutput } from '../../../src/import/importer';
import { importerOf, importers } from '../../../src/import/importers';

/** What other programs write, and what is broken. */
function read(id: string, files: Readonly<Record<string, string | Uint8Array>>): ImportOutput {
  const importer = importerOf(id);
  assert.ok(importer);
  return importer.import(
    Object.entries(files).map(([path, content]) => ({
      path,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    })),
  );
}

function codes(output: ImportOutput): string[] {
  return output.problems.map(({ code }) => code);
}

describe('import from other programs', () => {
  it('reads a bare W3C annotation of another tool', () => {
    const annotation = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://tool.example/1',
      type: 'Annotation',
      bodyValue: 'Check this',
      target: {
        source: 'https://paper.example/port',
        selector: {
          type: 'TextPositionSelector',
          start: 3,
          end: 9,
          refinedBy: { type: 'TextQuoteSelector', exact: 'harbour' },
        },
      },
    };
    const { claims, problems } = read('web-annotation', { 'a.json': JSON.stringify([annotation]) });
    assert.deepEqual(problems, []);
    assert.equal(claims[0]?.article, 'https://paper.example/port');
    assert.equal(claims[0]?.selector.exact, 'harbour');
    assert.equal(claims[0]?.details.note, 'Check this');
    assert.deepEqual(claims[0]?.position, { start: 3, end: 9, unit: 'codepoint' });
  });

  it('reads tags and concepts of bodies', () => {
    const body = [
      { type: 'TextualBody', purpose: 'tagging', value: 'follow-up' },
      { type: 'TextualBody', purpose: 'classifying', value: 'ports' },
      { type: 'TextualBody', purpose: 'identifying', value: 'Mina Orlova' },
    ];
    const target = { source: 'a.txt', selector: [{ type: 'TextQuoteSelector', exact: 'x y' }] };
    const { claims } = read('web-annotation', { 'a.json': JSON.stringify({ type: 'Annotation', body, target }) });
    assert.deepEqual([claims[0]?.details.tags, claims[0]?.details.concepts], [['follow-up'], ['ports']]);
    assert.equal(claims[0]?.sourceName, 'Mina Orlova');
  });

  it('reads brat files with other types, notes and relations, and counts code points', () => {
    const ann = [
      'T1\tPerson 2 6\tAnna',
      'T2\tDemand 7 11;12 16\tmust stop',
      '#1\tAnnotatorNotes T2\tAsk again',
      'R1\tSupports Arg1:T2 Arg2:T1',
      'E1\tEvent:T1',
      'T9\tPerson 2 99\tnothing',
      '',
    ].join('\n');
    const { claims, problems } = read('brat', { 'a.ann': ann, 'a.txt': '😀 Anna must stop' });
    assert.deepEqual(
      claims.map(({ selector }) => selector.exact),
      ['Anna', 'must stop'],
    );
    assert.deepEqual(
      claims.map(({ details }) => details.kind),
      ['statement', 'demand'],
    );
    assert.deepEqual(claims[0]?.details.tags, ['Person']);
    assert.equal(claims[1]?.details.note, 'Ask again');
    assert.equal(claims[1]?.details.links[0]?.claim, 'T1');
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [
        ['import-line', 4],
        ['import-span', 5],
      ],
    );
  });

  it('reads Hypothesis rows and leaves page notes out', () => {
    const quote = { type: 'TextQuoteSelector', exact: 'opens', prefix: 'port ', suffix: '.' };
    const rows = [
      {
        id: 'h1',
        uri: 'https://paper.example/port',
        text: 'Sure?',
        tags: ['kind:new', 'x'],
        user: 'acct:rin@hypothes.is',
        created: '2031-05-03T10:00:00.000000+00:00',
        target: [{ selector: [quote] }],
      },
      { id: 'h2', uri: 'https://paper.example/port', text: 'A page note', tags: [], target: [{}] },
    ];
    const { claims, problems } = read('hypothesis', { 'h.json': JSON.stringify({ total: 2, rows }) });
    assert.equal(claims.length, 1);
    assert.deepEqual(claims[0]?.details.tags, ['kind:new', 'x']);
    assert.equal(claims[0]?.details.author, 'rin');
    assert.deepEqual(
      problems.map(({ code, item }) => [code, item]),
      [['import-annotation', 'h2']],
    );
  });

  it('reads DNA tables, one claim for the lines of one statement', () => {
    const table = [
      'statement_id;time;document_id;document_title;person;organization;concept;agreement;text;start;stop',
      '7;2031-05-02;3;news/port.txt;Mina Orlova;Ministry;open the port;1;"We open; now";10;22',
      '7;2031-05-02;3;news/port.txt;Mina Orlova;Ministry;spend money;1;"We open; now";10;22',
      "8;2031-05-02;3;news/port.txt;;Port Union;open the port;no;'=never;30;36",
      '9;2031-05-02;3;news/port.txt;;Port Union;open the port;no;;30;36',
    ].join('\n');
    const { claims, problems } = read('dna', { 'dna.csv': table });
    assert.deepEqual(
      claims.map(({ details }) => [details.concepts, details.stance]),
      [
        [['open the port', 'spend money'], 'support'],
        [['open the port'], 'oppose'],
      ],
    );
    assert.deepEqual(
      claims.map(({ sourceName }) => sourceName),
      ['Mina Orlova', 'Port Union'],
    );
    assert.equal(claims[1]?.selector.exact, '=never');
    assert.deepEqual(
      problems.map(({ line }) => line),
      [4],
    );
  });

  it('reads a REFI-QDA project of another program', () => {
    const qde = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="x"><Users><User guid="u" name="Abe"/></Users>
      <CodeBook><Codes><Code guid="c0" name="Topics" isCodable="true"><Code guid="c1" name="Ports &amp; ships" isCodable="true"/></Code></Codes></CodeBook>
      <Sources><TextSource guid="s" name="port.txt" plainTextPath="internal://s.txt"><PlainTextSelection guid="p1" startPosition="2" endPosition="6" creatingUser="u">
      <Coding guid="k"><CodeRef targetGUID="c1"/></Coding></PlainTextSelection>
      <PlainTextSelection guid="p2" startPosition="2" endPosition="600"/></TextSource></Sources></Project>`;
    const bytes = zipSync({ 'project.qde': strToU8(qde), 'Sources/s.txt': strToU8('😀\r\nport opens') });
    const { claims, problems } = read('refi-qda', { 'a.qdpx': bytes });
    // MAXQDA and others write CRLF files; code points count both characters of the line end.
    assert.equal(claims[0]?.selector.exact, '\npor');
    assert.deepEqual(claims[0]?.details.concepts, ['Ports & ships']);
    assert.equal(claims[0]?.details.author, 'Abe');
    assert.deepEqual(codes({ claims, problems }), ['import-span']);
  });

  it('reads a table that Excel saved as Unicode text', () => {
    const table = '\uFEFFquote\tarticle\tkind\r\n港は開く\ta.txt\tprediction\r\n';
    const bytes = new Uint8Array(new Uint16Array([...table].map((char) => char.charCodeAt(0))).buffer);
    const { claims } = read('csv', { 'a.txt': bytes });
    assert.deepEqual([claims[0]?.selector.exact, claims[0]?.details.kind], ['港は開く', 'prediction']);
  });
});

describe('import of broken files', () => {
  const broken: Record<string, string | Uint8Array> = {
    empty: '',
    text: 'no format at all',
    'half JSON': '[{"type":',
    'JSON null': 'null',
    'deep JSON': `${'['.repeat(5000)}${']'.repeat(5000)}`,
    'wrong types': '[{"type":"Annotation","target":[1],"text":{},"denotations":7,"annotations":"x"}]',
    'hostile keys':
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"annotations":[{"__proto__":{"uri":"x"}}]}',
    'invalid UTF-8': new Uint8Array([0x22, 0xff, 0xfe, 0x80]),
    'NUL bytes': new Uint8Array(64),
    'half zip': zipSync({ 'project.qde': strToU8('<Project/>') }).slice(0, 40),
    'XML entities': zipSync({
      'project.qde': strToU8('<!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project>&x;</Project>'),
    }),
    'unclosed XML': zipSync({ 'project.qde': strToU8('<Project><A><B></A></Project>') }),
    'deep XML': zipSync({ 'project.qde': strToU8(`${'<a>'.repeat(3000)}${'</a>'.repeat(3000)}`) }),
    'unclosed quotes': `quote,article\n"${'x\n'.repeat(2000)}`,
  };
  for (const importer of importers) {
    for (const [name, content] of Object.entries(broken)) {
      it(`${importer.id}: ${name}`, () => {
        const { claims } = read(importer.id, { 'a.ann': content, 'a.txt': content, 'a.json': content });
        assert.deepEqual(claims, []);
        assert.equal(({} as Record<string, unknown>).polluted, undefined);
      });
    }
  }

  it('says what is wrong', () => {
    assert.deepEqual(codes(read('csv', { 'a.csv': 'a,b\n1,2' })), ['import-no-table']);
    assert.deepEqual(codes(read('web-annotation', { 'a.json': '{' })), ['import-json']);
    assert.deepEqual(codes(read('brat', { 'a.ann': 'T1\tX 0 1\ta' })), ['import-no-text']);
    assert.deepEqual(codes(read('refi-qda', { 'a.qdpx': 'x' })), ['import-zip', 'import-project']);
    assert.deepEqual(codes(read('csv', { 'a.csv': new Uint8Array([0xff, 0x41]) })), ['import-encoding']);
  });

  it('leaves unknown values out and says so', () => {
    const { claims, problems } = read('csv', { 'a.csv': 'quote,article,kind,status,links\nx,a.txt,rumour,done,[1]' });
    assert.equal(claims[0]?.details.kind, 'statement');
    assert.deepEqual(
      problems.map(({ args }) => args?.[0]),
      ['links', 'kind', 'status'].sort((a, b) => order(a) - order(b)),
    );
  });

  it('takes linear time on hostile tables and XML', () => {
    const start = performance.now();
    read('csv', { 'a.csv': `quote,article\n${'"a""'.repeat(200_000)}` });
    read('brat', { 'a.ann': 'T1\t'.repeat(200_000), 'a.txt': 'x' });
    read('refi-qda', { 'a.qdpx': zipSync({ 'project.qde': strToU8(`<Project ${'a="1" '.repeat(100_000)}/>`) }) });
    read('refi-qda', { 'a.qdpx': zipSync({ 'project.qde': strToU8(`<Project>${'&lt;'.repeat(200_000)}<`) }) });
    assert.ok(performance.now() - start < 4000);
  });
});

/** Problems come in the order in which the fields of a claim are read. */
function order(key: string): number {
  return ['kind', 'status', 'links'].indexOf(key);
}
