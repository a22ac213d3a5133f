import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readSidecarBytes } from '../../src/annotations/sidecarRead';
import { Emitter } from '../../src/base/event';
import { AnnotationStore } from '../../src/workspace/annotationStore';
import type { WorkspaceHost } from '../../src/workspace/host';
import { propertyFile } from '../support/background';
import { NodeFiles, nodePaths } from '../support/nodeFiles';
import { Random } from '../support/random';
import { randomClaim } from '../support/randomItems';
import { script } from '../support/script';

function hostOf(folder: string): WorkspaceHost {
  return {
    files: new NodeFiles(),
    articles: async () => [],
    readArticle: async () => undefined,
    onDidChangeFiles: new Emitter<never>().event,
    storage: path.join(folder, 'storage'),
    ...nodePaths(folder),
    yield: async () => {},
  };
}

const articleIn = (folder: string): string => path.join(folder, 'a.txt');

/** The child: annotates for ever, and says each id as soon as it is shown. */
async function annotate(folder: string, seed: number): Promise<void> {
  const random = new Random(seed);
  const store = new AnnotationStore(hostOf(folder));
  const article = articleIn(folder);
  await store.recover();
  await store.open(article);
  fs.writeSync(1, 'ready\n');
  let wanted = '';
  store.onDidChange(() => {
    if (wanted !== '' && store.get(article)?.annotations.claims.some((claim) => claim.id === wanted)) {
      fs.writeSync(1, `${wanted}\n`);
      wanted = '';
    }
  });
  for (let i = 0; ; i++) {
    wanted = `c${seed.toString(36)}x${i}`;
    await store.apply(article, [{ type: 'put-claim', claim: randomClaim(random, wanted) }]);
  }
}

/** Kills the child after some milliseconds of work; returns the ids that it had shown. */
function runAndKill(folder: string, seed: number, milliseconds: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [propertyFile('storeKills'), 'child', folder, String(seed)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    let killing = false;
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      // Half of them die at any moment from the start on, half after something was shown, however busy the machine is.
      if (!killing && output.split('\n').length > (seed % 2 === 0 ? 1 : 2)) {
        killing = true;
        setTimeout(() => child.kill('SIGKILL'), milliseconds);
      }
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') {
        reject(new Error(`the child ended by itself: ${code} ${signal}\n${output}`));
      }
      // The last line may be cut; an id that was not said whole was not heard.
      resolve(output.split('\n').slice(1, -1));
    });
  });
}

/** Real kills during saves: after each one the sidecar is whole and, after a restart, holds all that had been shown. */
export async function runStoreKills(count: number, seed: number): Promise<void> {
  const random = new Random(seed);
  let folder = '';
  let shown = new Set<string>();
  let total = 0;
  try {
    for (let run = 0; run < count; run++) {
      if (run % 10 === 0) {
        fs.rmSync(folder, { recursive: true, force: true });
        folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kills-'));
        fs.mkdirSync(path.join(folder, 'storage'));
        shown = new Set();
      }
      const ids = await runAndKill(folder, seed + run, 1 + random.below(60));
      total += ids.length;
      for (const id of ids) {
        shown.add(id);
      }
      await checkFolder(folder, shown, `seed ${seed + run}`);
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  assert.ok(total >= Math.floor(count / 2), `only ${total} items were shown before ${count} kills`);
}

async function checkFolder(folder: string, shown: ReadonlySet<string>, name: string): Promise<void> {
  const file = `${articleIn(folder)}.claims.yaml`;
  if (fs.existsSync(file)) {
    const read = readSidecarBytes(fs.readFileSync(file));
    assert.deepEqual([read.readOnly, read.problems], [undefined, []], `${name}: damaged`);
  }
  const store = new AnnotationStore(hostOf(folder));
  assert.deepEqual((await store.recover()).parked, [], name);
  await store.open(articleIn(folder));
  const there = new Set(store.get(articleIn(folder))?.annotations.claims.map((claim) => claim.id));
  assert.deepEqual(
    [...shown].filter((id) => !there.has(id)),
    [],
    `${name}: missing`,
  );
  const journal = path.join(folder, 'storage', 'journal');
  assert.deepEqual(fs.existsSync(journal) ? fs.readdirSync(journal) : [], [], `${name}: journal`);
  const rest = fs.readdirSync(folder).filter((entry) => !['storage', 'a.txt.claims.yaml'].includes(entry));
  assert.deepEqual(rest, [], `${name}: stray files`);
}

if (process.argv[2] === 'child' && process.argv[1]?.endsWith('storeKills.mjs')) {
  await annotate(process.argv[3] ?? '', Number(process.argv[4]));
}
await script('storeKills', 'real kills during saves', runStoreKills);
