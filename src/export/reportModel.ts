import type { ClaimLink } from '../model/claim';
import type { ClaimSource, Language } from '../model/recognition';
import type { ExportInput } from './exporter';
import { actorName, type PreparedArticle, type PreparedClaim, prepare } from './prepare';
import { linkedArticle } from './relativePath';
import type { ReportText } from './reportText';

/** One side of a link as a report shows it. */
export interface LinkedSide {
  readonly quote: string;
  readonly path: string;
  /** From 1; absent where the claim is not part of the export or has no place. */
  readonly line?: number;
  readonly source?: string;
}

export interface LinkedPair {
  readonly link: ClaimLink;
  readonly from: LinkedSide;
  readonly to: LinkedSide;
}

/** What one actor says in one article. */
export interface SourceGroup {
  readonly name: string;
  readonly claims: readonly PreparedClaim[];
}

export interface ReportArticle {
  readonly article: PreparedArticle;
  /** Claims with a certain place, by source in order of first appearance. */
  readonly groups: readonly SourceGroup[];
  /** Orphans and claims that wait for review. */
  readonly unplaced: readonly PreparedClaim[];
  readonly links: readonly LinkedPair[];
}

/** What the Markdown and the HTML report show. */
export interface Report {
  readonly articles: readonly ReportArticle[];
  readonly claims: number;
}

/** Puts claims in the order of a report: by article, then by who said it. */
export function makeReport(input: ExportInput, words: ReportText): Report {
  const articles = prepare(input);
  const places = new Map<string, { readonly article: PreparedArticle; readonly placed: PreparedClaim }>();
  for (const article of articles) {
    for (const placed of article.claims) {
      places.set(`${article.path}#${placed.claim.id}`, { article, placed });
    }
  }
  const side = (path: string, id: string, quote: string): LinkedSide => {
    const target = places.get(`${path}#${id}`);
    if (!target) {
      return { quote, path };
    }
    const { article, placed } = target;
    return {
      quote: placed.selector.exact,
      path,
      source: sourceName(input, placed.claim.source, article.language, words),
      ...(placed.range ? { line: article.position(placed.range.start).line + 1 } : {}),
    };
  };
  return {
    claims: articles.reduce((sum, article) => sum + article.claims.length, 0),
    articles: articles.map((article) => ({
      article,
      groups: groupsOf(input, article, words),
      unplaced: article.claims.filter((placed) => !placed.certain),
      links: article.claims.flatMap(({ claim }) =>
        claim.links.map((link) => ({
          link,
          from: side(article.path, claim.id, ''),
          to: side(linkedArticle(article.path, link.article), link.claim, link.quote),
        })),
      ),
    })),
  };
}

function groupsOf(input: ExportInput, article: PreparedArticle, words: ReportText): SourceGroup[] {
  const groups = new Map<ClaimSource, PreparedClaim[]>();
  for (const placed of article.claims.filter((candidate) => candidate.certain)) {
    const group = groups.get(placed.claim.source);
    if (group) {
      group.push(placed);
    } else {
      groups.set(placed.claim.source, [placed]);
    }
  }
  return [...groups].map(([source, claims]) => ({ name: sourceName(input, source, article.language, words), claims }));
}

/** Who a claim comes from, for people. */
export function sourceName(input: ExportInput, source: ClaimSource, language: Language, words: ReportText): string {
  if (source === null) {
    return words.unknownSource;
  }
  return source === 'author' ? words.authorSource : actorName(input.actors, source, input.options.language ?? language);
}
