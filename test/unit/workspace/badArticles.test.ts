import assert from 'node:assert/strict';
import fs from 'node:fs';
import { findElsewhere } from '../../../src/annotations/findElsewhere';
import { LiveRanges } from '../../../src/annotations/liveRanges';
import { describe as describeQuote } from '../../../src/annotations/quoteSelector';
import { foldForSearch } from '../../../src/base/searchFold';
import { decodeArticle } from '../../../src/cli/encodings';
import { globMatcher } from '../../../src/cli/glob';
import { csvCell, unguardCell } from '../../../src/export/csvCell';
import { offsetsOf, wellFormed } from '../../../src/export/offsets';
import type { AnchorState, Claim } from '../../../src/model/claim';
import { recognise } from '../../../src/recognise/recognise';
import { escapeMarkdown } from '../../../src/vscode/escapeMarkdown';
import { readToHost } from '../../../src/webview/protocol';
import { AnnotationStore } from '../../../src/workspace/annotationStore';
import { attachAnnotations } from '../../../src/workspace/attachAnnotations';
import { checkAnnotations } from '../../../src/workspace/checkAnnotations';
import { ClaimIndex } from '../../../src/workspace/claimIndex';
import { Indexer } from '../../../src/workspace/indexer';
import { ArticleLife } from '../../property/articleLife';
import { englishArticle, japaneseArticle, otherEnglishArticle } from '../../property/sampleArticles';
import { type ArticleEncoding, articleEncodings, encodeText } from '../../support/encodings';
import { MemoryFiles, MemoryHost, TestClock } from '../../support/memoryHost';
import { processorTime } from '../../support/processorTime';
import { Random } from '../../support/random';
import { sampleClaim } from '../../support/sampleItems';

/** Those of the list of 88 that concern articles, anchoring, the editor and exports; {@link badInputs} has the others. */
function claimOn(text: string, quote: string, id = 'ca', at = text.indexOf(quote)): Claim {
  assert.ok(at >= 0, `"${quote}" is not in the text`);
  return sampleClaim(id, { selector: describeQuote(text, { start: at, end: at + quote.length }) });
}

interface Placed {
  readonly state: AnchorState;
  readonly now: string | null;
}

/** Where claims are in a text. */
function placesIn(text: string, ...claims: Claim[]): Placed[] {
  return attachAnnotations({ claims, corrections: [] }, text).claims.map(({ state, range }) => ({
    state,
    now: range && text.slice(range.start, range.end),
  }));
}

const sentence = 'He did not say what the association would accept instead.';
const nihongo = '会として何を受け入れるのかは明らかにしなかった。';
const asExact = [{ state: 'exact', now: sentence }];

