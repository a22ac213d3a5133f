import type { LinkableDocument } from '../../linking/linkable';
import { type CorpusDocument, linkableDocument, rankRelated } from '../../linking/related';
import { recognise } from '../../recognise/recognise';
import { linesOf } from '../ndjson';

/**
 * `related --ndjson`: a corpus in, one document a line; one line out per claim. Answers nothing before it has read the
 * whole corpus; keeps of each article only what linking needs. Returns the exit code.
 */
export async function runRelated(
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
): Promise<number> {
  const documents: LinkableDocument[] = [];
  let code = 0;
  for await (const line of linesOf(input)) {
    if (line.trim() === '') {
      continue;
    }
    let id: unknown = null;
    try {
      const value = JSON.parse(line) as Record<string, unknown> | null;
      id = value?.id ?? null;
      documents.push(linkableDocument(readDocument(value)));
    } catch (error) {
      code = 1;
      output.write(`${JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) })}\n`);
    }
  }
  for (const line of rankRelated(documents)) {
    if (!output.write(`${JSON.stringify(line)}\n`)) {
      await new Promise<void>((resolve) => {
        output.once('drain', resolve);
      });
    }
  }
  return code;
}

function readDocument(value: Record<string, unknown> | null): CorpusDocument {
  if (typeof value !== 'object' || value === null || typeof value.text !== 'string') {
    throw new Error('a line must be an object whose "text" is a string');
  }
  const { id, text, lang, published, claims } = value;
  if (typeof id !== 'string') {
    throw new Error('"id" must be a string');
  }
  const recognition = recognise(text, {
    ...(lang === 'en' || lang === 'ja' ? { language: lang } : {}),
    ...(typeof published === 'string' ? { published } : {}),
  });
  return { id, text, recognition, ...(Array.isArray(claims) ? { claims: claims.map(readClaim) } : {}) };
}

function readClaim(value: unknown): { id: string; start: number; end: number } {
  const claim = value as { id?: unknown; start?: unknown; end?: unknown } | null;
  if (typeof claim?.start !== 'number' || typeof claim.end !== 'number' || claim.id === undefined) {
    throw new Error('every claim must have "id", "start" and "end"');
  }
  return { id: String(claim.id), start: claim.start, end: claim.end };
}
