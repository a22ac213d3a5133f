import { claimFields } from './claimFields';
import type { Exporter } from './exporter';
import { lossesOf } from './losses';
import { type PreparedArticle, type PreparedClaim, prepare } from './prepare';
import { wellFormedJson } from './wellFormedJson';

/**
 * One article a line, in the shape that `extract --ndjson` answers, with everything recorded of each claim beside it.
 * Offsets are UTF-16 code units of the line's own `text`.
 */
export const ndjsonExporter: Exporter = {
  id: 'ndjson',
  label: 'NDJSON',
  purpose: 'For pipelines and scripts: one JSON object a line and article, the shape of the command line.',
  layout: 'file',
  extension: 'ndjson',
  mimeType: 'application/x-ndjson',
  export(input) {
    const articles = prepare(input);
    return {
      files: [{ path: 'claims.ndjson', content: articles.map((article) => `${articleLine(article)}\n`).join('') }],
      losses: lossesOf(articles, {
        fields: new Set(claimFields),
        unplaced: true,
        context: true,
        corrections: true,
        conflicts: true,
      }),
    };
  },
};

function articleLine(article: PreparedArticle): string {
  return wellFormedJson(
    {
      id: article.path,
      title: article.title,
      lang: article.language,
      published: article.published ?? null,
      text: article.text,
      mentions: article.mentions,
      dates: article.dates,
      claims: article.claims.map(claimObject),
      corrections: article.corrections.map(({ correction }) => correction),
    },
    0,
  );
}

function claimObject(placed: PreparedClaim): object {
  const { claim, range } = placed;
  return {
    ...claim,
    start: range?.start ?? null,
    end: range?.end ?? null,
    state: placed.state,
    direct: claim.directness === 'direct',
    date: claim.date ?? null,
  };
}
