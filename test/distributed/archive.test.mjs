// The documented example of an archive on several machines, with Debian's Dask: a scheduler and two workers on
// localhost give the same lines as one process.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const python = '/usr/bin/python3';
const cli = `node ${path.resolve('dist/cli/main.js')}`;
const packages = ['python3-dask', 'python3-distributed'];

function hasDask() {
  return spawnSync(python, ['-c', 'import dask.bag, distributed']).status === 0;
}

/** Debian's packages, installed when run as root; never skipped. */
function ensureDask() {
  if (hasDask()) {
    return;
  }
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { stdio: 'ignore', env });
  }
  assert.ok(hasDask(), `Dask is missing: run "sudo apt-get install ${packages.join(' ')}"`);
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(port) {
  for (let tries = 0; tries < 300; tries++) {
    const open = await new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (open) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the scheduler does not answer');
}

/** Documents in both languages that speak of the same people, enough for several parts. */
function archive(count) {
  const english = (n) =>
    `LISBON, March ${(n % 28) + 1}, 2031 - Harbour minister Mina Orlova said pier ${n} would open in May. "We will not wait," Orlova said. The Port Union denied that a strike over pier ${n} was planned.`;
  const japanese = (n) =>
    `【リスボン共同】港湾相のミナ・オルロワ氏は${(n % 28) + 1}日、第${n}埠頭を5月に開くと述べた。組合は「聞いていない」と否定した。😀`;
  return Array.from({ length: count }, (_, n) =>
    JSON.stringify({ id: `article-${n}`, text: n % 3 === 0 ? japanese(n) : english(n), published: '2031-03-28' }),
  );
}

describe('an archive on Dask', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'archive-dask-'));
  const running = [];
  let address;

  before(async function () {
    this.timeout(300_000);
    ensureDask();
    const port = await freePort();
    address = `tcp://127.0.0.1:${port}`;
    const start = (module, ...args) =>
      running.push(spawn(python, ['-m', `distributed.cli.${module}`, ...args], { cwd: folder, stdio: 'ignore' }));
    start('dask_scheduler', '--host', '127.0.0.1', '--port', String(port), '--no-dashboard');
    await listening(port);
    start('dask_worker', address, '--nthreads', '1', '--no-dashboard', '--name', 'one');
    start('dask_worker', address, '--nthreads', '1', '--no-dashboard', '--name', 'two');
    const wait = 'import sys, distributed; distributed.Client(sys.argv[1]).wait_for_workers(2, timeout=60)';
    execFileSync(python, ['-c', wait, address]);
  });
  after(() => {
    for (const child of running) {
      child.kill();
    }
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it('gives what one process gives, in the same order', function () {
    this.timeout(120_000);
    const lines = [...archive(300), '{"id":"broken"}', '{"id":"last","text":"Orlova said no."}'];
    const input = `${lines.join('\n')}\n`;
    const files = [0, 1].map((half) => path.join(folder, `part${half}.ndjson`));
    const middle = input.indexOf('\n', input.length / 2) + 1;
    fs.writeFileSync(files[0], input.slice(0, middle));
    fs.writeFileSync(files[1], input.slice(middle));
    const out = path.join(folder, 'out');
    const script = path.resolve('test/distributed/archive_dask.py');
    const run = spawnSync(
      python,
      [script, '--scheduler', address, '--command', cli, '--out', out, '--block', '16KiB', '--related', ...files],
      { encoding: 'utf8' },
    );
    assert.equal(run.status, 0, run.stderr);
    assert.match(run.stderr, /([4-9]|\d\d) parts on 2 workers/);
    const read = (name) =>
      fs
        .readdirSync(path.join(out, name))
        .sort()
        .map((part) => fs.readFileSync(path.join(out, name, part), 'utf8'))
        .join('');
    const [command, ...args] = cli.split(' ');
    const alone = spawnSync(command, [...args, 'extract', '--ndjson'], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
    assert.equal(read('extracted'), alone.stdout);
    const corpus = read('corpus')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(corpus.length, lines.length);
    assert.ok(corpus.filter(({ claims }) => claims?.length > 0).length > 200);
    const related = fs
      .readFileSync(path.join(out, 'related.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.ok(related.filter(({ ranking }) => ranking?.length > 0).length > 200);
  });
});
