import { StringDecoder } from 'node:string_decoder';

/** Output is handed on in pieces of about this many UTF-16 code units. */
const batch = 1 << 16;

/**
 * Reads JSON objects, one a line, and writes one answer a line, in order. A line that is no object, or for which
 * `answer` throws, is answered by `{"id", "error"}`. Holds one line and one batch of output in memory. Ends quietly
 * when the reader of the output goes away.
 *
 * @returns 0, or 1 where any line was answered by an error.
 */
export async function filterLines(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  answer: (value: Record<string, unknown>) => object,
): Promise<number> {
  let code = 0;
  let pending = '';
  let closed = false;
  let resume: () => void = () => undefined;
  const onDrain = (): void => resume();
  const onClose = (): void => {
    closed = true;
    resume();
  };
  output.on('drain', onDrain);
  output.on('close', onClose);
  output.on('error', onClose);
  const flush = async (): Promise<void> => {
    const text = pending;
    pending = '';
    if (text !== '' && !closed && !output.write(text)) {
      await new Promise<void>((resolve) => {
        resume = resolve;
      });
    }
  };
  for await (const line of linesOf(input)) {
    if (line.trim() === '') {
      continue;
    }
    let id: unknown = null;
    try {
      const value: unknown = JSON.parse(line);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new Error('a line must be a JSON object');
      }
      id = (value as Record<string, unknown>).id ?? null;
      pending += `${JSON.stringify(answer(value as Record<string, unknown>))}\n`;
    } catch (error) {
      code = 1;
      pending += `${JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) })}\n`;
    }
    if (pending.length >= batch) {
      await flush();
      if (closed) {
        break;
      }
    }
  }
  await flush();
  output.removeListener('drain', onDrain);
  output.removeListener('close', onClose);
  output.removeListener('error', onClose);
  return code;
}

/** Cuts a byte stream into lines at LF or CRLF. A line of any length costs linear time. */
export async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    let from = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      parts.push(text.slice(from, at));
      yield parts.join('');
      parts = [];
      from = at + 1;
    }
    parts.push(text.slice(from));
  }
  parts.push(decoder.end());
  const last = parts.join('');
  if (last !== '') {
    yield last;
  }
}
