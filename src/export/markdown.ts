import type { Claim } from '../model/claim';
import { formatEdtf } from '../model/edtfFormat';
import type { Language } from '../model/recognition';
import { escapeMarkdown, markdownLink } from './escapeMarkdown';
import type { Exporter } from './exporter';
import { lossesOf } from './losses';
import { wellFormed } from './offsets';
import type { PreparedArticle, PreparedClaim } from './prepare';
import { pathToIri } from './relativePath';
import { reportedFields } from './reportedFields';
import { type LinkedSide, makeReport, type ReportArticle, sourceName } from './reportModel';
import { type ReportText, reportText } from './reportText';
import { isWebAddress } from './webAddress';

/** A report to read, in Markdown with tables (GitHub Flavored Markdown). */
export const markdownExporter: Exporter = {
  id: 'markdown',
  label: 'Markdown report',
  purpose: 'To read, mail or commit: claims by article and source, linked claims side by side.',
  layout: 'file',
  extension: 'md',
  mimeType: 'text/markdown',
  export(input) {
    const words = reportText(input.options.language);
    const report = makeReport(input, words);
    const out = [`# ${words.title}`, '', words.summary(report.claims, report.articles.length), ''];
    if (input.options.now) {
      out.push(`${words.made}: ${escapeMarkdown(input.options.now)}`, '');
    }
    for (const article of report.articles) {
      out.push(...articleLines(article, words, input.options.language ?? 'en'));
      for (const { claim } of article.unplaced) {
        out.push(
          `- ${escapeMarkdown(sourceName(input, claim.source, article.article.language, words))}: ` +
            `“${escapeMarkdown(claim.selector.exact)}”`,
        );
      }
      if (article.unplaced.length > 0) {
        out.push('');
      }
    }
    const prepared = report.articles.map(({ article }) => article);
    return {
      files: [{ path: 'claims.md', content: wellFormed(out.join('\n')) }],
      losses: lossesOf(prepared, { fields: reportedFields, unplaced: true, context: false }),
    };
  },
};

function articleLines(report: ReportArticle, words: ReportText, language: Language): string[] {
  const { article } = report;
  const out = [`## ${escapeMarkdown(article.title)}`, ''];
  const file = markdownLink(article.path, pathToIri(article.path));
  out.push(
    article.published
      ? `${file}, ${words.published}: ${escapeMarkdown(formatEdtf(article.published, language))}`
      : file,
    '',
  );
  if (article.claims.length === 0) {
    out.push(words.noClaims, '');
  }
  for (const group of report.groups) {
    out.push(`### ${escapeMarkdown(group.name)}`, '', ...claimTable(article, group.claims, words, language), '');
    const details = group.claims.flatMap(({ claim }) => detailLines(claim, words));
    if (details.length > 0) {
      out.push(...details, '');
    }
  }
  if (report.links.length > 0) {
    out.push(`### ${words.linkedClaims}`, '');
    out.push(...table([words.thisClaim, words.relation, words.otherClaim]));
    for (const { link, from, to } of report.links) {
      const relation = words.relations[link.relation] + (link.note ? ` (${link.note})` : '');
      out.push(row([sideCell(from), escapeMarkdown(relation), sideCell(to)]));
    }
    out.push('');
  }
  if (report.unplaced.length > 0) {
    out.push(`### ${words.unplaced}`, '', words.unplacedNote, '');
  }
  return out;
}

function claimTable(
  article: PreparedArticle,
  claims: readonly PreparedClaim[],
  words: ReportText,
  language: Language,
): string[] {
  const lines = table([words.quote, words.kind, words.stance, words.date, words.status, words.where]);
  for (const { claim, range, selector } of claims) {
    const line = range ? article.position(range.start).line + 1 : 0;
    lines.push(
      row([
        escapeMarkdown(selector.exact) + (claim.role ? ` (${escapeMarkdown(claim.role)})` : ''),
        `${words.kinds[claim.kind]}, ${words.directnesses[claim.directness]}`,
        stanceText(claim, words),
        escapeMarkdown(claim.date ? formatEdtf(claim.date, language) : ''),
        words.statuses[claim.status],
        markdownLink(words.line(line), `${pathToIri(article.path)}#L${line}`),
      ]),
    );
  }
  return lines;
}

function stanceText(claim: Claim, words: ReportText): string {
  const concepts = claim.concepts.map(escapeMarkdown).join(', ');
  return claim.stance ? `${words.stances[claim.stance]}${concepts ? `: ${concepts}` : ''}` : concepts;
}

function detailLines(claim: Claim, words: ReportText): string[] {
  const { verdict } = claim;
  const lines: string[] = [];
  const add = (label: string, text: string | undefined): void => {
    if (text) {
      lines.push(`  - ${label}: ${escapeMarkdown(text)}`);
    }
  };
  add(words.statement, claim.statement);
  if (verdict) {
    add(words.verdict, [verdict.rating, verdict.summary].filter(Boolean).join('. '));
    add(words.reviewer, [verdict.reviewer, verdict.date].filter(Boolean).join(', '));
    for (const { url, title, quote } of verdict.evidence) {
      const link = isWebAddress(url)
        ? markdownLink(title || url, url)
        : escapeMarkdown([title, url].filter(Boolean).join(' '));
      lines.push(`  - ${words.evidence}: ${link}${quote ? ` “${escapeMarkdown(quote)}”` : ''}`);
    }
  }
  add(words.note, claim.note);
  return lines.length > 0 ? [`- “${escapeMarkdown(claim.selector.exact)}”`, ...lines] : [];
}

function sideCell(side: LinkedSide): string {
  const anchor = side.line === undefined ? '' : `#L${side.line}`;
  const who = side.source ? `${escapeMarkdown(side.source)}: ` : '';
  return `${who}“${escapeMarkdown(side.quote)}” ${markdownLink(side.path, pathToIri(side.path) + anchor)}`;
}

function table(headings: readonly string[]): string[] {
  return [row(headings), row(headings.map(() => '---'))];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
