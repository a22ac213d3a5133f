import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { englishArticle, japaneseArticle } from '../../property/sampleArticles';
import { bundle, claimIds, runCli, sidecarText, spawnCli, temporaryFolder } from './runCli';

const quote = 'the only honest answer to a decade of cancelled crossings.';
const [idA, idB] = claimIds;
const sidecar = sidecarText(idA, quote, 'Mayor Ines Calloway said the plan was "', '"\n\nOpponents are not convinced.');

/** Runs `work` in a folder with these files. */
async function inFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = temporaryFolder(files);
  try {
    await work(folder.path);
  } finally {
    folder.dispose();
  }
}

describe('command line', function () {
  this.timeout(60_000);

  describe('help and wrong use', () => {
    it('lists its commands, and tells all about each', async () => {
      const { code, out } = await runCli(['--help']);
      assert.equal(code, 0);
      const names = [...out.matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name]) => name!);
      assert.ok(names.includes('check') && names.includes('extract') && names.length >= 8, names.join());
      for (const name of names) {
        const help = await runCli([name, '--help']);
        assert.equal(help.code, 0, name);
        for (const section of ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'OPTIONS', 'EXIT STATUS', 'EXAMPLES']) {
          assert.ok(help.out.split('\n').includes(section), `${name}: ${section}`);
        }
        assert.ok(
          help.out
            .split('\n')
            .every(
              (line) =>
                line.length <= 100 ||
                !line.slice(12).includes(' ') ||
                /^ {11}\S/.test(line) ||
                /^ {7}editorial/.test(line),
            ),
          name,
        );
      }
    });

    it('tells the version of the package', async () => {
      const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string };
      assert.equal(spawnCli(['--version']).out, `${version}\n`);
    });

    const wrong: readonly (readonly [string[], RegExp])[] = [
      [['chekc'], /no command "chekc".*Did you mean "check"/],
      [['check', '--bogus'], /--bogus.*\n.*check --help/],
      [['check', '--format', 'xml'], /--format takes one of text, json, sarif/],
      [['check', 'nowhere.txt'], /nowhere\.txt: no such file or folder/],
      [['check', '*.nothing'], /no file matches/],
      [['check', 'nowhere/**/*.txt'], /nowhere\/\*\*\/\*\.txt: no file matches/],
      [['import', 'nowhere.csv'], /^editorial-claims: nowhere\.csv: no such file or folder$/m],
      [['merge', 'a', 'b', 'c'], /^editorial-claims: a: no such file or folder$/m],
      [['export'], /--format FORMAT/],
      [['extract'], /--ndjson/],
      [['extract', '--ndjson', 'a.txt'], /takes no files/],
      [['related', '--top', '0'], /--top/],
      [['completion', 'tcsh'], /bash, zsh, fish/],
      [['import'], /Name the files/],
    ];
    for (const [args, message] of wrong) {
      it(`${args.join(' ')} is refused with a hint`, () =>
        inFolder({}, async (cwd) => {
          const { code, out, err } = await runCli(args, { cwd });
          assert.equal(code, 2);
          assert.equal(out, '');
          assert.match(err, message);
        }));
    }
  });

  describe('NDJSON filters', () => {
    it('answer every line in order, bad ones by an error, and exit with 1', async () => {
      const lines = ['{"id":"a","text":"Said who?"}', 'no json', '{"id":"b"}', '', '[1]', '{"id":7,"text":"末尾"}'];
      const { code, out } = await runCli(['extract', '--ndjson'], { input: lines.join('\r\n') });
      const answers = out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: unknown; error?: string; lang?: string });
      assert.equal(code, 1);
      assert.deepEqual(
        answers.map(({ id, error }) => [id, error !== undefined]),
        [
          ['a', false],
          [null, true],
          ['b', true],
          [null, true],
          [7, false],
        ],
      );
      assert.equal(answers[4]?.lang, 'ja');
    });

    it('extract tells who, when and who says what', async () => {
      const document = {
        id: 'x',
        text: 'BERLIN, March 3, 2026 - Chancellor Friedrich Merz said on Monday that Germany would pay.',
        published: '2026-03-03',
      };
      const { code, out } = await runCli(['extract', '--ndjson'], { input: JSON.stringify(document) });
      const answer = JSON.parse(out) as Record<string, unknown>;
      assert.equal(code, 0);
      assert.deepEqual(Object.keys(answer), ['id', 'lang', 'published', 'mentions', 'dates', 'claims']);
      assert.equal(answer.published, '2026-03-03');
      for (const claim of answer.claims as Record<string, unknown>[]) {
        assert.equal(typeof claim.id, 'string');
        assert.ok(
          'source' in claim && 'sourceSpan' in claim && 'direct' in claim && 'kind' in claim && 'date' in claim,
        );
      }
    });

    it('reanchor maps through line ends and byte order marks', async () => {
      const before = englishArticle;
      const after = `\uFEFF${englishArticle.replaceAll('\n', '\r\n')}`;
      const start = before.indexOf(quote);
      const spans = [
        { id: 'q', start, end: start + quote.length },
        { id: 'gone', start: 0, end: 0 },
      ];
      const { code, out } = await runCli(['reanchor', '--ndjson'], {
        input: JSON.stringify({ id: 1, before, after, spans }),
      });
      const { anchors } = JSON.parse(out) as {
        anchors: { start: number; end: number; state: string; orphan?: boolean }[];
      };
      assert.equal(code, 0);
      assert.equal(after.slice(anchors[0]!.start, anchors[0]!.end), quote);
      assert.equal(anchors[0]!.state, 'exact');
      assert.equal(anchors[1]!.orphan, true);
      const wrong = await runCli(['reanchor', '--ndjson'], {
        input: '{"id":1,"before":"a","after":"b","spans":[{"start":"0"}]}\n{"id":2,"after":""}',
      });
      assert.equal(wrong.code, 1);
      assert.equal(wrong.out.split('"error"').length, 3);
    });

    it('related ranks claims of other documents', async () => {
      const documents = [
        {
          id: 'a',
          text: 'The harbour tunnel will cost 412 million crowns, Mayor Ines Calloway said.',
          claims: [{ id: '1', start: 0, end: 74 }],
        },
        {
          id: 'b',
          text: 'Calloway said the harbour tunnel would cost 430 million crowns.',
          claims: [{ id: '2', start: 0, end: 63 }],
        },
        { id: 'c', text: 'Rain is expected.', claims: [{ id: '3', start: 0, end: 17 }] },
      ];
      const { code, out } = await runCli(['related', '--ndjson'], {
        input: documents.map((one) => JSON.stringify(one)).join('\n'),
      });
      const answers = out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { query: string; ranking: string[] });
      assert.equal(code, 0);
      assert.deepEqual(
        answers.map(({ query }) => query),
        ['a#1', 'b#2', 'c#3'],
      );
      assert.equal(answers[0]?.ranking[0], 'b#2');
    });

    it('end quietly when nobody reads on', async () => {
      const line = `${JSON.stringify({ id: 'a', text: 'x'.repeat(1000) })}\n`;
      const { status, stdout, stderr } = spawnSync(
        'sh',
        ['-c', `"$0" "$1" extract --ndjson 2>err | head -1; cat err`, process.execPath, bundle],
        {
          input: line.repeat(20_000),
          encoding: 'utf8',
          cwd: fs.mkdtempSync(path.join(fs.realpathSync('/tmp'), 'claims-pipe-')),
        },
      );
      assert.equal(status, 0);
      assert.equal(stdout.trimEnd().split('\n').length, 1);
      assert.equal(stderr, '');
    });

    it('keep their memory bounded', async () => {
      const line = `${JSON.stringify({ id: 'a', text: englishArticle.repeat(2) })}\n`;
      const script = `
        const { spawn } = require('node:child_process');
        const child = spawn(process.execPath, ['-e', \`process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS))); process.argv.splice(1, 0, 'x'); process.argv = [process.execPath, 'x', 'extract', '--ndjson']; require(\${JSON.stringify(process.argv[1])})\`], { stdio: ['pipe', 'ignore', 'inherit'] });
        const line = process.argv[2]; let left = Number(process.argv[3]);
        (function more() { while (left-- > 0) { if (!child.stdin.write(line)) { child.stdin.once('drain', more); return; } } child.stdin.end(); })();
      `;
      const { stderr } = spawnSync(process.execPath, ['-e', script, bundle, line, '1500'], {
        encoding: 'utf8',
      });
      const kilobytes = Number(/\d+$/.exec(stderr.trim())?.[0]);
      assert.ok(
        kilobytes > 1000 && kilobytes < 200_000,
        `${stderr} kB for ${Math.round((line.length * 1500) / 1e6)} MB`,
      );
    });
  });

  describe('encodings', () => {
    /** 日本は反対だと述べた。 */
    const shiftJis = Buffer.from('93fa967b82cd94bd91ce82be82c68f7182d782bd8142', 'hex');
    const eucJp = Buffer.from('c6fccbdca4cfc8bfc2d0a4c0a4c8bdd2a4d9a4bfa1a3', 'hex');
    const iso2022 = Buffer.from('\x1b$BF|K\\$OH?BP$@$H=R$Y$?!#\x1b(B', 'latin1');
    const text = '日本は反対だと述べた。';
    const check = (name: string, bytes: Uint8Array, args: readonly string[] = []) => {
      it(name, () =>
        inFolder({ 'a.txt': bytes }, async (cwd) => {
          const { code, out, err } = await runCli(['extract', 'a.txt', ...args], { cwd });
          assert.equal(code, 0, err);
          const { lang, mentions } = JSON.parse(out) as {
            lang: string;
            mentions: { actor: string; start: number; end: number }[];
          };
          assert.equal(lang, 'ja');
          assert.deepEqual(
            mentions.map(({ actor, start, end }) => [actor, text.slice(start, end)]),
            [['jp', '日本']],
          );
        }),
      );
    };
    check('UTF-8', Buffer.from(text));
    check('UTF-8 with byte order mark', Buffer.from(`\uFEFF${text}`));
    check('UTF-16LE with byte order mark', Buffer.from(`\uFEFF${text}`, 'utf16le'));
    check('UTF-16BE with byte order mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());
    check('UTF-16LE, told', Buffer.from(text, 'utf16le'), ['--encoding', 'utf-16le']);
    check('Shift_JIS', shiftJis);
    check('Shift_JIS, told', shiftJis, ['--encoding', 'shift_jis']);
    check('EUC-JP', eucJp);
    check('EUC-JP, told', eucJp, ['--encoding', 'euc-jp']);
    check('ISO-2022-JP', iso2022);

    it('what is no text is told and left out, never read with replacement characters', () =>
      inFolder(
        { 'bad.txt': Buffer.from([0x61, 0xff, 0x62]), 'binary.txt': Buffer.from([0, 1, 2]), 'good.txt': 'fine' },
        async (cwd) => {
          const { code, out, err } = await runCli(['extract', '.'], { cwd });
          assert.equal(code, 2);
          assert.equal(out.trimEnd().split('\n').length, 1);
          assert.match(err, /^bad\.txt: not UTF-8\. Say which encoding/m);
          assert.match(err, /^binary\.txt: holds NUL bytes/m);
          assert.match(
            (await runCli(['extract', 'bad.txt', '--encoding', 'utf-8'], { cwd })).err,
            /bad\.txt: not utf-8/,
          );
        },
      ));
  });

  describe('check', () => {
    it('says nothing against sound annotations', () =>
      inFolder({ 'talks.txt': englishArticle, 'talks.txt.claims.yaml': sidecar }, async (cwd) => {
        const { code, out, err } = await runCli(['check'], { cwd });
        assert.equal(out, '');
        assert.equal(code, 0, err);
        assert.match(err, /1 sidecar checked, no problems/);
      }));

    const broken = {
      'gone.txt': 'Another text altogether.',
      'gone.txt.claims.yaml': sidecar,
      'sub/changed.md': englishArticle
        .replace('a decade', 'two decades')
        .replace('honest', '“honest”')
        .replace('cancelled crossings', 'Nordline cancelled crossings'),
      'sub/changed.md.claims.yaml': sidecarText(
        idB,
        quote,
        'Mayor Ines Calloway said the plan was "',
        '"\n\nOpponents are not convinced.',
        `    links:\n      - relation: "supports"\n        article: "../nowhere.txt"\n        claim: "${idA}"\n        quote: "x"\n`,
      ),
      'alone.txt.claims.yaml': sidecarText('dddddddddddddddddddd', quote, '', ''),
      'damaged.txt': 'Text.',
      'damaged.txt.claims.yaml': 'claims:\n  - [\n',
    };

    it('finds what is wrong, with file, line and next step', () =>
      inFolder(broken, async (cwd) => {
        const { code, out, err } = await runCli(['check'], { cwd });
        assert.equal(code, 1);
        assert.match(out, /^gone\.txt\.claims\.yaml:4:3: warning: The passage .* is not in the article.*\[orphan\]$/m);
        assert.match(out, /^sub\/changed\.md\.claims\.yaml:4:3: warning: .*\[needs-review\]$/m);
        assert.match(
          out,
          /^sub\/changed\.md\.claims\.yaml:4:3: warning: The link "supports" .*repair the link\. \[dangling-link\]$/m,
        );
        assert.match(out, /^alone\.txt\.claims\.yaml:1:1: error: .*\[no-article\]$/m);
        assert.match(out, /^damaged\.txt\.claims\.yaml:\d+:\d+: error: /m);
        assert.match(err, /4 sidecars checked: \d+ errors?, \d+ warnings?\./);
      }));

    it('prints JSON and SARIF 2.1.0', () =>
      inFolder(broken, async (cwd) => {
        const json = JSON.parse((await runCli(['check', '--json'], { cwd })).out) as {
          file: string;
          code: string;
          line: number;
        }[];
        assert.ok(
          json.some(({ file, code, line }) => file === 'gone.txt.claims.yaml' && code === 'orphan' && line === 4),
        );
        const sarif = JSON.parse((await runCli(['check', '--format', 'sarif'], { cwd })).out) as {
          version: string;
          runs: {
            tool: { driver: { name: string; rules: { id: string }[] } };
            results: {
              ruleId: string;
              ruleIndex: number;
              level: string;
              locations: {
                physicalLocation: {
                  artifactLocation: { uri: string };
                  region: { startLine: number; startColumn: number };
                };
              }[];
            }[];
          }[];
        };
        assert.equal(sarif.version, '2.1.0');
        const { tool, results } = sarif.runs[0]!;
        assert.equal(results.length, json.length);
        for (const result of results) {
          assert.equal(tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
          assert.ok(['error', 'warning', 'note'].includes(result.level));
          const { artifactLocation, region } = result.locations[0]!.physicalLocation;
          assert.doesNotMatch(artifactLocation.uri, /^\/|\\| /);
          assert.ok(region.startLine >= 1 && region.startColumn >= 1);
        }
      }));

    it('lets warnings pass up to a number', () =>
      inFolder({ 'gone.txt': 'Other.', 'gone.txt.claims.yaml': sidecar }, async (cwd) => {
        assert.equal((await runCli(['check', '--max-warnings', '1'], { cwd })).code, 0);
        assert.equal((await runCli(['check', '--quiet'], { cwd })).code, 0);
        assert.equal((await runCli(['check', 'gone.txt'], { cwd })).code, 1);
        assert.equal((await runCli(['check', 'g*.txt'], { cwd })).code, 1);
        assert.equal((await runCli(['check', 'gone.txt.claims.yaml'], { cwd })).code, 1);
      }));

    it('does not let a file name or quote drive the terminal', () =>
      inFolder(
        {
          'a\u001b[31m.txt': 'x',
          'a\u001b[31m.txt.claims.yaml': sidecarText(idA, 'evil \u202e quote that is long', '', ''),
        },
        async (cwd) => {
          const { out } = await runCli(['check'], { cwd });
          assert.ok(out !== '' && !out.includes('\u001b') && !out.includes('\u202e'));
        },
      ));
  });

  describe('reanchor, stats, related over files', () => {
    const files = {
      'talks.txt': `Note.\n\n${englishArticle}`,
      'talks.txt.claims.yaml': sidecar,
      'ja.md': japaneseArticle,
    };

    it('reanchor tells the state of each passage', () =>
      inFolder(files, async (cwd) => {
        const { code, out } = await runCli(['reanchor'], { cwd });
        assert.equal(code, 0);
        assert.match(out, new RegExp(`^talks\\.txt:\\d+:\\d+: moved: ${idA} "the only honest`, 'm'));
        const json = JSON.parse((await runCli(['reanchor', '--json'], { cwd })).out) as {
          file: string;
          claims: { start: number; end: number }[];
        };
        assert.equal(files['talks.txt'].slice(json.claims[0]!.start, json.claims[0]!.end), quote);
      }));

    it('leaves exports that stand among articles alone', () =>
      inFolder(files, async (cwd) => {
        for (const copy of ['claims-export/copy.txt', 'claims-export.md']) {
          fs.mkdirSync(path.dirname(path.join(cwd, copy)), { recursive: true });
          fs.writeFileSync(path.join(cwd, copy), 'Mina Orlova said the port would open.\n');
        }
        const stats = JSON.parse((await runCli(['stats', '--json'], { cwd })).out) as Record<string, unknown>;
        assert.equal(stats.articles, 2);
      }));

    it('stats counts', () =>
      inFolder(files, async (cwd) => {
        const stats = JSON.parse((await runCli(['stats', '--json'], { cwd })).out) as Record<string, unknown>;
        assert.deepEqual([stats.articles, stats.annotated, stats.claims, stats.status], [2, 1, 1, { unverified: 1 }]);
        assert.match((await runCli(['stats'], { cwd })).out, /claims +1/);
      }));

    it('related reads a folder', () =>
      inFolder(files, async (cwd) => {
        const { code, out } = await runCli(['related', '--json'], { cwd });
        assert.equal(code, 0);
        assert.ok(out.includes(`"talks.txt#${idA}"`));
      }));
  });

  describe('export and import', () => {
    const files = { 'talks.txt': englishArticle, 'talks.txt.claims.yaml': sidecar };

    it('exports to standard output, to a file, to a folder, and says what is lost', () =>
      inFolder(files, async (cwd) => {
        const csv = await runCli(['export', '--format', 'csv'], { cwd });
        assert.equal(csv.code, 0, csv.err);
        assert.ok(csv.out.includes(quote));
        assert.match(csv.err, /^1 claim of 1 article as csv\.$/m);
        assert.equal(
          (await runCli(['export', '-f', 'markdown', '-o', 'out/report.md', '--losses', 'lost.md'], { cwd })).code,
          0,
        );
        assert.ok(fs.readFileSync(path.join(cwd, 'out/report.md'), 'utf8').includes('cancelled'));
        assert.ok(fs.existsSync(path.join(cwd, 'lost.md')));
        const several = await runCli(['export', '-f', 'brat', '-o', 'brat/'], { cwd });
        assert.equal(several.code, 0, several.err);
        assert.ok(fs.readdirSync(path.join(cwd, 'brat')).some((name) => name.endsWith('.ann')));
        assert.match((await runCli(['export', '-f', 'brat'], { cwd })).err, /--output FOLDER/);
        assert.ok((await runCli(['export', '--list'], { cwd })).out.includes('web-annotation'));
      }));

    it('tells of a damaged sidecar, whose claims no export can hold', () =>
      inFolder({ ...files, 'b.txt': 'Text.', 'b.txt.claims.yaml': 'claims:\n  - [\n' }, async (cwd) => {
        const { code, out, err } = await runCli(['export', '--format', 'csv'], { cwd });
        assert.equal(code, 1);
        assert.ok(out.includes(quote));
        assert.match(err, /^b\.txt\.claims\.yaml:\d+: error: Not valid YAML/m);
      }));

    it('finds the format of a file by what is in it', () =>
      inFolder(files, async (cwd) => {
        for (const [format, file] of [
          ['csv', 'claims.csv'],
          ['hypothesis', 'h.json'],
          ['web-annotation', 'w.json'],
        ] as const) {
          fs.writeFileSync(path.join(cwd, file), (await runCli(['export', '-f', format], { cwd })).out);
          const { code, out, err } = await runCli(['import', file], { cwd });
          assert.equal(code, 0, err);
          assert.match(out, /^duplicate\ttalks\.txt\t/, format);
        }
        fs.writeFileSync(path.join(cwd, 'none.csv'), 'a,b\n1,2\n');
        assert.match((await runCli(['import', 'none.csv'], { cwd })).err, /--format csv or dna\.\n/);
      }));

    it('says in words why it cannot write', () =>
      inFolder({ ...files, file: '' }, async (cwd) => {
        const { code, err } = await runCli(['export', '-f', 'csv', '-o', 'file/claims.csv'], { cwd });
        assert.equal(code, 2);
        assert.doesNotMatch(err, / at |node:/);
      }));

    it('imports what it exported, once', () =>
      inFolder(files, async (cwd) => {
        fs.writeFileSync(path.join(cwd, 'claims.csv'), (await runCli(['export', '-f', 'csv'], { cwd })).out);
        fs.rmSync(path.join(cwd, 'talks.txt.claims.yaml'));
        const dry = await runCli(['import', '--dry-run', '-f', 'csv', 'claims.csv'], { cwd });
        assert.match(dry.out, /^add\ttalks\.txt\tthe only honest/m);
        assert.ok(!fs.existsSync(path.join(cwd, 'talks.txt.claims.yaml')));
        const done = await runCli(['import', '-f', 'csv', 'claims.csv'], { cwd });
        assert.equal(done.code, 0, done.err);
        assert.ok(fs.readFileSync(path.join(cwd, 'talks.txt.claims.yaml'), 'utf8').includes(idA));
        const again = await runCli(['import', '-f', 'csv', 'claims.csv'], { cwd });
        assert.match(again.out, /^duplicate\t/m);
        assert.match(again.err, /^0 added .* 1 there already/m);
        assert.equal((await runCli(['check'], { cwd })).code, 0);
      }));
  });

  describe('merge', () => {
    const base = sidecarText(idA, quote, 'p', 's');
    const ours = base.replace('"unverified"', '"refuted"');
    const theirs = base.replace('    status:', '    note: "Checked."\n    status:');
    const files = { base, ours, theirs, other: base.replace('"unverified"', '"supported"'), damaged: 'claims: [' };

    it('takes both sides, field by field', () =>
      inFolder(files, async (cwd) => {
        const { code, err } = await runCli(['merge', 'base', 'ours', 'theirs', 'talks.txt.claims.yaml'], { cwd });
        const merged = fs.readFileSync(path.join(cwd, 'ours'), 'utf8');
        assert.equal(code, 0, err);
        assert.ok(merged.includes('"refuted"') && merged.includes('"Checked."'), merged);
      }));

    it('keeps both values of a true conflict, without markers', () =>
      inFolder(files, async (cwd) => {
        const { code, err } = await runCli(['merge', 'base', 'ours', 'other'], { cwd });
        const merged = fs.readFileSync(path.join(cwd, 'ours'), 'utf8');
        assert.equal(code, 1);
        assert.match(err, /both sides changed "status"/);
        assert.ok(merged.includes('"refuted"') && merged.includes('"supported"') && !merged.includes('<<<'));
      }));

    it('leaves ours alone where a side is damaged', () =>
      inFolder(files, async (cwd) => {
        const { code, err } = await runCli(['merge', 'base', 'ours', 'damaged', 'a.claims.yaml'], { cwd });
        assert.equal(code, 2);
        assert.match(err, /a\.claims\.yaml:1: .*Not merged/);
        assert.equal(fs.readFileSync(path.join(cwd, 'ours'), 'utf8'), ours);
        assert.equal((await runCli(['merge', 'base', 'ours'], { cwd })).code, 2);
        assert.equal((await runCli(['merge', 'base', 'ours', 'nowhere'], { cwd })).code, 2);
      }));

    it('is installed, and git merges two branches with it', () =>
      inFolder({ 'talks.txt': englishArticle, 'talks.txt.claims.yaml': base }, async (cwd) => {
        const env = { ...process.env, HOME: cwd, XDG_CONFIG_HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' };
        const git = (...args: string[]): string => {
          const { status, stdout, stderr } = spawnSync(
            'git',
            ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args],
            { cwd, env, encoding: 'utf8' },
          );
          assert.equal(status, 0, `git ${args.join(' ')}: ${stdout}${stderr}`);
          return stdout;
        };
        const write = (text: string): void => fs.writeFileSync(path.join(cwd, 'talks.txt.claims.yaml'), text);
        git('init', '-q', '-b', 'main');
        assert.equal((await runCli(['merge', '--install'], { cwd })).code, 0);
        assert.match(
          fs.readFileSync(path.join(cwd, '.gitattributes'), 'utf8'),
          /^\*\.claims\.yaml merge=editorial-claims$/m,
        );
        assert.equal((await runCli(['merge', '--install'], { cwd })).code, 0);
        assert.equal(fs.readFileSync(path.join(cwd, '.gitattributes'), 'utf8').split('\n').length, 3);
        // The program is on nobody's path here.
        git('config', 'merge.editorial-claims.driver', `"${process.execPath}" "${bundle}" merge %O %A %B %P`);
        git('add', '.');
        git('commit', '-qm', 'base');
        git('checkout', '-qb', 'side');
        write(theirs);
        git('commit', '-qam', 'theirs');
        git('checkout', '-q', 'main');
        write(ours);
        git('commit', '-qam', 'ours');
        git('merge', '-q', 'side', '-m', 'merged');
        const merged = fs.readFileSync(path.join(cwd, 'talks.txt.claims.yaml'), 'utf8');
        assert.ok(merged.includes('"refuted"') && merged.includes('"Checked."'), merged);
        assert.equal((await runCli(['merge', '--uninstall'], { cwd })).code, 0);
        assert.equal((await runCli(['merge', '--uninstall'], { cwd })).code, 2);
      }));
  });

  describe('doctor', () => {
    const conflicted = sidecar.replace(
      '    status: "unverified"\n',
      '<<<<<<< ours\n    status: "refuted"\n=======\n    status: "supported"\n>>>>>>> theirs\n',
    );
    const files = {
      'new-name.txt': englishArticle,
      'old-name.txt.claims.yaml': sidecar,
      'both.txt': englishArticle.toUpperCase(),
      'both.txt.claims.yaml': conflicted.replace(idA, idB),
      'short.txt': 'Nothing of it is left here.',
      'short.txt.claims.yaml': sidecarText(claimIds[2], quote, '', '', '    hint: 9999\n'),
      '.a.txt.claims.yaml.abcdefghij.tmp': 'half',
    };

    it('only tells what it would do', () =>
      inFolder(files, async (cwd) => {
        const { code, out, err } = await runCli(['doctor'], { cwd });
        assert.equal(code, 1);
        assert.match(
          out,
          /old-name\.txt\.claims\.yaml: its article is not there\n {4}would: move it to new-name\.txt\.claims\.yaml/,
        );
        assert.match(out, /both\.txt\.claims\.yaml: git left conflict markers\n {4}would: merge/);
        assert.match(out, /short\.txt\.claims\.yaml: .*not in the article any more; it may stand in /);
        assert.match(out, /hint 9999 lies beyond/);
        assert.match(out, /\.tmp: left by a save/);
        assert.match(err, /--fix/);
        assert.ok(fs.existsSync(path.join(cwd, 'old-name.txt.claims.yaml')));
      }));

    it('repairs what needs no decision', () =>
      inFolder(files, async (cwd) => {
        const stray = path.join(cwd, '.a.txt.claims.yaml.abcdefghij.tmp');
        fs.utimesSync(stray, new Date(2020, 1), new Date(2020, 1));
        const { out } = await runCli(['doctor', '--fix'], { cwd });
        assert.match(out, /done: move it/);
        assert.ok(
          fs.existsSync(path.join(cwd, 'new-name.txt.claims.yaml')) &&
            !fs.existsSync(path.join(cwd, 'old-name.txt.claims.yaml')),
        );
        assert.ok(!fs.existsSync(stray));
        const merged = fs.readFileSync(path.join(cwd, 'both.txt.claims.yaml'), 'utf8');
        assert.ok(!merged.includes('<<<') && merged.includes('"refuted"') && merged.includes('"supported"'), merged);
        assert.doesNotMatch((await runCli(['doctor'], { cwd })).out, /would/);
      }));

    it('finds nothing in a sound folder', () =>
      inFolder({ 'talks.txt': englishArticle, 'talks.txt.claims.yaml': sidecar }, async (cwd) => {
        assert.deepEqual(await runCli(['doctor'], { cwd }), { code: 0, out: '', err: 'Nothing is wrong.\n' });
      }));
  });

  describe('completion', () => {
    it('bash takes the script and completes from it', async () => {
      const { out } = await runCli(['completion', 'bash']);
      const ask = `${out}\nCOMP_WORDS=(editorial-claims check --format s); COMP_CWORD=3; _editorial_claims; echo "\${COMPREPLY[*]}"`;
      const { status, stdout, stderr } = spawnSync('bash', ['-c', ask], { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      assert.equal(stdout.trim(), 'sarif');
    });

    it('names every command for zsh and fish', async () => {
      for (const shell of ['zsh', 'fish']) {
        const { out } = await runCli(['completion', shell]);
        for (const name of ['check', 'export', 'import', 'stats', 'related', 'help']) {
          assert.ok(out.includes(name), `${shell}: ${name}`);
        }
      }
    });

    it('offers no files to fish where a value is one of a few', async () => {
      const { out } = await runCli(['completion', 'fish']);
      assert.match(out, /from check' .*-l format -x -a 'text json sarif'/);
      assert.match(out, /from export' .*-l output -r -F/);
    });
  });
});
