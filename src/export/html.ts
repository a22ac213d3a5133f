import type { Claim } from '../model/claim';
import { formatEdtf } from '../model/edtfFormat';
import { escapeHtml } from './escapeHtml';
import type { Exporter, ExportInput } from './exporter';
import { lossesOf } from './losses';
import { networkSvg, type StanceEdge } from './networkSvg';
import { wellFormed } from './offsets';
import type { PreparedArticle, PreparedClaim } from './prepare';
import { pathToIri } from './relativePath';
import { reportedFields } from './reportedFields';
import { type LinkedSide, makeReport, type Report, type ReportArticle, sourceName } from './reportModel';
import { reportStyle, reportStyleHash } from './reportStyle';
import { type ReportText, reportText } from './reportText';
import { type TimelineEvent, timelineSvg } from './timelineSvg';
import { isWebAddress } from './webAddress';

/** A report in one file that needs nothing else: no script, no font, no picture from outside. */
export const htmlExporter: Exporter = {
  id: 'html',
  label: 'HTML report',
  purpose: 'To publish, mail or print: claims by article and source with a timeline and a network, in one file.',
  layout: 'file',
  extension: 'html',
  mimeType: 'text/html',
  export(input) {
    const words = reportText(input.options.language);
    const report = makeReport(input, words);
    const page = new Page(input, words).render(report);
    return {
      files: [{ path: 'claims.html', content: wellFormed(page) }],
      losses: lossesOf(
        report.articles.map(({ article }) => article),
        { fields: reportedFields, unplaced: true, context: false },
      ),
    };
  },
};

class Page {
  private readonly out: string[] = [];

  constructor(
    private readonly input: ExportInput,
    private readonly words: ReportText,
  ) {}

  render(report: Report): string {
    const { words, input } = this;
    const language = input.options.language ?? 'en';
    const policy = `default-src 'none'; style-src 'sha256-${reportStyleHash}'; base-uri 'none'; form-action 'none'`;
    this.out.push(
      '<!DOCTYPE html>',
      `<html lang="${language}">`,
      '<head>',
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="referrer" content="no-referrer">',
      `<title>${words.title}</title>`,
      `<style>${reportStyle}</style>`,
      '</head>',
      '<body>',
      '<main>',
      `<h1>${words.title}</h1>`,
      `<p class="meta">${escapeHtml(words.summary(report.claims, report.articles.length))}</p>`,
    );
    if (input.options.now) {
      this.out.push(`<p class="meta">${words.made}: ${escapeHtml(input.options.now)}</p>`);
    }
    this.timeline(report);
    this.network(report);
    report.articles.forEach((article, index) => {
      this.article(article, index);
    });
    this.out.push('</main>', '</body>', '</html>', '');
    return this.out.join('\n');
  }

  private timeline(report: Report): void {
    const events: TimelineEvent[] = report.articles.flatMap(({ article }) =>
      article.claims.map(({ claim, selector }) => ({
        row: sourceName(this.input, claim.source, article.language, this.words),
        date: claim.date ?? article.published ?? '',
        label: claim.statement ?? selector.exact,
        ...(claim.stance ? { stance: claim.stance } : {}),
      })),
    );
    const svg = timelineSvg(events, this.words.timeline, this.words.timelineNote);
    if (svg !== '') {
      this.out.push(`<h2>${this.words.timeline}</h2>`, `<p>${this.words.timelineNote}</p>`, svg);
    }
  }

  private network(report: Report): void {
    const { words } = this;
    const edges = stanceEdges(this.input, report, words);
    const svg = networkSvg(edges, words.network, words.networkNote);
    if (svg === '') {
      return;
    }
    this.out.push(`<h2>${words.network}</h2>`, `<p>${words.networkNote}</p>`, svg);
    this.table(
      words.network,
      [words.source, words.stance, words.concept, words.count],
      edges.map(({ source, concept, stance, count }) => [
        escapeHtml(source),
        stance === 'other' ? '' : words.stances[stance],
        escapeHtml(concept),
        String(count),
      ]),
    );
  }

  private article(report: ReportArticle, index: number): void {
    const { article } = report;
    const { words, out } = this;
    const file = pathToIri(article.path);
    out.push(`<h2 id="article-${index + 1}">${this.text(article.title, article.language)}</h2>`);
    out.push(`<p class="meta"><a href="${file}">${escapeHtml(article.path)}</a></p>`);
    if (article.published) {
      out.push(`<p class="meta">${words.published}: ${this.date(article.published)}</p>`);
    }
    if (article.claims.length === 0) {
      out.push(`<p>${words.noClaims}</p>`);
    }
    for (const { name, claims } of report.groups) {
      this.claims(name, article, claims);
    }
    if (report.links.length > 0) {
      this.table(
        words.linkedClaims,
        [words.thisClaim, words.relation, words.otherClaim],
        report.links.map(({ link, from, to }) => [
          this.side(from),
          words.relations[link.relation] + (link.note ? ` (${escapeHtml(link.note)})` : ''),
          this.side(to),
        ]),
      );
    }
    if (report.unplaced.length > 0) {
      out.push(`<p>${words.unplacedNote}</p>`);
      this.claims(words.unplaced, article, report.unplaced);
    }
  }

