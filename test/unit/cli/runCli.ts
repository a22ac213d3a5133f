import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { runProgram } from '../../../src/cli/program';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export const bundle = path.resolve('dist/cli/main.js');

/** Runs the built command line as a user would. */
export function spawnCli(args: readonly string[], options: { cwd?: string; input?: string } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd: options.cwd,
    input: options.input ?? '',
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Runs the command line in this process, which is much faster. */
export async function runCli(args: readonly string[], options: { cwd?: string; input?: string } = {}): Promise<Ran> {
  const out = new Gathered();
  const err = new Gathered();
  const code = await runProgram(args, {
    stdin: Readable.from([Buffer.from(options.input ?? '')]),
    stdout: out,
    stderr: err,
    cwd: options.cwd ?? process.cwd(),
    env: {},
  });
  return { code, out: out.text, err: err.text };
}

class Gathered extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** A folder that is gone after the test. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>>): {
  path: string;
  dispose(): void;
} {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'claims-cli-')));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return { path: folder, dispose: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

const ids = ['aaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbb', 'cccccccccccccccccccc'] as const;
export const claimIds = ids;

/** A sidecar with one claim, as the extension writes it. */
export function sidecarText(id: string, quote: string, prefix: string, suffix: string, more = ''): string {
  return `version: "1.0"

claims:
  ${id}:
    quote: ${JSON.stringify(quote)}
    prefix: ${JSON.stringify(prefix)}
    suffix: ${JSON.stringify(suffix)}
    kind: "statement"
    directness: "indirect"
    source: "ines-calloway"
    status: "unverified"
${more}    created: "2026-03-01T10:00:00Z"
`;
}
