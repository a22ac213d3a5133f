import { argdownExporter } from './argdown';
import { bratExporter } from './brat';
import { claimReviewExporter } from './claimReview';
import { csvExporter, excelCsvExporter, tsvExporter } from './csv';
import { dnaTableExporter } from './dnaTable';
import type { Exporter } from './exporter';
import { graphmlExporter } from './graphml';
import { htmlExporter } from './html';
import { hypothesisExporter } from './hypothesis';
import { markdownExporter } from './markdown';
import { ndjsonExporter } from './ndjson';
import { pubAnnotationExporter } from './pubAnnotation';
import { refiQdaExporter } from './refiQda';
import { teiExporter } from './tei';
import { webAnnotationExporter } from './webAnnotation';

/** All formats, in the order in which people are offered them. */
export const exporters: readonly Exporter[] = [
  markdownExporter,
  htmlExporter,
  csvExporter,
  excelCsvExporter,
  tsvExporter,
  webAnnotationExporter,
  claimReviewExporter,
  hypothesisExporter,
  bratExporter,
  pubAnnotationExporter,
  teiExporter,
  refiQdaExporter,
  argdownExporter,
  graphmlExporter,
  dnaTableExporter,
  ndjsonExporter,
];

/** The exporter of an id, as `--format` gives it. */
export function exporterOf(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
