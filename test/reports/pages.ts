import { htmlExporter } from '../../src/export/html';
import { inputFullOf } from '../unit/export/hostileInput';
import { hostilePayloads } from '../unit/export/hostilePayloads';
import { sampleInput, textFile, twoArticles } from '../unit/export/samples';

/** The HTML report of two articles, for the tests in a browser. */
export function samplePage(language: 'en' | 'ja'): string {
  return textFile(
    htmlExporter.export(sampleInput(twoArticles(), { language, now: '2031-06-01T00:00:00Z' })),
    'claims.html',
  );
}

/** One report with every hostile text in every field. */
export function hostilePage(): string {
  const inputs = hostilePayloads.map(inputFullOf);
  const articles = inputs.flatMap((input, index) =>
    input.articles.map((article) => ({ ...article, path: `${index}/${article.path}` })),
  );
  const actors = new Map(inputs.flatMap((input) => [...input.actors]));
  return textFile(htmlExporter.export({ articles, actors, options: { now: hostilePayloads[30]! } }), 'claims.html');
}
