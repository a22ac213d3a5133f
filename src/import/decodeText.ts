import type { Problem } from '../model/problem';
import type { ImportFile } from './importer';
import { importProblem } from './importProblem';

/** Files beyond this are refused, since they are no annotations that people made. */
const largest = 256 * 1024 * 1024;

/**
 * The text of a file: UTF-8, or UTF-16 with its byte order mark (what Excel saves as "Unicode text"). Other encodings
 * are a problem and never guessed, since a wrong guess would change quotes.
 */
export function decodeText(file: ImportFile, problems: Problem[]): string | undefined {
  const { bytes, path } = file;
  if (bytes.length > largest) {
    problems.push(importProblem('import-too-large', 'error', `${path} is too large to import.`, { args: [path] }));
    return undefined;
  }
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const message = `${path} is not ${encoding.toUpperCase()}. Save it as UTF-8 and import it again.`;
    problems.push(importProblem('import-encoding', 'error', message, { args: [path, encoding.toUpperCase()] }));
    return undefined;
  }
}

/** The JSON value of a file, `undefined` with a problem where it is none. */
export function decodeJson(file: ImportFile, problems: Problem[]): unknown {
  const text = decodeText(file, problems);
  if (text === undefined) {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    const message = `${file.path} is not JSON: ${reason}`;
    problems.push(importProblem('import-json', 'error', message, { args: [file.path, reason] }));
    return undefined;
  }
}
