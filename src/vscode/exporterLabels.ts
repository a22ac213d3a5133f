import type { Exporter } from '../export/exporter';

/** Name of a format for people. */
export function exporterLabel(exporter: Exporter): string {
  return exporter.label;
}

/** Who wants the format and for what. */
export function exporterPurpose(exporter: Exporter): string {
  return exporter.purpose;
}
