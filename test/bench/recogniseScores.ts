import fs from 'node:fs';
import type { TextRange } from '../../src/model/range';

/** One text with its marks; a line of the NDJSON files that the benchmark is pointed at. */
export interface MarkedText {
  readonly id: string;
  readonly lang: 'en' | 'ja';
  readonly text: string;
  readonly published?: string | null;
  readonly layers?: readonly string[];
  readonly mentions?: readonly Mark[];
  readonly dates?: readonly Mark[];
  readonly ignore?: readonly TextRange[];
}

export interface Mark extends TextRange {
  readonly kind?: string;
}

const scored = new Set(['person', 'organization', 'country']);

export function readMarkedTexts(file: string): MarkedText[] {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as MarkedText);
}

/** True and false finds, and what was missed. */
export class Tally {
  found = 0;
  wrong = 0;
  missed = 0;

  /** Exact range and kind; what overlaps a place or an ignored stretch counts neither way. */
  add(gold: readonly Mark[], ignored: readonly TextRange[], system: readonly Mark[]): void {
    const key = ({ start, end, kind }: Mark): string => `${start},${end},${kind ?? ''}`;
    const wanted = new Set(gold.map(key));
    const given = new Set(system.map(key));
    for (const mark of system) {
      if (wanted.has(key(mark))) {
        this.found++;
      } else if (!ignored.some((range) => range.start < mark.end && mark.start < range.end)) {
        this.wrong++;
      }
    }
    this.missed += gold.filter((mark) => !given.has(key(mark))).length;
  }

  /** F1 in per cent. */
  get f(): number {
    return (200 * this.found) / Math.max(1, 2 * this.found + this.wrong + this.missed);
  }
}

/** Actors of one text, gold against system. */
export function addMentions(tally: Tally, text: MarkedText, system: readonly Mark[]): void {
  const all = text.mentions ?? [];
  const gold = all.filter(({ kind }) => scored.has(kind ?? ''));
  const ignored = [...all.filter(({ kind }) => !scored.has(kind ?? '')), ...(text.ignore ?? [])];
  tally.add(
    gold,
    ignored,
    system.filter(({ kind }) => scored.has(kind ?? '')),
  );
}

/** Date expressions of one text, their extent only. */
export function addDates(tally: Tally, text: MarkedText, system: readonly Mark[]): void {
  const bare = ({ start, end }: TextRange): Mark => ({ start, end });
  tally.add((text.dates ?? []).map(bare), text.ignore ?? [], system.map(bare));
}
