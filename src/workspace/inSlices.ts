import type { WorkspaceHost } from './host';

/** Work between two breaths of the editor, in milliseconds. */
export const sliceMilliseconds = 5;

/** Takes all steps, and lets the editor breathe between them as often as it should. */
export async function inSlices(steps: Iterable<void>, host: Pick<WorkspaceHost, 'yield'>): Promise<void> {
  let sliceStart = Date.now();
  for (const _ of steps) {
    if (Date.now() - sliceStart >= sliceMilliseconds) {
      await host.yield();
      sliceStart = Date.now();
    }
  }
}
