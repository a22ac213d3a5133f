import { createInterface } from 'node:readline';
import { recognise } from '../recognise/recognise';

/** Answers one line of `extract --ndjson`. */
function extractLine(line: string): string {
  const input = JSON.parse(line) as { id: string; text: string; lang?: 'en' | 'ja'; published?: string };
  const found = recognise(input.text, { language: input.lang, published: input.published });
  return JSON.stringify({
    id: input.id,
    lang: found.language,
    published: found.published?.value ?? null,
    mentions: found.mentions,
    dates: found.dates,
    claims: found.claims.map((claim, i) => ({ id: `c${i + 1}`, ...claim })),
  });
}

async function main(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${extractLine(line)}\n`);
  }
}

void main();
