import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const out = fileURLToPath(import.meta.url);

/** The built script of a property, wherever the code of this module was bundled to. */
export function propertyFile(name: string): string {
  const root = out.slice(0, out.lastIndexOf(`${path.sep}test${path.sep}`));
  return path.join(root, 'test', 'property', `${name}.mjs`);
}

/**
 * Starts a property in a process of its own, so that long ones run beside the other tests. To be called when a test file
 * is loaded; the promise fails with what the property said.
 */
export function startProperty(name: string, count: number, seed: number): Promise<void> {
  const child = spawn(process.execPath, ['--enable-source-maps', propertyFile(name), String(count), String(seed)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const done = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => (code === 0 ? resolve() : reject(new Error(`${code ?? signal}\n${errors}`))));
  });
  // Whoever waits for it hears of a failure; until then it is no unhandled one.
  done.catch(() => {});
  return done;
}
