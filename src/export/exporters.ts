import { csvExporter, excelCsvExporter, tsvExporter } from './csv';
import type { Exporter } from './exporter';
import { markdownExporter } from './markdown';
import { webAnnotationExporter } from './webAnnotation';

/** All formats, in the order in which people are offered them. */
export const exporters: readonly Exporter[] = [
  markdownExporter,
  csvExporter,
  excelCsvExporter,
  tsvExporter,
  webAnnotationExporter,
];

/** The exporter of an id, as `--format` gives it. */
export function exporterOf(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
