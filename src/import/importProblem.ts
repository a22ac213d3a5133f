import type { Problem } from '../model/problem';

/** A problem of an imported file; the line is zero-based, 0 where the format has none. */
export function importProblem(
  code: string,
  severity: Problem['severity'],
  message: string,
  place: { readonly line?: number; readonly item?: string; readonly args?: readonly string[] } = {},
): Problem {
  const { line = 0, item, args } = place;
  return { code, severity, message, line, column: 0, ...(item ? { item } : {}), ...(args ? { args } : {}) };
}
