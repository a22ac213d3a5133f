import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Mark } from './recogniseScores';

/** What a user would put together without this project: compromise and kuromoji for names, chrono-node for dates. */
export interface Peers {
  readonly names: Readonly<Record<'en' | 'ja', (text: string) => Mark[]>>;
  readonly dates: Readonly<Record<'en' | 'ja', (text: string, published: string | undefined) => Mark[]>>;
}

const folder = path.resolve('test/bench/peers');

interface CompromiseMatch {
  readonly offset: { readonly start: number; readonly length: number };
}
interface CompromiseDoc {
  people(): { json(options: object): CompromiseMatch[] };
  organizations(): { json(options: object): CompromiseMatch[] };
  places(): { json(options: object): CompromiseMatch[] };
}
interface Chrono {
  parse(text: string, reference?: Date): { readonly index: number; readonly text: string }[];
}
interface KuromojiToken {
  readonly surface_form: string;
  readonly pos_detail_1: string;
  readonly pos_detail_2: string;
  readonly pos_detail_3: string;
}
interface Kuromoji {
  builder(options: { dicPath: string }): {
    build(done: (error: Error | null, tokenizer: { tokenize(text: string): KuromojiToken[] }) => void): void;
  };
}

/** `undefined` where the peers are not installed. */
export async function loadPeers(): Promise<Peers | undefined> {
  if (!fs.existsSync(path.join(folder, 'node_modules'))) {
    return undefined;
  }
  const load = createRequire(path.join(folder, 'package.json'));
  const compromise = load('compromise') as (text: string) => CompromiseDoc;
  const chrono = load('chrono-node') as Chrono & { ja: Chrono };
  const kuromoji = load('kuromoji') as Kuromoji;
  const dicPath = path.join(folder, 'node_modules/kuromoji/dict');
  const tokenizer = await new Promise<{ tokenize(text: string): KuromojiToken[] }>((resolve, reject) => {
    kuromoji.builder({ dicPath }).build((error, built) => (error ? reject(error) : resolve(built)));
  });
  const reference = (day: string | undefined) => (day ? new Date(`${day}T12:00:00`) : undefined);
  const parseDates = (parser: Chrono) => (text: string, published: string | undefined) =>
    parser
      .parse(text, reference(published))
      .map(({ index, text: found }) => ({ start: index, end: index + found.length }));
  return {
    names: {
      en: (text) => compromiseNames(compromise(text), text),
      ja: (text) => kuromojiNames(tokenizer.tokenize(text)),
    },
    dates: { en: parseDates(chrono), ja: parseDates(chrono.ja) },
  };
}

const countryNames = new Set(
  'AU BR CA CN DE EG ES FR GB GR IN IR IQ IT JP KE KP KR MX NO PL PT RU SE TR UA US VN'
    .split(' ')
    .map((code) => new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code),
);

function compromiseNames(doc: CompromiseDoc, text: string): Mark[] {
  const marks = (matches: CompromiseMatch[], kind: string): Mark[] =>
    matches.map(({ offset }) => {
      // Its matches take the mark after a word along.
      let end = offset.start + offset.length;
      while (end > offset.start && /[\s,.;:!?'"’”)]/.test(text.charAt(end - 1))) {
        end--;
      }
      return { start: offset.start, end, kind };
    });
  const places = marks(doc.places().json({ offset: true }), 'country');
  return [
    ...marks(doc.people().json({ offset: true }), 'person'),
    ...marks(doc.organizations().json({ offset: true }), 'organization'),
    ...places.filter(({ start, end }) => countryNames.has(text.slice(start, end))),
  ];
}

function kuromojiNames(tokens: readonly KuromojiToken[]): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  for (const token of tokens) {
    const end = at + token.surface_form.length;
    const kind = token.pos_detail_1 === '固有名詞' ? kindOf(token) : undefined;
    const last = marks.at(-1);
    if (kind === 'person' && last?.kind === 'person' && last.end === at) {
      marks[marks.length - 1] = { start: last.start, end, kind };
    } else if (kind) {
      marks.push({ start: at, end, kind });
    }
    at = end;
  }
  return marks;
}

function kindOf({ pos_detail_2: detail, pos_detail_3: more }: KuromojiToken): string | undefined {
  if (detail === '人名') {
    return 'person';
  }
  return detail === '組織' ? 'organization' : detail === '地域' && more === '国' ? 'country' : undefined;
}
