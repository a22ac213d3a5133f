import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { claimFields } from '../../src/annotations/itemCodec';
import { mergeSidecarTexts, resolveSidecarConflict } from '../../src/annotations/mergeSidecars';
import { readSidecarBytes } from '../../src/annotations/sidecarRead';
import { equalValues } from '../../src/annotations/yamlValue';
import { changesOf } from '../../src/workspace/operations';
import { propertyFile } from '../support/background';
import { Random } from '../support/random';
import { randomClaim, roughen } from '../support/randomItems';
import { sampleClaim } from '../support/sampleItems';
import { script } from '../support/script';
import { applyChanges, emptySidecar } from '../support/sidecars';

/** Tokens that change what YAML around them means, and what has made readers abort, hang or give wrong data. */
const tokens = [
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  ':',
  ': ',
  '- ',
  '? ',
  '#',
  ' # ',
  '\n',
  '\r',
  '\t',
  '\0',
  '&a ',
  '*a',
  '!!js/function ',
  '!t ',
  '!!binary ',
  '|',
  '|2-',
  '>',
  '>+',
  '<<: *a\n',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '<<<<<<< HEAD\n',
  '=======\n',
  '>>>>>>> b\n',
  '\u2028',
  '\ufeff',
  'claims:\n',
  'version: "9.0"\n',
  '  ca:\n',
  '    ',
  '\\',
  '\\x',
  '\ud83d',
]; // each is put at a random place

function big(random: Random): string {
  const n = 10 + random.below(3000);
  switch (random.below(8)) {
    case 0:
      return '['.repeat(n);
    case 1:
      return '{a: '.repeat(n);
    case 2:
      return Array.from({ length: Math.min(n, 600) }, (_, i) => `${' '.repeat(i)}a:\n`).join('');
    case 3:
      return '- '.repeat(n);
    case 4:
      return `a: &a [x,x]\n${Array.from({ length: 12 }, () => 'b: &a [*a,*a,*a,*a]\n').join('')}`;
    case 5:
      return '? '.repeat(n);
    case 6:
      return `"${'\\'.repeat(n)}`;
    default:
      return '#'.repeat(n);
  }
}

function mutate(random: Random, text: string): Uint8Array {
  let mutated = text;
  for (let i = 1 + random.below(4); i > 0; i--) {
    const at = random.below(mutated.length + 1);
    const end = Math.min(mutated.length, at + random.below(60));
    switch (random.below(8)) {
      case 0:
        mutated = mutated.slice(0, at);
        break;
      case 1:
        mutated = mutated.slice(0, at) + mutated.slice(end);
        break;
      case 2:
        mutated = mutated.slice(0, at) + big(random) + mutated.slice(at);
        break;
      case 3:
        mutated = mutated.slice(0, end) + mutated.slice(at);
        break;
      default:
        mutated = mutated.slice(0, at) + random.pick(tokens) + mutated.slice(at);
    }
  }
  const bytes = new TextEncoder().encode(mutated);
  if (bytes.length > 0 && random.chance(0.3)) {
    bytes[random.below(bytes.length)] = random.below(256);
  }
  return bytes;
}

function sample(random: Random): string {
  let sidecar = emptySidecar();
  for (let i = random.below(4); i > 0; i--) {
    const claim = randomClaim(random, `c${random.below(1e6).toString(36)}`);
    sidecar = applyChanges(sidecar, changesOf([{ type: 'put-claim', claim }], sidecar).changes).sidecar;
  }
  return roughen(random, sidecar.text);
}

/** One mutated file through everything that touches files of others. Returns the milliseconds it took. */
function tryOne(seed: number): number {
  const random = new Random(seed);
  const good = sample(random);
  const bytes = mutate(random, good);
  const copy = bytes.slice();
  const start = performance.now();
  const sidecar = readSidecarBytes(bytes);
  resolveSidecarConflict(sidecar.text);
  const merged = mergeSidecarTexts('', good, sidecar.text);
  if (sidecar.readOnly === undefined && sidecar.root && merged.text === undefined) {
    throw new Error('an editable file cannot be merged');
  }
  const time = performance.now() - start;
  if (sidecar.readOnly === undefined) {
    const { changes } = changesOf([{ type: 'put-claim', claim: sampleClaim('c000') }], sidecar);
    const after = applyChanges(sidecar, changes).sidecar;
    for (const [section, items] of sidecar.items) {
      for (const [id, value] of items) {
        assert.ok(id === 'c000' || equalValues(after.items.get(section)?.get(id), value), `${id} changed`);
      }
    }
    assert.ok(after.items.get('claims')?.has('c000') && claimFields(sampleClaim('c000')));
  } else {
    assert.ok(sidecar.problems.length > 0, 'read-only without a reason');
  }
  assert.deepEqual(bytes, copy, 'input bytes changed');
  return time;
}

function child(count: number, seed: number): void {
  let slowest = 0;
  for (let i = 0; i < count; i++) {
    if (i % 100 === 0) {
      process.stdout.write(`${seed + i}\n`);
    }
    try {
      const time = tryOne(seed + i);
      slowest = Math.max(slowest, time);
      // A busy machine makes one wait now and then; a hang is slow again.
      assert.ok(time < 1000 || tryOne(seed + i) < 1000, `${time} ms`);
    } catch (error) {
      throw new Error(`seed ${seed + i}`, { cause: error });
    }
  }
  process.stdout.write(`slowest ${slowest.toFixed(0)} ms\n`);
}

/** Mutated sidecars in a process of their own, so that an abort or a hang is seen: neither may happen. */
export async function runSidecarMutations(count: number, seed: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const started = spawn(process.execPath, [propertyFile('sidecarMutations'), 'child', String(count), String(seed)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let last = '';
    let timer = setTimeout(() => started.kill('SIGKILL'), 60_000);
    started.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      last = chunk.trimEnd().split('\n').at(-1) ?? last;
      clearTimeout(timer);
      timer = setTimeout(() => started.kill('SIGKILL'), 60_000);
    });
    started.on('error', reject);
    started.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0 && last.startsWith('slowest')) {
        process.stdout.write(`${last}; `);
        resolve();
      } else {
        reject(new Error(`ended with ${code ?? signal} in the hundred from seed ${last}`));
      }
    });
  });
}

if (process.argv[2] === 'child' && process.argv[1]?.endsWith('sidecarMutations.mjs')) {
  child(Number(process.argv[3]), Number(process.argv[4]));
} else {
  await script('sidecarMutations', 'mutated sidecars read, merged, edited', runSidecarMutations);
}
