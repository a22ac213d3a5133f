import { anchorAll } from '../../annotations/anchor';
import { describe } from '../../annotations/quoteSelector';
import { normalise } from '../../text/normalise';
import { shortPath } from '../articleFiles';
import { encodingOption, openFolder, readArticles } from '../articles';
import type { Command, CommandInput } from '../command';
import { ExitCode, harmless, type Io, print, styled, UsageError } from '../io';
import { filterLines } from '../ndjson';

interface Span {
  readonly id: string | number;
  readonly start: number;
  readonly end: number;
}

export const reanchorCommand: Command = {
  name: 'reanchor',
  summary: 'find passages again after an article was edited',
  synopsis: ['reanchor --ndjson < CASES', 'reanchor [--json] [FILE|FOLDER|PATTERN]...'],
  description: [
    'Finds every annotated passage in its article as it is now and prints its state: exact (word for word where it was), moved (found elsewhere or in a new form), review (found, but a person must confirm it: a name, number or negation changed, or another place fits as well), orphan (not there any more). Nothing is changed: sidecars keep the quote as it was.',
    'With --ndjson it is a filter for trying the method: each line of standard input is {"id", "before", "after", "spans": [{"id", "start", "end"}]}; quotes are made from "before" as a sidecar keeps them and found in "after" with nothing else known; each line of output is {"id", "anchors": [{"id", "start", "end", "state"} or {"id", "orphan": true}]}. Offsets are UTF-16 code units of the texts as given.',
  ],
  options: {
    ndjson: { type: 'boolean', help: 'Read cases from standard input.' },
    json: { type: 'boolean', help: 'Print one line of JSON for each article.' },
    all: { type: 'boolean', short: 'a', help: 'Print passages that stand where they stood, too.' },
    encoding: encodingOption,
  },
  exitStatus: [
    [0, 'Every passage was found.'],
    [1, 'Passages are lost or wait for a person; with --ndjson: a line was answered by an error.'],
    [2, 'Wrong use, or files could not be read.'],
  ],
  examples: [
    ['editorial-claims reanchor', 'What an outside edit did to the annotations of this folder.'],
    ['editorial-claims reanchor --ndjson < edits.ndjson', 'Cases from elsewhere.'],
  ],
  argument: 'file',
  run: runReanchor,
};

/** Describes the spans of `before` as a sidecar would, then finds them in `after` with nothing else known. */
function reanchorDocument(id: unknown, before: string, after: string, spans: readonly Span[]): object {
  const old = normalise(before);
  const now = normalise(after);
  const selectors = spans.map((span) =>
    describe(old.text, { start: old.toNormalised(span.start), end: old.toNormalised(span.end) }),
  );
  const anchors = anchorAll(now.text, selectors).map((anchor, i) =>
    anchor.range
      ? {
          id: spans[i]!.id,
          start: now.toOriginal(anchor.range.start),
          end: now.toOriginal(anchor.range.end),
          state: anchor.state,
          score: anchor.score,
          reason: anchor.reason,
        }
      : { id: spans[i]!.id, orphan: true, reason: anchor.reason },
  );
  return { id: id ?? null, anchors };
}

async function runReanchor(input: CommandInput, io: Io): Promise<number> {
  if (!input.values.ndjson) {
    return reportFiles(input, io);
  }
  if (input.positionals.length > 0) {
    throw new UsageError('--ndjson reads standard input and takes no files.');
  }
  return filterLines(io.stdin, io.stdout, ({ id, before, after, spans }) => {
    if (typeof before !== 'string' || typeof after !== 'string') {
      throw new Error('"before" and "after" must be strings');
    }
    if (!Array.isArray(spans) || !spans.every(isSpan)) {
      throw new Error('"spans" must be a list of {id, start, end}');
    }
    return reanchorDocument(id, before, after, spans);
  });
}

function isSpan(value: unknown): value is Span {
  const span = value as Partial<Span> | null;
  return typeof span === 'object' && span !== null && Number.isInteger(span.start) && Number.isInteger(span.end);
}

const colours = { exact: 'green', moved: 'green', review: 'yellow', orphan: 'red' } as const;

async function reportFiles(input: CommandInput, io: Io): Promise<number> {
  const { host } = await openFolder(input, io);
  const skipped = { count: 0 };
  let open = false;
  for await (const { article, text, attached } of readArticles(host, io, skipped, { annotatedOnly: true })) {
    const file = shortPath(io, article);
    const starts = lineStarts(text);
    if (input.values.json) {
      const claims = attached.claims.map(({ claim, range, state }) => ({ id: claim.id, state, ...(range ?? {}) }));
      await print(io, `${JSON.stringify({ file, claims })}\n`);
    }
    for (const { claim, range, state } of attached.claims) {
      open ||= state === 'review' || state === 'orphan';
      if (!input.values.json && (input.values.all || state !== 'exact')) {
        const place = range ? placeOf(starts, range.start) : '-';
        const quote = harmless(claim.selector.exact.replaceAll(/\s+/g, ' '));
        await print(
          io,
          `${harmless(file)}:${place}: ${styled(io, io.stdout, colours[state], state)}: ${claim.id} "${quote}"\n`,
        );
      }
    }
  }
  if (skipped.count > 0) {
    return ExitCode.wrongUse;
  }
  return open ? ExitCode.problems : ExitCode.fine;
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
}

/** "line:column", both from one. */
function placeOf(starts: readonly number[], offset: number): string {
  const line = starts.findLastIndex((start) => start <= offset);
  return `${line + 1}:${offset - starts[line]! + 1}`;
}
