/** Prefix of the console lines by which the extension host reports to run-tests.mjs. */
export const MARK: string;
export interface Summary {
  name: string;
  unit: string;
  n: number;
  min: number;
  p50: number;
  p95: number;
  max: number;
}
/** Makes the `run` that VS Code calls: sets up mocha's globals, loads the tests, runs them, reports. */
export function createRun(
  options: { ui?: 'bdd' | 'tdd'; timeout?: number; slow?: number; retries?: number },
  loadTests: () => Promise<unknown>,
): () => Promise<void>;
/** Reports a measurement: one number or many of the same kind. Returns the summary, so that a test can hold it to a budget. */
export function measure(name: string, values: number | number[], unit?: string): Summary;
/** Runs `work` under the CPU profiler of this (Node) extension host and writes a .cpuprofile. */
export function cpuProfile<T>(file: string, work: () => Promise<T>): Promise<T>;
