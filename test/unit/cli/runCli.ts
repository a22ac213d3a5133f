import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const program = path.resolve('dist/cli/main.js');

/** Runs the built command line as a user would. */
export function runCli(args: readonly string[], options: { cwd?: string; input?: string | Buffer } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: options.cwd,
    input: options.input ?? '',
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: status, out: stdout, err: stderr };
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
