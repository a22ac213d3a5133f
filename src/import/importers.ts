import { bratImporter } from './bratImporter';
import { csvImporter } from './csvImporter';
import { dnaImporter } from './dnaImporter';
import { hypothesisImporter } from './hypothesisImporter';
import type { Importer } from './importer';
import { pubAnnotationImporter } from './pubAnnotationImporter';
import { refiQdaImporter } from './refiQdaImporter';
import { webAnnotationImporter } from './webAnnotationImporter';

/** All formats that can be imported, in the order in which people are offered them. */
export const importers: readonly Importer[] = [
  csvImporter,
  webAnnotationImporter,
  hypothesisImporter,
  bratImporter,
  pubAnnotationImporter,
  refiQdaImporter,
  dnaImporter,
];

/** The importer of an id, as `--format` gives it. */
export function importerOf(id: string): Importer | undefined {
  return importers.find((importer) => importer.id === id);
}
