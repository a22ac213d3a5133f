import type { ActorId, Recognition } from '../../model/recognition';
import { recognise } from '../../recognise/recognise';
import { recogniseDecided } from '../../workspace/decidedRecognition';
import { shortPath } from '../articleFiles';
import { contextOf, encodingOption, openFolder, readArticles } from '../articles';
import type { Command, CommandInput } from '../command';
import { ExitCode, type Io, print, UsageError } from '../io';
import { filterLines } from '../ndjson';

interface Input {
  readonly id: unknown;
  readonly text: string;
  readonly lang?: 'en' | 'ja';
  readonly published?: string;
}

export const extractCommand: Command = {
  name: 'extract',
  summary: 'recognise actors, dates and attributed claims',
  synopsis: ['extract --ndjson < DOCUMENTS', 'extract [--encoding NAME] FILE|FOLDER|PATTERN...'],
  description: [
    'Prints one line of JSON (NDJSON) for each article: its language and publication date, who is named where, which dates it names, and who says what. Offsets are UTF-16 code units into the text as given, half open; dates are EDTF. The same actor has the same id in every document and both languages.',
    'With --ndjson it is a filter: each line of standard input is a document {"id", "text", "lang"?: "en"|"ja", "published"?: EDTF}, each line of output its answer {"id", "lang", "published", "mentions", "dates", "claims"}, in order. A bad line is answered by {"id", "error"}. Memory stays bounded, so that the filter runs over archives of any size and under GNU parallel, Spark or Dask.',
    'Without it the articles named are read, each answered with its path as "id".',
  ],
  options: {
    ndjson: { type: 'boolean', help: 'Read documents from standard input.' },
    encoding: encodingOption,
  },
  exitStatus: [
    [0, 'Every document was answered.'],
    [1, 'At least one line was answered by an error.'],
    [2, 'Wrong use, or files could not be read.'],
  ],
  examples: [
    ['editorial-claims extract --ndjson < archive.ndjson > found.ndjson', 'A whole archive.'],
    ['parallel --pipe --keep-order editorial-claims extract --ndjson < archive.ndjson', 'The same on all processors.'],
    ["editorial-claims extract '2024/*.txt' | jq .claims", 'A few articles.'],
  ],
  argument: 'file',
  run: runExtract,
};

/** Answers one document. */
function extractDocument({ id, text, lang, published }: Input): object {
  const found = recognise(text, {
    ...(lang ? { language: lang } : {}),
    ...(published ? { published } : {}),
  });
  return answerOf(id, found);
}

function answerOf(id: unknown, found: Recognition): object {
  return {
    id,
    lang: found.language,
    published: found.published?.value ?? null,
    mentions: found.mentions,
    dates: found.dates,
    claims: found.claims.map((claim, i) => ({
      id: `c${i + 1}`,
      ...claim,
      actors: claim.actors satisfies readonly ActorId[],
    })),
  };
}

async function runExtract(input: CommandInput, io: Io): Promise<number> {
  if (input.values.ndjson) {
    if (input.positionals.length > 0) {
      throw new UsageError('--ndjson reads standard input and takes no files.');
    }
    return filterLines(io.stdin, io.stdout, (value) => extractDocument(readInput(value)));
  }
  if (input.positionals.length === 0) {
    throw new UsageError('Name articles, or say --ndjson to read documents from standard input.');
  }
  const { host } = await openFolder(input, io);
  const skipped = { count: 0 };
  for await (const { article, text, attached } of readArticles(host, io, skipped)) {
    const answer = answerOf(shortPath(io, article), recogniseDecided(text, contextOf(host, article), attached));
    await print(io, `${JSON.stringify(answer)}\n`);
  }
  return skipped.count > 0 ? ExitCode.wrongUse : ExitCode.fine;
}

function readInput({ id, text, lang, published }: Record<string, unknown>): Input {
  if (typeof text !== 'string') {
    throw new Error('"text" must be a string');
  }
  return {
    id: id ?? null,
    text,
    ...(lang === 'en' || lang === 'ja' ? { lang } : {}),
    ...(typeof published === 'string' ? { published } : {}),
  };
}
