import assert from 'node:assert/strict';
import { AnnotationStore } from '../../../src/workspace/annotationStore';
import { examine, repairFindings } from '../../../src/workspace/doctor';
import { MemoryHost, TestClock } from '../../support/memoryHost';
import { sampleClaim, sampleCorrection } from '../../support/sampleItems';

const article = '/desk/a.txt';
const file = `${article}.claims.yaml`;

async function withSidecar(text: string) {
  const host = new MemoryHost();
  host.memory.put(article, text);
  const store = new AnnotationStore(host, new TestClock());
  await store.apply(article, [
    {
      type: 'put-claim',
      claim: sampleClaim('ca', { selector: { exact: 'the minister will resign', prefix: '', suffix: '', hint: 900 } }),
    },
    { type: 'put-correction', correction: sampleCorrection('ka') },
  ]);
  return host;
}

const run = (host: MemoryHost) => examine(host, { sidecars: [file], others: [] });
const codes = (findings: Awaited<ReturnType<typeof run>>) =>
  findings.map(({ problem }) => [problem.code, problem.item]);

describe('doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const host = await withSidecar(`${'x '.repeat(600)}Lind said the minister will resign.`);
    assert.deepEqual(await run(host), []);
    assert.deepEqual(await examine(host, { sidecars: ['/desk/none.txt.claims.yaml'], others: [article] }), []);
  });

  it('lists orphans, and takes away a hint that nothing supports', async () => {
    const host = await withSidecar('Lind said something else entirely.');
    const findings = await run(host);
    assert.deepEqual(codes(findings), [
      ['orphan', 'ca'],
      ['hint-out-of-range', 'ca'],
    ]);
    await repairFindings(host, findings, new TestClock());
    assert.doesNotMatch(host.memory.text(file)!, /hint/);
    assert.deepEqual(codes(await run(host)), [['orphan', 'ca']]);
  });

  it('finds the line of an orphan in whatever layout; in an older one it is told at the beginning', async () => {
    const host = await withSidecar('Lind said something else entirely.');
    const lines = (findings: Awaited<ReturnType<typeof run>>) =>
      findings.filter(({ problem }) => problem.code === 'orphan').map(({ problem }) => problem.line);
    const text = host.memory.text(file)!;
    assert.deepEqual(lines(await run(host)), [text.split('\n').indexOf('  ca:')]);
    host.memory.put(
      file,
      'version: "0.9"\nclaims:\n  - id: "ca"\n    quote: "the minister will resign"\n    kind: "statement"\n    directness: "direct"\n    source: null\n    status: "unverified"\n',
    );
    assert.deepEqual(lines(await run(host)), [0]);
  });

  it('a sidecar without passages fits no article but one of its own name', async () => {
    const host = await withSidecar('x');
    host.memory.files.delete(article);
    host.memory.put(file, 'claims:\n');
    host.memory.put('/desk/b.txt', 'Lind said that the minister will resign.');
    const [found] = await run(host);
    assert.deepEqual([found?.problem.code, found?.repair], ['no-article', undefined]);
  });

  it('leaves a file that changed in between, and one that is still being saved', async () => {
    const host = await withSidecar('Lind said something else entirely.');
    const findings = await run(host);
    host.memory.put(file, `${host.memory.text(file)}# more\n`);
    const [result] = await repairFindings(host, findings, new TestClock());
    assert.match(result?.failed ?? '', /changed/);
    const stray = '/desk/.a.txt.claims.yaml.lock';
    host.memory.put(stray, 'x');
    const stat = host.files.stat.bind(host.files);
    host.files.stat = async (uri) => ({ ...(await stat(uri))!, mtime: Date.now() });
    const [kept] = await repairFindings(host, await examine(host, { sidecars: [], others: [stray] }), new TestClock());
    assert.match(kept?.failed ?? '', /saving/);
  });

  it('leaves a file with more wrong, keeps a byte order mark, writes nothing outside', async () => {
    const host = await withSidecar('x');
    const text = host.memory.text(file)!;
    const twice = text.replace(
      '\ncorrections',
      `${text.slice(text.indexOf('  ca:'), text.indexOf('\ncorrections'))}\ncorrections`,
    );
    host.memory.put(file, `\ufeff${twice.replace('  ka:', '  ka: &x')}`);
    const [more] = await repairFindings(host, await run(host), new TestClock());
    assert.match(more?.failed ?? '', /by hand/);
    host.memory.put(file, `\ufeff${twice}`);
    const findings = (await run(host)).filter((finding) => finding.problem.code === 'duplicate-id');
    assert.deepEqual(await repairFindings(host, findings, new TestClock()), [{ finding: findings[0] }]);
    assert.ok(host.memory.text(file)!.startsWith('\ufeff'));
    const repair = { type: 'delete', uri: '/etc/x' } as const;
    const [outside] = await repairFindings(host, [{ ...findings[0]!, repair }], new TestClock());
    assert.match(outside?.failed ?? '', /outside/);
  });

  it('moves a sidecar only where one article has its passages and no sidecar', async () => {
    const host = await withSidecar('x');
    host.memory.files.delete(article);
    const words = 'Lind: the minister will resign';
    host.memory.put('/desk/b.txt', words);
    host.memory.put('/desk/c.txt', words);
    const [twice] = await run(host);
    assert.deepEqual([twice?.problem.code, twice?.repair], ['no-article', undefined]);
    host.memory.files.delete('/desk/c.txt');
    const findings = await run(host);
    host.memory.put('/desk/b.txt.claims.yaml', 'claims:\n');
    const [taken] = await repairFindings(host, findings, new TestClock());
    assert.match(taken?.failed ?? '', /already/);
  });
});
