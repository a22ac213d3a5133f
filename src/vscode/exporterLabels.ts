import * as vscode from 'vscode';
import type { Exporter } from '../export/exporter';

/** Name of a format for people. Exporters bring their English; the Japanese is in the bundle under it. */
export function exporterLabel(exporter: Exporter): string {
  return vscode.l10n.t(exporter.label);
}

/** Who wants the format and for what. */
export function exporterPurpose(exporter: Exporter): string {
  return vscode.l10n.t(exporter.purpose);
}
