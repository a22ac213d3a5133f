import path from 'node:path';

/**
 * Runs a property when its file was started by itself, `node out/test/property/<name>.mjs <count> <seed>`, and says
 * how long it took.
 */
export async function script(
  name: string,
  what: string,
  run: (count: number, seed: number) => void | Promise<void>,
): Promise<void> {
  if (path.basename(process.argv[1] ?? '') !== `${name}.mjs`) {
    return;
  }
  const count = Number(process.argv[2] ?? 1000);
  const seed = Number(process.argv[3] ?? 1);
  const start = performance.now();
  await run(count, seed);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`${count} ${what}: 0 failures, seed ${seed}, ${seconds} s\n`);
}
