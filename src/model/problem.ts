/** Something wrong with input, told to a person: what, where, what to do next. */
export interface Problem {
  /** Stable code in kebab case, for tests, translation and quick fixes: "yaml-syntax", "dangling-link". */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  /** English; hosts translate by `code` and `args`. */
  readonly message: string;
  readonly args?: readonly string[];
  /** Zero-based line and UTF-16 column in the file that the problem is about. */
  readonly line: number;
  readonly column: number;
  /** The item it belongs to, where there is one. */
  readonly item?: string;
}
