import type { LinkRelation } from '../model/claim';
import { graphemesAfter } from '../text/graphemes';
import { claimFields } from './claimFields';
import { recordOf } from './claimRecord';
import { argdownData, argdownTag, argdownTitle, escapeArgdown } from './escapeArgdown';
import type { Exporter, ExportInput } from './exporter';
import { lossesOf } from './losses';
import { wellFormed } from './offsets';
import { type PreparedArticle, type PreparedClaim, prepare } from './prepare';
import { linkedArticle } from './relativePath';
import { sourceName } from './reportModel';
import { reportText } from './reportText';

/** Argdown's signs for a relation from the claim above to the claim named; the others stand in the data only. */
const signs: Partial<Record<LinkRelation, string>> = { supports: '+>', contradicts: '><' };

const titleLength = 40;

/** Argdown (https://argdown.org/syntax/): claims as statements with tags and data, links as relations. */
export const argdownExporter: Exporter = {
  id: 'argdown',
  label: 'Argdown',
  purpose: 'For argument maps in Argdown: claims with who said them, support and contradiction.',
  layout: 'file',
  extension: 'argdown',
  mimeType: 'text/plain',
  export(input) {
    const articles = prepare(input);
    const titles = titlesOf(input, articles);
    const out: string[] = [];
    for (const article of articles) {
      out.push(`# ${escapeArgdown(article.title)}`, '');
      for (const placed of article.claims) {
        out.push(statementLine(article, placed, titles), ...relationLines(article, placed, titles), '');
      }
    }
    return {
      files: [{ path: 'claims.argdown', content: wellFormed(out.join('\n')) }],
      losses: lossesOf(articles, { fields: new Set(claimFields), unplaced: true, context: false }),
    };
  },
};

type Titles = ReadonlyMap<string, string>;

/** A title for each claim that tells people what it is and that no other claim has. */
function titlesOf(input: ExportInput, articles: readonly PreparedArticle[]): Titles {
  const words = reportText(input.options.language);
  const titles = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const article of articles) {
    for (const { claim, selector } of article.claims) {
      const name = sourceName(input, claim.source, article.language, words);
      const text = graphemesAfter(claim.statement ?? selector.exact, 0, titleLength);
      const title = argdownTitle(`${name} ${text}`);
      const count = (counts.get(title) ?? 0) + 1;
      counts.set(title, count);
      titles.set(`${article.path}#${claim.id}`, count === 1 ? title : `${title} (${count})`);
    }
  }
  return titles;
}

function statementLine(article: PreparedArticle, placed: PreparedClaim, titles: Titles): string {
  const { claim, selector } = placed;
  const { links: _, ...record } = recordOf(claim);
  const tags = [...claim.concepts, ...claim.tags].map(argdownTag).filter((tag) => tag !== '');
  const data = {
    claim: claim.id,
    article: article.path,
    ...(claim.statement ? { quote: selector.exact } : {}),
    ...record,
    ...(claim.links.length > 0 ? { links: claim.links } : {}),
  };
  return [
    `[${titles.get(`${article.path}#${claim.id}`)}]: ${escapeArgdown(claim.statement ?? selector.exact)}`,
    ...tags.map((tag) => `#(${tag})`),
    argdownData(data),
  ].join(' ');
}

function relationLines(article: PreparedArticle, { claim }: PreparedClaim, titles: Titles): string[] {
  return claim.links.flatMap((link) => {
    const sign = signs[link.relation];
    const title = titles.get(`${linkedArticle(article.path, link.article)}#${link.claim}`);
    return sign && title ? [`  ${sign} [${title}]`] : [];
  });
}
