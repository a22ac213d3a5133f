import type { Claim } from '../model/claim';
import type { ClaimField } from './claimFields';
import { csvCell } from './csvCell';
import type { Exporter, ExportInput } from './exporter';
import type { Loss } from './loss';
import { lossesOf } from './losses';
import { wellFormed } from './offsets';
import { actorName, type PreparedArticle, prepare } from './prepare';

/**
 * The event list of Discourse Network Analyzer (https://github.com/leifeld-lab/dna): one line for each claim and
 * concept, with the fields of its default statement type. The last three columns are ours, for the way back.
 */
export const dnaColumns = [
  'statement_id',
  'time',
  'document_id',
  'document_title',
  'document_author',
  'document_source',
  'document_section',
  'document_type',
  'person',
  'organization',
  'concept',
  'agreement',
  'text',
  'start',
  'stop',
] as const;

const carried: ReadonlySet<ClaimField> = new Set<ClaimField>(['source', 'concepts', 'stance']);

/** Discourse Network Analyzer's table: who supports or opposes which concept, when, in which document. */
export const dnaTableExporter: Exporter = {
  id: 'dna',
  label: 'Discourse Network Analyzer table',
  purpose: 'For discourse network analysis (DNA, rDNA): person, organization, concept, agreement, date.',
  layout: 'file',
  extension: 'csv',
  mimeType: 'text/csv',
  export(input) {
    const articles = prepare(input);
    const lines = [dnaColumns.join(',')];
    const uncoded: Loss[] = [];
    for (const article of articles) {
      for (const { claim, range, selector } of article.claims) {
        const reason = notCoded(claim);
        if (reason) {
          uncoded.push({
            kind: 'claim',
            article: article.path,
            item: claim.id,
            detail: `${reason}: ${selector.exact}`,
          });
          continue;
        }
        for (const concept of claim.concepts) {
          lines.push(
            [
              claim.id,
              article.published ?? '',
              article.path,
              article.title,
              '',
              '',
              '',
              article.language,
              ...sourceCells(input, article, claim),
              concept,
              claim.stance === 'support' ? 'yes' : 'no',
              selector.exact,
              range ? String(article.offsets.toCodePoint(range.start)) : '',
              range ? String(article.offsets.toCodePoint(range.end)) : '',
            ]
              .map(csvCell)
              .join(','),
          );
        }
      }
    }
    const coded = articles.map((article) => ({
      ...article,
      claims: article.claims.filter(({ claim }) => notCoded(claim) === undefined),
    }));
    return {
      files: [{ path: 'dna.csv', content: wellFormed(`${lines.join('\r\n')}\r\n`) }],
      losses: [...uncoded, ...lossesOf(coded, { fields: carried, unplaced: true, context: false })],
    };
  },
};

/** Why DNA has no line for a claim: its agreement is yes or no, and always about a concept. */
function notCoded(claim: Claim): string | undefined {
  if (claim.concepts.length === 0) {
    return 'no concept';
  }
  return claim.stance === 'support' || claim.stance === 'oppose' ? undefined : 'no stance for or against';
}

function sourceCells(input: ExportInput, article: PreparedArticle, claim: Claim): readonly [string, string] {
  if (!claim.source) {
    return ['', ''];
  }
  const name = actorName(input.actors, claim.source, article.language);
  return claim.source === 'author' || input.actors.get(claim.source)?.kind === 'person' ? [name, ''] : ['', name];
}
