import { recognise } from '../../recognise/recognise';
import { filterLines } from '../ndjson';

interface Input {
  readonly id: string;
  readonly text: string;
  readonly lang?: 'en' | 'ja';
  readonly published?: string;
}

/** Answers one document of `extract --ndjson`. */
export function extractDocument(input: Input): object {
  const found = recognise(input.text, { language: input.lang, published: input.published });
  return {
    id: input.id,
    lang: found.language,
    published: found.published?.value ?? null,
    mentions: found.mentions,
    dates: found.dates,
    claims: found.claims.map((claim, i) => ({ id: `c${i + 1}`, ...claim })),
  };
}

/** Standard input to standard output; the exit code. */
export function runExtract(): Promise<number> {
  return filterLines(process.stdin, process.stdout, (value) => {
    if (typeof value.text !== 'string') {
      throw new Error('"text" must be a string');
    }
    return extractDocument(value as unknown as Input);
  });
}
