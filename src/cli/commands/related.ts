import type { LinkableDocument } from '../../linking/linkable';
import { type CorpusDocument, linkableDocument, type RankedClaim, rankRelated } from '../../linking/related';
import { recognise } from '../../recognise/recognise';
import { recogniseDecided } from '../../workspace/decidedRecognition';
import { shortPath } from '../articleFiles';
import { contextOf, encodingOption, openFolder, readArticles } from '../articles';
import { type Command, type CommandInput, textOption } from '../command';
import { CorpusActors } from '../corpusActors';
import { ExitCode, harmless, type Io, print, progress, styled, UsageError } from '../io';
import { linesOf } from '../ndjson';

export const relatedCommand: Command = {
  name: 'related',
  summary: 'find claims of other articles that speak of the same',
  synopsis: ['related --ndjson < DOCUMENTS', 'related [--json] [--top N] [FILE|FOLDER|PATTERN]...'],
  description: [
    'For each claim of a corpus, the claims of other articles that concern the same actors, dates and things, best first, also across English and Japanese. Where people recorded claims those are compared, else the ones that are recognised.',
    'With --ndjson it is a filter: each line of standard input is a document {"id", "text", "lang"?, "published"?, "claims"?: [{"id", "start", "end"}]}; each line of output is one claim {"query": "document#claim", "ranking": ["document#claim", ...], "links": [...], "why": {...}}: at most 20 of other documents, those of which it is confident, and the reasons. It answers when it has read its whole input; its memory is that of the index.',
  ],
  options: {
    ndjson: { type: 'boolean', help: 'Read documents from standard input.' },
    json: { type: 'boolean', help: 'Print NDJSON, as with --ndjson.' },
    top: {
      type: 'string',
      short: 'n',
      value: 'N',
      help: 'Show at most N related claims for each; 3 where it is not given.',
    },
    encoding: encodingOption,
  },
  exitStatus: [
    [0, 'Every document was read.'],
    [1, 'With --ndjson: at least one line was answered by an error.'],
    [2, 'Wrong use, or files could not be read.'],
  ],
  examples: [
    ['editorial-claims related 2024/ --top 5', 'What the articles of a year say of the same things.'],
    ['editorial-claims related --ndjson < archive.ndjson > related.ndjson', 'A corpus from elsewhere.'],
  ],
  argument: 'file',
  run: runRelated,
};

async function runRelated(input: CommandInput, io: Io): Promise<number> {
  if (!input.values.ndjson) {
    return relateFiles(input, io);
  }
  if (input.positionals.length > 0) {
    throw new UsageError('--ndjson reads standard input and takes no files.');
  }
  const documents: LinkableDocument[] = [];
  const actors = new CorpusActors();
  let code: number = ExitCode.fine;
  for await (const line of linesOf(io.stdin)) {
    if (line.trim() === '') {
      continue;
    }
    let id: unknown = null;
    try {
      const value = JSON.parse(line) as Record<string, unknown> | null;
      id = value?.id ?? null;
      const document = readDocument(value);
      documents.push(linkableDocument(document));
      actors.add(document.id, document.text, document.recognition);
    } catch (error) {
      code = ExitCode.problems;
      await print(io, `${JSON.stringify({ id, error: error instanceof Error ? error.message : String(error) })}\n`);
    }
  }
  for (const line of rankRelated(documents, actors.directory)) {
    await print(io, `${JSON.stringify(line)}\n`);
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

async function relateFiles(input: CommandInput, io: Io): Promise<number> {
  const top = Number(textOption(input, 'top') ?? 3);
  if (!Number.isInteger(top) || top < 1) {
    throw new UsageError('--top takes a number from 1 on.');
  }
  const { host } = await openFolder(input, io);
  const skipped = { count: 0 };
  const documents: LinkableDocument[] = [];
  const actors = new CorpusActors(host.registry);
  const quotes = new Map<string, string>();
  for await (const { article, text, attached } of readArticles(host, io, skipped)) {
    const recorded = attached.claims.flatMap(({ claim, range }) => (range ? [{ ...range, id: claim.id }] : []));
    const recognition = recogniseDecided(text, contextOf(host, article), attached);
    const document = linkableDocument({
      id: shortPath(io, article),
      text,
      recognition,
      ...(recorded.length > 0 ? { claims: recorded } : {}),
    });
    documents.push(document);
    actors.add(document.id, text, recognition);
    for (const { id, quote } of document.claims) {
      quotes.set(`${document.id}#${id}`, quote);
    }
    progress(io, `${documents.length} of ${host.found.length} articles read`);
  }
  progress(io, undefined);
  for (const ranked of rankRelated(documents, actors.directory)) {
    if (input.values.json) {
      await print(io, `${JSON.stringify(ranked)}\n`);
    } else if (ranked.ranking.length > 0) {
      await print(io, readable(ranked, quotes, top, io));
    }
  }
  return skipped.count > 0 ? ExitCode.wrongUse : ExitCode.fine;
}

/** A claim and under it those related to it; `=` marks the ones that surely speak of the same. */
function readable(ranked: RankedClaim, quotes: ReadonlyMap<string, string>, top: number, io: Io): string {
  const quoteOf = (name: string): string => harmless((quotes.get(name) ?? '').replaceAll(/\s+/g, ' '));
  const lines = [`${styled(io, io.stdout, 'bold', harmless(ranked.query))}  ${quoteOf(ranked.query)}`];
  for (const name of ranked.ranking.slice(0, top)) {
    lines.push(`  ${ranked.links.includes(name) ? '=' : '~'} ${harmless(name)}  ${quoteOf(name)}`);
  }
  return `${lines.join('\n')}\n\n`;
}