  private claims(caption: string, article: PreparedArticle, claims: readonly PreparedClaim[]): void {
    const { words } = this;
    this.table(
      caption,
      [words.quote, words.kind, words.stance, words.date, words.status, words.where],
      claims.map((placed) => [
        this.quote(article, placed),
        `${words.kinds[placed.claim.kind]}, ${words.directnesses[placed.claim.directness]}`,
        this.stance(placed.claim),
        placed.claim.date ? this.date(placed.claim.date) : '',
        words.statuses[placed.claim.status],
        this.where(article, placed),
      ]),
    );
  }

  private quote(article: PreparedArticle, { claim, selector, certain }: PreparedClaim): string {
    const { words } = this;
    const lines = [`<q>${this.text(selector.exact, article.language)}</q>`];
    const add = (label: string, text: string | undefined): void => {
      if (text) {
        lines.push(`${label}: <bdi>${escapeHtml(text)}</bdi>`);
      }
    };
    if (!certain) {
      add(words.source, sourceName(this.input, claim.source, article.language, words));
    }
    add(words.role, claim.role);
    add(words.statement, claim.statement);
    add(words.verdict, claim.verdict && [claim.verdict.rating, claim.verdict.summary].filter(Boolean).join('. '));
    add(words.reviewer, claim.verdict && [claim.verdict.reviewer, claim.verdict.date].filter(Boolean).join(', '));
    for (const { url, title, quote } of claim.verdict?.evidence ?? []) {
      const name = escapeHtml(title || url);
      const link = isWebAddress(url)
        ? `<a href="${escapeHtml(url)}" rel="noreferrer">${name}</a>`
        : `${name} ${escapeHtml(url)}`;
      lines.push(`${words.evidence}: ${link}${quote ? ` <q>${escapeHtml(quote)}</q>` : ''}`);
    }
    add(words.note, claim.note);
    return lines.join('<br>');
  }

  private stance(claim: Claim): string {
    const concepts = claim.concepts.map(escapeHtml).join(', ');
    return claim.stance ? `${this.words.stances[claim.stance]}${concepts ? `: ${concepts}` : ''}` : concepts;
  }

  private where(article: PreparedArticle, { range, state }: PreparedClaim): string {
    const line = range ? this.words.line(article.position(range.start).line + 1) : '';
    return state === 'exact' ? line : [line, this.words.states[state]].filter(Boolean).join(', ');
  }

  private side({ source, quote, path, line }: LinkedSide): string {
    const place = `<a href="${pathToIri(path)}">${escapeHtml(path)}</a>`;
    const at = line === undefined ? '' : `, ${this.words.line(line)}`;
    return `${source ? `${escapeHtml(source)}: ` : ''}<q>${escapeHtml(quote)}</q><br>${place}${at}`;
  }

  /** Text of an article, in the article's language where the report is in another. */
  private text(text: string, language: string): string {
    const foreign = language !== (this.input.options.language ?? 'en');
    return `<bdi${foreign ? ` lang="${language}"` : ''}>${escapeHtml(text)}</bdi>`;
  }

  private date(date: string): string {
    return escapeHtml(formatEdtf(date, this.input.options.language ?? 'en'));
  }

  private table(caption: string, headings: readonly string[], rows: readonly (readonly string[])[]): void {
    this.out.push('<table>', `<caption>${escapeHtml(caption)}</caption>`, '<thead>');
    this.out.push(`<tr>${headings.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr>`);
    this.out.push('</thead>', '<tbody>');
    for (const row of rows) {
      this.out.push(`<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    }
    this.out.push('</tbody>', '</table>');
  }
}

function stanceEdges(input: ExportInput, report: Report, words: ReportText): StanceEdge[] {
  const edges = new Map<string, StanceEdge>();
  for (const { article } of report.articles) {
    for (const { claim } of article.claims) {
      const source = sourceName(input, claim.source, article.language, words);
      for (const concept of claim.concepts) {
        const stance = claim.stance ?? 'other';
        const key = JSON.stringify([source, concept, stance]);
        edges.set(key, { source, concept, stance, count: (edges.get(key)?.count ?? 0) + 1 });
      }
    }
  }
  return [...edges.values()];
}
