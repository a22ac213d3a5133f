import { WordTable } from './wordTable';

const mostRuns = 1 << 15;
const mostWords = 1 << 17;
/** No run is longer, so that what is being added always fits. */
const reserve = 256;

/** The words of runs of kanji met before, one after another in common arrays; kanji runs repeat all the time. */
export class RunCache {
  /** Where each word ends, from the start of its run. */
  readonly ends = new Uint8Array(mostWords);
  readonly classes = new Int32Array(mostWords);
  readonly roles = new Int32Array(mostWords);
  private used = 0;
  private runs = 0;
  private readonly plain = new WordTable(mostRuns >> 1);
  private readonly inflected = new WordTable(mostRuns >> 1);

  get isFull(): boolean {
    return this.runs >= mostRuns || this.used + reserve > mostWords;
  }

  /** Index of the run's first word; -1 for a run not met yet. */
  find(text: string, start: number, end: number, hash: number, inflected: boolean): number {
    return (inflected ? this.inflected : this.plain).get(text, start, end, hash, -1);
  }

  /** Begins a run, whose words are pushed next; returns the index of its first word. */
  add(run: string, inflected: boolean): number {
    (inflected ? this.inflected : this.plain).add(run, this.used);
    this.runs++;
    return this.used;
  }

  push(end: number, classes: number, roles: number): void {
    this.ends[this.used] = end;
    this.classes[this.used] = classes;
    this.roles[this.used] = roles;
    this.used++;
  }
}
