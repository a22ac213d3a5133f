import { allFieldsBut } from './claimFields';
import { recordOf } from './claimRecord';
import type { Exporter, ExportInput } from './exporter';
import { articleIri, isDateTime } from './iri';
import { lossesOf } from './losses';
import { type PreparedArticle, type PreparedClaim, prepare } from './prepare';
import { splitList } from './textList';
import { wellFormedJson } from './wellFormedJson';

/** Kept as tags `name:value`, since Hypothesis has no fields of its own for them. */
export const taggedKeys = [
  'claim',
  'source',
  'role',
  'kind',
  'directness',
  'cue',
  'addressee',
  'stance',
  'date',
  'status',
] as const;
/** Kept as one tag for each item. */
export const taggedLists = { concept: 'concepts', actor: 'actors' } as const;

const carried = allFieldsBut('statement', 'verdict', 'links');

/** The file that Hypothesis's client exports and imports; positions count UTF-16 code units there. */
export const hypothesisExporter: Exporter = {
  id: 'hypothesis',
  label: 'Hypothesis JSON',
  purpose: 'For import in Hypothesis: quotes with notes and tags; can be imported again.',
  layout: 'file',
  extension: 'json',
  mimeType: 'application/json',
  export(input) {
    const articles = prepare(input);
    const file = {
      export_date: input.options.now ?? '1970-01-01T00:00:00Z',
      export_userid: 'acct:editorial-claims@localhost',
      client_version: '1.0.0',
      annotations: articles.flatMap((article) => article.claims.map((placed) => annotationOf(input, article, placed))),
    };
    return {
      files: [{ path: 'hypothesis.json', content: `${wellFormedJson(file)}\n` }],
      losses: lossesOf(articles, { fields: carried, unplaced: true, context: true }),
    };
  },
};

function annotationOf(input: ExportInput, article: PreparedArticle, placed: PreparedClaim): object {
  const { claim, selector } = placed;
  const uri = articleIri(input.options, article.path);
  const created = isDateTime(claim.created) ? claim.created : '1970-01-01T00:00:00Z';
  const user = `acct:${claim.author ?? 'editorial-claims'}@localhost`;
  const selectors: object[] = [
    { type: 'TextQuoteSelector', exact: selector.exact, prefix: selector.prefix, suffix: selector.suffix },
  ];
  if (placed.certain && placed.range) {
    selectors.unshift({ type: 'TextPositionSelector', start: placed.range.start, end: placed.range.end });
  }
  return {
    id: claim.id,
    created,
    updated: created,
    user,
    uri,
    text: claim.note ?? '',
    tags: tagsOf(placed),
    group: '__world__',
    permissions: { read: ['group:__world__'], admin: [user], update: [user], delete: [user] },
    target: [{ source: uri, selector: selectors }],
    document: { title: [article.title] },
    links: {},
    hidden: false,
    flagged: false,
    references: [],
    user_info: { display_name: claim.author ?? null },
  };
}

function tagsOf({ claim }: PreparedClaim): string[] {
  const record: Readonly<Record<string, string | undefined>> = { ...recordOf(claim), claim: claim.id };
  const tags: string[] = [...claim.tags];
  for (const key of taggedKeys) {
    const value = record[key];
    if (value) {
      tags.push(`${key}:${value}`);
    }
  }
  for (const [tag, key] of Object.entries(taggedLists)) {
    tags.push(...splitList(record[key]).map((item) => `${tag}:${item}`));
  }
  return tags;
}
