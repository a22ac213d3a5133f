/** What a command has of the world: streams, the folder it was started in, and whether a person is watching. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The command was called wrongly: told with a hint to its help, exit code 2. */
export class UsageError extends Error {}

/** The command cannot do its work: told without a stack, exit code 2. */
export class CommandError extends Error {}

/** Exit codes of every command. */
export const ExitCode = { fine: 0, problems: 1, wrongUse: 2 } as const;

/** Data, on standard output. Resolves once the reader has room again, so that memory stays bounded. */
export function print(io: Io, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (io.stdout.write(text)) {
      resolve();
    } else {
      const done = (): void => {
        io.stdout.off('drain', done);
        io.stdout.off('close', done);
        resolve();
      };
      io.stdout.on('drain', done);
      io.stdout.on('close', done);
    }
  });
}

/** A message for people, on standard error. */
export function tell(io: Io, message: string): void {
  io.stderr.write(`${message}\n`);
}

/** "1 claim", "2 claims". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Shows how far long work is, on a terminal only; `undefined` clears the line. */
export function progress(io: Io, message: string | undefined): void {
  if (io.stderr.isTTY) {
    io.stderr.write(message === undefined ? '\r\x1b[K' : `\r\x1b[K${message}`);
  }
}

const codes = { bold: 1, red: 31, green: 32, yellow: 33, cyan: 36, dim: 2 } as const;
export type Style = keyof typeof codes;

/** Styles text where the stream is a terminal and NO_COLOR (https://no-color.org) is not set. */
export function styled(io: Io, stream: { readonly isTTY?: boolean }, style: Style, text: string): string {
  const plain = !stream.isTTY || io.env.NO_COLOR || io.env.TERM === 'dumb';
  return plain ? text : `\x1b[${codes[style]}m${text}\x1b[0m`;
}

/** Control characters of a file's text must not drive the terminal: shown as symbols (U+2400), bidi controls as <U+202E>. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (char) => {
    const code = char.codePointAt(0)!;
    if (code < 0x20) {
      return String.fromCharCode(0x2400 + code);
    }
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