describe('bad articles and hosts', function () {
  this.timeout(60_000);

  it('8 one id in two articles: both listed, links to it told as ambiguous', async () => {
    const host = new MemoryHost();
    const store = new AnnotationStore(host, new TestClock());
    for (const article of ['/desk/a.txt', '/desk/b.txt']) {
      await store.apply(article, [{ type: 'put-claim', claim: sampleClaim('ca', { note: article }) }]);
    }
    const checked = ['/desk/a.txt', '/desk/b.txt'].map((article) => ({
      article,
      sidecarUri: `${article}.claims.yaml`,
      sidecar: store.get(article)!.sidecar,
      attached: undefined,
    }));
    const shared = checkAnnotations(checked).filter(({ problem }) => problem.code === 'shared-id');
    assert.deepEqual(
      shared.map(({ uri }) => uri),
      ['/desk/a.txt.claims.yaml', '/desk/b.txt.claims.yaml'],
    );
  });

  it('29 an article with bytes that are not text: the command line refuses it, and says what to do', () => {
    const bytes = Uint8Array.from([0x41, 0xff, 0x20, 0x80, 0x42]);
    assert.throws(() => decodeArticle(bytes, 'a.txt'), /a\.txt: not UTF-8\. Say which encoding/);
    const shown = `${sentence} \ufffd`;
    assert.deepEqual(
      placesIn(shown, claimOn(sentence, sentence)),
      asExact,
      'as the editor shows it, quotes still stand',
    );
  });

  it('30 an article in a Japanese encoding: the same text, told or found out', () => {
    for (const encoding of ['shift_jis', 'euc-jp'] as const) {
      const bytes = encodeText(japaneseArticle, encoding)!;
      assert.equal(decodeArticle(bytes, 'a.txt', encoding), japaneseArticle);
      assert.equal(decodeArticle(bytes, 'a.txt'), japaneseArticle, encoding);
    }
    const jis = Uint8Array.from([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]);
    assert.equal(decodeArticle(jis, 'a.txt'), '日本');
  });

  it('31 an article in UTF-16: read with its mark, asked about without', () => {
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const bytes = encodeText(englishArticle, encoding)!;
      assert.equal(decodeArticle(bytes, 'a.txt'), englishArticle);
      assert.throws(() => decodeArticle(bytes.subarray(2), 'a.txt'), /--encoding utf-16le/);
    }
  });

  it('32 an article opened in the wrong encoding: nothing is written, all is back with the right one', async () => {
    const memory = new MemoryFiles();
    const store = new AnnotationStore(new MemoryHost(memory), new TestClock());
    const claim = claimOn(japaneseArticle, nihongo);
    await store.apply('/desk/a.txt', [{ type: 'put-claim', claim }]);
    const before = memory.text('/desk/a.txt.claims.yaml');
    const wrong = new TextDecoder('euc-jp').decode(encodeText(japaneseArticle, 'shift_jis')!);
    assert.deepEqual(placesIn(wrong, claim), [{ state: 'orphan', now: null }]);
    assert.deepEqual(placesIn(japaneseArticle, claim), [{ state: 'exact', now: nihongo }]);
    assert.equal(memory.text('/desk/a.txt.claims.yaml'), before);
  });

  it('33 line ends converted: every claim as exact as before', () => {
    const claim = claimOn(englishArticle, sentence);
    for (const eol of ['\n', '\r\n', '\r']) {
      assert.deepEqual(placesIn(englishArticle.replaceAll('\n', eol), claim), asExact, JSON.stringify(eol));
    }
  });

  it('34 mixed line ends and lone CR', () => {
    let line = 0;
    const mixed = englishArticle.replaceAll('\n', () => ['\r\n', '\r', '\n'][line++ % 3]!);
    assert.deepEqual(placesIn(mixed, claimOn(englishArticle, sentence)), asExact);
  });

  it('35 byte order mark added or removed', () => {
    assert.deepEqual(placesIn(`\ufeff${englishArticle}`, claimOn(englishArticle, sentence)), asExact);
    const marked = encodeText(englishArticle, 'utf-8 with mark')!;
    assert.equal(decodeArticle(marked, 'a.txt'), englishArticle);
  });

  it('36 another Unicode form: found as moved, the stored quote stays', () => {
    const text = 'Le café de la gare est fermé depuis janvier. ガスの値段が上がったと述べた。';
    const claims = ['café de la gare est fermé', 'ガスの値段が上がった'].map((quote, i) =>
      claimOn(text, quote, `c${i}`),
    );
    const after = placesIn(text.normalize('NFD'), ...claims);
    assert.deepEqual(
      after.map(({ state, now }) => [state, now?.normalize('NFC')]),
      claims.map(({ selector }) => ['moved', selector.exact]),
    );
  });

  it('38 full-width digits and letters: found in their own place', () => {
    const text = '首相は２０２４年１２月５日、ＮＡＴＯの会合に出席した。';
    const { dates } = recognise(text, { language: 'ja' });
    assert.deepEqual(
      dates.map(({ start, end, value }) => [text.slice(start, end), value]),
      [['２０２４年１２月５日', '2024-12-05']],
    );
    assert.equal(foldForSearch('ＮＡＴＯ'), foldForSearch('nato'));
  });

  it('39 ㈱ and its like: folded for search alone, what is stored is as it was', () => {
    const text = 'トヨタ㈱は①㍻の話をした。〜と～';
    assert.equal(foldForSearch(text).length, text.length);
    assert.equal(describeQuote(text, { start: 0, end: 9 }).exact, text.slice(0, 9));
  });

  it('40 emoji, flags, families, variation selectors: never cut, right in code points', () => {
    const text = 'A👨‍👩‍👧B🇯🇵C葛\u{e0100}D';
    for (let start = 0; start < text.length; start++) {
      const { exact, hint } = describeQuote(text, { start, end: start + 1 });
      assert.ok(['A', 'B', 'C', 'D', '👨‍👩‍👧', '🇯🇵', '葛\u{e0100}'].includes(exact), exact);
      assert.equal(offsetsOf(text).toCodePoint(hint!), [...text.slice(0, hint)].length);
    }
  });

  it('41 a changed passage between surrogate pairs: its new range cuts none', () => {
    const text = 'One 😀 two three four five six seven 😀 eight nine ten eleven.';
    const claim = claimOn(text, 'two three four five six seven 😀');
    for (const edit of [
      'two tree four five six seven 😁',
      'two three for five six seven ',
      'two three four fife six seven 😀😀',
    ]) {
      const [place] = placesIn(text.replace('two three four five six seven 😀', edit), claim);
      assert.ok(place?.now && wellFormed(place.now) === place.now, `${place?.now}`);
    }
  });

  it('42 combining marks, Thai, jamo: taken whole', () => {
    for (const cluster of ['e\u0301', 'กำ', '\u1112\u1161\u11ab']) {
      for (let i = 0; i < cluster.length; i++) {
        const text = `x${cluster}y`;
        assert.equal(describeQuote(text, { start: 1 + i, end: 2 + i }).exact, cluster);
      }
    }
  });

  it('43 right-to-left text and its controls: escaped in the file, made visible on cards', async () => {
    const memory = new MemoryFiles();
    const text = 'قال \u202eevil\u202c \u2066x\u2069';
    const selector = describeQuote(text, { start: 0, end: text.length });
    const store = new AnnotationStore(new MemoryHost(memory), new TestClock());
    await store.apply('/desk/a.txt', [{ type: 'put-claim', claim: sampleClaim('ca', { selector }) }]);
    assert.doesNotMatch(memory.text('/desk/a.txt.claims.yaml')!, /[\u202a-\u202e\u2066-\u2069]/);
    assert.equal(store.get('/desk/a.txt')?.annotations.claims[0]?.selector.exact, text);
    assert.equal(escapeMarkdown('a\u202eb'), 'a⟨202E⟩b');
  });

  it('44 a name with a letter of another script: another actor, not the same one unseen', () => {
    const actors = ['Apple Corp. said no.', 'Аpple Corp. said no.'].map(
      (text) => recognise(text, { language: 'en' }).mentions[0]?.actor,
    );
    assert.equal(actors[0]?.startsWith('apple'), true);
    assert.notEqual(actors[1], actors[0]);
  });

  it('45 one line of 5 MB: time in proportion to its length', () => {
    const time = (length: number): number => {
      const text = 'Ann Lee said on 3 May that 40 of them, or so, went. '.repeat(length / 50);
      const start = processorTime();
      recognise(text, { language: 'en' });
      return processorTime() - start;
    };
    time(50_000);
    const small = time(500_000);
    // Ten times the length: 10 if linear, 100 if not.
    assert.ok(time(5_000_000) < 30 * (small + 20));
  });

  it('47 a binary file named as an article: skipped with the reason', () => {
    assert.throws(() => decodeArticle(Uint8Array.from([0x89, 0x50, 0, 0, 0x0d]), 'a.txt'), /a\.txt: holds NUL bytes/);
  });

  it('48 an empty article: orphans, all of them kept', () => {
    const claims = [claimOn(englishArticle, sentence), claimOn(japaneseArticle, nihongo, 'cb')];
    for (const text of ['', ' \n\t\n']) {
      assert.deepEqual(placesIn(text, ...claims), [
        { state: 'orphan', now: null },
        { state: 'orphan', now: null },
      ]);
    }
  });

  it('49 a quote that stands 500 times: its own place, or a question', () => {
    const line = 'The committee took note of the report.\n';
    const text = line.repeat(500);
    const claim = claimOn(text, line.trim(), 'ca', 250 * line.length);
    assert.deepEqual(placesIn(text, claim), [{ state: 'exact', now: line.trim() }]);
    assert.equal(
      placesIn(line.repeat(3) + text, claim)[0]?.state === 'moved',
      false,
      'no place is surely the right one',
    );
  });

  it('50 a deleted passage: an orphan with its quote, never a guess', () => {
    for (const [text, quote] of [
      [englishArticle, sentence],
      [japaneseArticle, nihongo],
    ] as const) {
      assert.deepEqual(placesIn(text.replace(quote, ''), claimOn(text, quote)), [{ state: 'orphan', now: null }]);
    }
  });

  it('51 a passage moved to another article: found there', () => {
    const { selector } = claimOn(englishArticle, sentence);
    const found = findElsewhere(selector, [
      ['b', otherEnglishArticle],
      ['c', `${otherEnglishArticle}${sentence}\n`],
    ]);
    assert.deepEqual(
      found.map(({ article }) => article),
      ['c'],
    );
  });

  it('52 a doubled paragraph: the claim stays on the first, or asks', () => {
    const quote = 'the cost estimate of 412 million crowns left out ventilation';
    const paragraph = englishArticle.split('\n\n')[2]!;
    const doubled = englishArticle.replace(paragraph, `${paragraph}\n\n${paragraph}`);
    const [place] = attachAnnotations({ claims: [claimOn(englishArticle, quote)], corrections: [] }, doubled).claims;
    assert.ok(place?.state === 'review' || place?.range?.start === doubled.indexOf(quote), JSON.stringify(place));
  });

  it('53 every name replaced: every claim that holds one is for review', () => {
    const quotes = ['Tomas Reinholt, who speaks for the islanders', 'Reinholt disputes this: two of the letters'];
    const claims = quotes.map((quote, i) => claimOn(englishArticle, quote, `c${i}`));
    const places = placesIn(englishArticle.replaceAll('Reinholt', 'Vorantine'), ...claims);
    assert.deepEqual(
      places.map(({ state }) => state),
      ['review', 'review'],
    );
  });

  it('54 quotes as long as a machine word, and one off', () => {
    for (const length of [31, 32, 33, 63, 64, 65]) {
      const quote = englishArticle.slice(300, 300 + length);
      const text = `New lead.\n\n${englishArticle.replaceAll('crossings', 'sailings')}`;
      const [place] = attachAnnotations({ claims: [claimOn(englishArticle, quote)], corrections: [] }, text).claims;
      assert.equal(place?.range && text.slice(place.range.start, place.range.end), quote, `${length}`);
    }
  });

  it('57 overlapping and nested claims: all there, in a stable order', () => {
    const quotes = [sentence, 'what the association would accept', 'the association', `Reinholt said. ${sentence}`];
    const claims = quotes.map((quote, i) => claimOn(englishArticle, quote, `c${i}`));
    assert.deepEqual(
      placesIn(englishArticle, ...claims),
      quotes.map((now) => ({ state: 'exact', now })),
    );
  });

  it('58 undo of a deletion around a claim: text and claim agree again', () => {
    const ranges = LiveRanges.of([{ id: 'ca', start: 4, end: 9 }]);
    const text = 'One three five.';
    const deleted = ranges.edited([{ start: 2, deleted: 9, inserted: '' }], text);
    assert.equal(deleted.orphans.length, 1);
    const undone = deleted.edited([{ start: 2, deleted: 0, inserted: text.slice(2, 11) }], 'Onfive.');
    assert.deepEqual(undone.ranges, ranges.ranges);
  });

  it('59 a formatter rewrites the file while it is open: claims are found again', async () => {
    for (let seed = 0; seed < 30; seed++) {
      const random = new Random(seed);
      const memory = new MemoryFiles();
      memory.folders.add('/desk');
      const life = new ArticleLife(random, memory, '/desk/a.txt');
      const store = new AnnotationStore(new MemoryHost(memory), new TestClock());
      const selector = life.passage('ca');
      await store.apply('/desk/a.txt', selector ? [{ type: 'put-claim', claim: sampleClaim('ca', { selector }) }] : []);
      await life.open(store);
      life.outside(store);
      life.check(store);
    }
  });

  it('78 a storm of changes is one batch, and all of it arrives', async () => {
    const host = new MemoryHost();
    const articles = Array.from({ length: 200 }, (_, i) => `/desk/${i}.txt`);
    for (const article of articles) {
      host.memory.put(article, 'Mayor Ada Lund said on 3 May 2021 that the pier must go.');
    }
    const index = new ClaimIndex();
    const indexer = new Indexer({ host, index });
    await indexer.start();
    for (const article of articles) {
      host.memory.put(article, 'Another text.');
    }
    await indexer.refresh(articles);
    assert.ok(articles.every((article) => index.get(article)?.title === 'Another text.'));
  });

  it('81 markup, commands, images and icons in a note: mere text on a card', () => {
    const notes = [
      '[x](command:workbench.action.terminal.new)',
      '<img src=x onerror=alert(1)>',
      '![](http://tracker.example/p.png)',
      '$(zap)',
      '```js\nx\n```',
      '# head',
    ];
    for (const note of notes) {
      assert.doesNotMatch(escapeMarkdown(note), /(?<!\\)[[\]()<>!$`#]/);
    }
  });

  it('83 cells that a spreadsheet would run: guarded, and back as they were; numbers stay numbers', () => {
    for (const text of ['=1+1', '+1+1', '-1+1', '@x', '\t=1', '\r=1', '\n=1', '＝1', ' =1', '"=1']) {
      assert.match(csvCell(text), /^"?'/, JSON.stringify(text));
      const cell = csvCell(text).replace(/^"([\s\S]*)"$/, (_, inner: string) => inner.replaceAll('""', '"'));
      assert.equal(unguardCell(cell), text);
    }
    assert.deepEqual(['-1', '1.5'].map(csvCell), ['-1', '1.5']);
  });

  it('85 an untrusted workspace: no setting is a program, a template or an expression', () => {
    const { capabilities, contributes } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
    assert.deepEqual(capabilities.untrustedWorkspaces, { supported: true });
    const names = JSON.stringify([contributes.configuration].flat().map((part) => Object.keys(part.properties)));
    assert.doesNotMatch(names, /path|command|regex|pattern|template|script|executable/i);
  });

  it('86 a hostile pattern for files: matched in time', () => {
    const start = processorTime();
    assert.equal(globMatcher(`${'*a'.repeat(50)}b`)('a'.repeat(5000)), false);
    assert.equal(globMatcher(`${'**/'.repeat(30)}x`)('a/'.repeat(300)), false);
    assert.ok(processorTime() - start < 2000);
  });

  it('87 forged messages of the panel: ignored', () => {
    for (const message of [
      null,
      'x',
      { type: 'run', command: 'x' },
      { type: 'saveSvg', name: '../x', svg: '<svg/>' },
    ]) {
      assert.equal(readToHost(message), undefined);
    }
  });

  it('88 language models: no tool is offered to them, so none can write or read', () => {
    const { contributes } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
    assert.deepEqual(
      [contributes.languageModelTools, contributes.mcpServerDefinitionProviders, contributes.chatParticipants],
      [undefined, undefined, undefined],
    );
  });

  it('every encoding of the tests decodes to what was encoded', () => {
    for (const encoding of articleEncodings) {
      const told: ArticleEncoding | undefined =
        encoding === 'shift_jis' || encoding === 'euc-jp' ? encoding : undefined;
      assert.equal(decodeArticle(encodeText(japaneseArticle, encoding)!, 'a.txt', told), japaneseArticle, encoding);
    }
  });
});
