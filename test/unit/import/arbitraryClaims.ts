import fc from 'fast-check';
import type { ExportAnchor, ExportArticle } from '../../../src/export/exporter';
import {
  type Claim,
  type ClaimLink,
  claimStatuses,
  directnesses,
  linkRelations,
  stances,
} from '../../../src/model/claim';
import { claimKinds } from '../../../src/model/recognition';
import { normalise } from '../../../src/text/normalise';

/** Whole grapheme clusters, so that any cut between them is a place where a claim may begin or end. */
const clusters = [
  'a',
  'b ',
  'Zoë',
  'e\u0301',
  '東',
  '京都',
  'が',
  '👩‍👩‍👧',
  '🇯🇵',
  '𠮷',
  '"',
  "'",
  ',',
  '|',
  '\\',
  '<',
  '&',
  '{',
  ']',
  '\n',
  '\r\n',
  '#',
  '=',
  ': ',
  '\t',
];

const clusterText = fc.array(fc.constantFrom(...clusters), { minLength: 1, maxLength: 40 });

/** Text as people and other programs write it, with what each format must escape; no characters that XML forbids. */
export const fieldText = fc
  .array(
    fc.constantFrom(
      ...clusters,
      '\\n',
      '%20',
      '-',
      '+',
      '@',
      '</note>',
      ']]>',
      '-->',
      '=1+1',
      '“',
      '#(x)',
      '* ',
      '_',
      '`',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((parts) => parts.join('').replaceAll('\r', ''))
  .filter((text) => text.trim() !== '');

const idText = fc.stringMatching(/^[a-z0-9]{18}$/);
const actorId = fc.constantFrom('mina-orlova', 'port-union', 'jp', 'actor é 東');
const list = (item: fc.Arbitrary<string>): fc.Arbitrary<string[]> => fc.uniqueArray(item, { maxLength: 3 });

const link: fc.Arbitrary<ClaimLink> = fc
  .record({
    relation: fc.constantFrom(...linkRelations),
    article: fc.constantFrom('', 'other.txt', '../up.md', 'in/deep ü.txt'),
    claim: idText,
    quote: fieldText,
    note: fc.option(fieldText, { nil: undefined }),
  })
  .map(dropUndefined);

const verdict = fc
  .record({
    rating: fieldText,
    summary: fc.option(fieldText, { nil: undefined }),
    reviewer: fc.option(fieldText, { nil: undefined }),
    date: fc.option(fc.constantFrom('2031-05-02', '2031'), { nil: undefined }),
    evidence: fc.array(
      fc
        .record({
          url: fc.webUrl(),
          title: fc.option(fieldText, { nil: undefined }),
          quote: fc.option(fieldText, { nil: undefined }),
        })
        .map(dropUndefined),
      { maxLength: 2 },
    ),
  })
  .map(dropUndefined);

const details = fc
  .record({
    source: fc.oneof(actorId, fc.constant('author'), fc.constant(null)),
    role: fc.option(fieldText, { nil: undefined }),
    statement: fc.option(fieldText, { nil: undefined }),
    kind: fc.constantFrom(...claimKinds),
    directness: fc.constantFrom(...directnesses),
    cue: fc.option(fieldText, { nil: undefined }),
    addressee: fc.option(actorId, { nil: undefined }),
    concepts: list(fieldText),
    stance: fc.option(fc.constantFrom(...stances), { nil: undefined }),
    date: fc.option(fc.constantFrom('2031-05', '2031-05-02/2031-06', '198X'), { nil: undefined }),
    status: fc.constantFrom(...claimStatuses),
    verdict: fc.option(verdict, { nil: undefined }),
    note: fc.option(fieldText, { nil: undefined }),
    tags: list(fieldText),
    actors: list(actorId),
    links: fc.uniqueArray(link, { maxLength: 2, selector: ({ claim }) => claim }),
    author: fc.option(
      fieldText.filter((text) => !/[@\n\t]/.test(text)),
      { nil: undefined },
    ),
    created: fc.option(fc.constantFrom('2031-05-03T10:00:00Z'), { nil: undefined }),
  })
  .map(dropUndefined);

export function dropUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}

/** An article of any text with claims on any whole clusters, overlapping or not, and one orphan now and then. */
export const articleWithClaims: fc.Arbitrary<ExportArticle> = fc
  .record({
    parts: clusterText,
    path: fc.constantFrom('news/port.txt', 'ニュース/港 1.md', 'x/a&b #1.txt'),
    claims: fc.uniqueArray(
      fc.record({ id: idText, details, from: fc.nat(40), length: fc.nat(12), orphan: fc.nat(9) }),
      { maxLength: 4, selector: ({ id }) => id },
    ),
  })
  .map(({ parts, path, claims }) => {
    const text = parts.join('');
    const starts = [0];
    for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
      starts.push(index + segment.length);
    }
    const anchors = new Map<string, ExportAnchor>();
    const made: Claim[] = claims.map(({ id, details: fields, from, length, orphan }) => {
      const first = from % (starts.length - 1);
      const range = { start: starts[first]!, end: starts[Math.min(starts.length - 1, first + 1 + length)]! };
      anchors.set(id, orphan === 0 ? { state: 'orphan' } : { state: 'exact', range });
      const folded = normalise(text);
      const exact = folded.text.slice(folded.toNormalised(range.start), folded.toNormalised(range.end));
      return { id, selector: { exact, prefix: 'p ', suffix: ' s' }, ...fields };
    });
    return { path, language: 'en' as const, text, annotations: { claims: made, corrections: [] }, anchors };
  });
