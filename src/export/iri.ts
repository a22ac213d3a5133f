import type { ItemId } from '../model/claim';
import type { ExportOptions } from './exporter';
import { iriToPath, pathToIri } from './relativePath';

/** Our own terms and names in linked data: a URN, because nothing is ever fetched from it. */
export const vocabulary = 'urn:editorial-claims:';

/** The name of a claim in linked data. */
export function claimIri(id: ItemId): string {
  return `${vocabulary}claim:${pathToIri(id)}`;
}

/** The id of a claim from its name; `undefined` for names of other things. */
export function claimOfIri(iri: string): ItemId | undefined {
  const start = `${vocabulary}claim:`;
  return iri.startsWith(start) ? iriToPath(iri.slice(start.length)) : undefined;
}

/** The name of a correction in linked data. */
export function correctionIri(id: ItemId): string {
  return `${vocabulary}correction:${pathToIri(id)}`;
}

/** The id of a correction from its name; `undefined` for names of other things. */
export function correctionOfIri(iri: string): ItemId | undefined {
  const start = `${vocabulary}correction:`;
  return iri.startsWith(start) ? iriToPath(iri.slice(start.length)) : undefined;
}

/** The name of an article: its path behind the base address that the user gave, else a URN. */
export function articleIri(options: ExportOptions, path: string): string {
  return `${options.baseIri ?? `${vocabulary}article:`}${pathToIri(path)}`;
}

/** The path of an article from its name; an address that is not below the base stays whole. */
export function articleOfIri(iri: string, baseIri?: string): string {
  for (const start of [baseIri, `${vocabulary}article:`]) {
    if (start && iri.startsWith(start)) {
      return iriToPath(iri.slice(start.length));
    }
  }
  return iriToPath(iri);
}

/** xsd:dateTime in UTC, the only form that the W3C model and schema.org readers share. */
export function isDateTime(value: string | undefined): value is string {
  return value !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(value);
}
