import type { Problem } from '../model/problem';

/** Past this no person wrote the file; reading it would stall the editor. Bytes. */
const maxSidecarBytes = 16 * 1024 * 1024;

/** The bytes of a file as text, or why they are none. */
export interface DecodedFile {
  /** Without byte order mark; `undefined` where the bytes must not be read as text. */
  readonly text: string | undefined;
  /** Whether the file starts with a UTF-8 byte order mark, to be written back. */
  readonly bom: boolean;
  readonly problems: readonly Problem[];
}

function refused(code: string, message: string, line = 0, args: readonly string[] = []): DecodedFile {
  return { text: undefined, bom: false, problems: [{ code, severity: 'error', message, args, line, column: 0 }] };
}

/**
 * Decodes a YAML file of ours, refusing what would be lost or harmful: too big, not UTF-8, NUL bytes, empty. UTF-16
 * with a byte order mark is read, but stays read-only until a person converts it.
 */
export function decodeYamlFile(bytes: Uint8Array): DecodedFile {
  if (bytes.length > maxSidecarBytes) {
    const size = `${(bytes.length / 1024 / 1024).toFixed(0)} MB`;
    return refused('file-too-big', `The file is too big to read (${size}; the limit is 16 MB).`, 0, [size, '16 MB']);
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const decoded = decode(bytes, first === 0xff ? 'utf-16le' : 'utf-16be');
    const problem = {
      code: 'not-utf8',
      severity: 'error',
      message: 'The file is UTF-16. It is read, and changed only after you save it as UTF-8.',
      line: 0,
      column: 0,
    } as const;
    return decoded === undefined ? invalidUtf8(bytes) : { text: decoded, bom: false, problems: [problem] };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return refused(
      'damaged-file',
      'The file holds NUL bytes, as after a power loss. Restore it from a backup or git.',
      lineAt(bytes, nul),
    );
  }
  const text = decode(bytes, 'utf-8');
  return text === undefined ? invalidUtf8(bytes) : { text, bom: first === 0xef, problems: [] };
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function invalidUtf8(bytes: Uint8Array): DecodedFile {
  let low = 0;
  let high = bytes.length;
  // The longest prefix that still decodes ends where the first bad byte is.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (new TextDecoder('utf-8').decode(bytes.subarray(0, middle), { stream: true }).includes('\ufffd')) {
      high = middle - 1;
    } else {
      low = middle;
    }
  }
  return refused(
    'not-utf8',
    'The file is not valid UTF-8. Save it as UTF-8; until then it is not read.',
    lineAt(bytes, low),
  );
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 0;
  for (let i = 0; i < offset; i++) {
    line += bytes[i] === 10 ? 1 : 0;
  }
  return line;
}

/** Line of the first git conflict marker at the start of a line, `undefined` where there is none. */
export function conflictMarkerLine(text: string): number | undefined {
  if (!text.includes('<<<<<<< ') && !text.includes('>>>>>>> ')) {
    return undefined;
  }
  const line = text.split(/\r\n|\n|\r/).findIndex((content) => /^(?:<<<<<<<|>>>>>>>) /.test(content));
  return line < 0 ? undefined : line;
}
