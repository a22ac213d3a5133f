/** `node:assert` does not exist in the web worker host; this is what the tests need of it. */
function fail(message: string, actual: unknown, expected: unknown): never {
  throw Object.assign(new Error(message), { actual, expected });
}

export function ok(value: unknown, message = 'expected a truthy value'): asserts value {
  if (!value) {
    fail(message, value, true);
  }
}

export function equal<T>(actual: T, expected: T, message?: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) {
    fail(message ?? `expected ${a} to equal ${b}`, actual, expected);
  }
}

export function match(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) {
    fail(`expected ${JSON.stringify(text)} to match ${pattern}`, text, String(pattern));
  }
}
