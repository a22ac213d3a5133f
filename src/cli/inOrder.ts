/** Files that are read at the same time: enough to keep the disk busy, few enough to keep memory small. */
const width = 32;

/** Starts work on the next items while earlier ones are waited for, and gives the results in the order of the items. */
export async function* inOrder<T, R>(items: Iterable<T>, work: (item: T) => Promise<R>): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for (const item of items) {
    const started = work(item);
    // A failure is thrown where its result is due, not before.
    started.catch(() => undefined);
    running.push(started);
    if (running.length >= width) {
      yield await running.shift()!;
    }
  }
  for (const result of running) {
    yield await result;
  }
}
