import type { TextRange } from '../model/range';
import type { AttributedClaim, DateMention, Mention, Recognition } from '../model/recognition';
import type { RecogniseContext } from './context';
import { Introductions } from './introductions';
import { recognise } from './recognise';

/** A text up to this many UTF-16 code units is read anew at every edit: some two milliseconds. */
export const wholeTextLimit = 24_000;
/** In a longer one the lines around the edit are read, this far at most on either side. */
const windowReach = 2_000;
/** More patches, or one longer than this, and the text is read anew. */
const mostPatches = 48;
const longestPatch = 60_000;

type Found = Pick<Recognition, 'mentions' | 'dates' | 'claims'>;

/** A stretch of the text that was read again since the last full reading. */
interface Patch extends TextRange {
  /** What it replaces, in the text as it was at the last full reading. */
  readonly baseStart: number;
  readonly baseEnd: number;
  /** Offsets count from the patch's start. */
  readonly found: Found;
}

/**
 * A text under edit and what is recognised in it. A short text is always exactly what {@link recognise} gives. In a
 * long one an edit reads its own lines again, with the passages that introduce the names in them; everything else is
 * kept and moved. What an edit changes elsewhere (a name's first mention deleted) shows after {@link settle}, which the
 * host calls when the person pauses; then it is exactly what {@link recognise} gives. The whole text is read when its
 * recognition is asked for, not before.
 */
export class RecognisedDocument {
  private current: string;
  /** The last reading of the whole text; made when it is asked for. */
  private base: Recognition | undefined;
  private patches: Patch[] = [];
  private introductions: Introductions | undefined;
  private whole: Recognition | undefined;
  /** Code units read by the last edit, for tests and benchmarks. */
  charactersRead = 0;

  constructor(
    text: string,
    private context: RecogniseContext = {},
  ) {
    this.current = text;
  }

  get text(): string {
    return this.current;
  }

  /** Whether {@link settle} may still change something. */
  get isSettled(): boolean {
    return this.patches.length === 0;
  }

  /** Everything recognised in the text as it is now. */
  get recognition(): Recognition {
    this.whole ??= this.patches.length === 0 ? this.lastReading() : this.in(0, this.current.length);
    return this.whole;
  }

  /** Replaces `deleted` code units at `start` by `inserted`; what lies outside the text is passed over. */
  edit(start: number, deleted: number, inserted: string): void {
    const from = Math.max(0, Math.min(start, this.current.length));
    const to = Math.max(from, Math.min(from + deleted, this.current.length));
    const before = this.current;
    this.current = before.slice(0, from) + inserted + before.slice(to);
    this.whole = undefined;
    const window = this.windowAround(before, from, to);
    const length = window.end - window.start - (to - from) + inserted.length;
    const tooMuch = this.patches.length >= mostPatches || length > longestPatch;
    if (this.base && this.current.length > wholeTextLimit && !tooMuch) {
      this.patch(this.base, window, length);
    } else {
      this.forget();
    }
  }

  /** Reads the whole text again if edits left anything open; whether the result may have changed. */
  settle(): boolean {
    if (this.patches.length === 0) {
      return false;
    }
    this.forget();
    return true;
  }

  /** Another publication date, file name or registry: the whole text is read again. */
  setContext(context: RecogniseContext): void {
    this.context = context;
    this.forget();
  }

  /** What is recognised between two offsets, ranges that only touch it left out. Costs no more than what it gives. */
  in(start: number, end: number): Recognition {
    const base = this.lastReading();
    const { language, published } = base;
    const mentions: Mention[] = [];
    const dates: DateMention[] = [];
    const claims: AttributedClaim[] = [];
    const add = (found: Found, from: number, to: number, shift: number): void => {
      const low = Math.max(from, start - shift);
      const high = Math.min(to, end - shift);
      if (low < high) {
        collect(found.mentions, low, high, from, to, (item) => mentions.push(movedRange(item, shift)));
        collect(found.dates, low, high, from, to, (item) => dates.push(movedRange(item, shift)));
        collect(found.claims, low, high, from, to, (item) => claims.push(movedClaim(item, shift)));
      }
    };
    let baseAt = 0;
    let shift = 0;
    for (const patch of this.patches) {
      add(base, baseAt, patch.baseStart, shift);
      add(patch.found, 0, patch.end - patch.start, patch.start);
      baseAt = patch.baseEnd;
      shift = patch.end - patch.baseEnd;
    }
    add(base, baseAt, this.current.length - shift, shift);
    return { language, published, mentions, dates, claims };
  }

  private forget(): void {
    this.base = undefined;
    this.patches = [];
    this.introductions = undefined;
    this.whole = undefined;
  }

  /** The last reading of the whole text, which patches may have changed since. */
  private lastReading(): Recognition {
    if (!this.base) {
      this.charactersRead = this.current.length;
      this.base = recognise(this.current, this.context);
      const long = this.current.length > wholeTextLimit;
      this.introductions = long ? new Introductions(this.current, this.base.mentions) : undefined;
    }
    return this.base;
  }

  /** The lines around an edit of the text before it, and every patch that they meet. */
  private windowAround(text: string, from: number, to: number): TextRange {
    let start = lineStart(text, from);
    let end = lineEnd(text, to);
    for (let grown = true; grown; ) {
      grown = false;
      for (const patch of this.patches) {
        if (patch.start <= end && patch.end >= start && (patch.start < start || patch.end > end)) {
          start = Math.min(start, patch.start);
          end = Math.max(end, patch.end);
          grown = true;
        }
      }
    }
    return { start, end };
  }

  private patch(base: Recognition, window: TextRange, length: number): void {
    const change = length - (window.end - window.start);
    const kept: Patch[] = [];
    const after: Patch[] = [];
    let shiftBefore = 0;
    let baseEnd: number | undefined;
    for (const patch of this.patches) {
      if (patch.end < window.start) {
        kept.push(patch);
        shiftBefore = patch.end - patch.baseEnd;
      } else if (patch.start > window.end) {
        after.push({ ...patch, start: patch.start + change, end: patch.end + change });
      } else {
        // Met by the window, which then ends with this patch or after it.
        baseEnd = patch.baseEnd + (window.end - patch.end);
      }
    }
    const baseStart = window.start - shiftBefore;
    const found = this.readWindow(base, window.start, window.start + length);
    kept.push({
      start: window.start,
      end: window.start + length,
      baseStart,
      baseEnd: baseEnd ?? window.end - shiftBefore,
      found,
    });
    this.patches = [...kept, ...after];
  }

  /** Reads a stretch of the current text after the passages that introduce its names. */
  private readWindow({ language, published }: Recognition, start: number, end: number): Found {
    const words = this.current.slice(start, end);
    const passages = this.introductions?.passagesFor(words) ?? '';
    const context = { ...this.context, language, published: published?.value ?? this.context.published };
    const found = recognise(passages + words, context);
    this.charactersRead = passages.length + words.length;
    const skip = passages.length;
    const own = <T extends TextRange>(items: readonly T[]): T[] => items.filter((item) => item.start >= skip);
    return {
      mentions: own(found.mentions).map((item) => movedRange(item, -skip)),
      dates: own(found.dates).map((item) => movedRange(item, -skip)),
      claims: own(found.claims).map((item) => movedClaim(item, -skip)),
    };
  }
}

/** Items of a list ordered by start that overlap `[low, high)` and lie inside `[from, to]`. */
function collect<T extends TextRange>(
  items: readonly T[],
  low: number,
  high: number,
  from: number,
  to: number,
  take: (item: T) => void,
): void {
  for (let i = firstReaching(items, low); i < items.length && items[i]!.start < high; i++) {
    const item = items[i]!;
    if (item.end > low && item.start >= from && item.end <= to) {
      take(item);
    }
  }
}

/** No name, date or claim is longer than this. */
const longestItem = 4_000;

/** The first item that may reach past `offset`. */
function firstReaching(items: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start < offset - longestItem) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function movedRange<T extends TextRange>(item: T, shift: number): T {
  return shift === 0 ? item : { ...item, start: item.start + shift, end: item.end + shift };
}

function movedClaim(claim: AttributedClaim, shift: number): AttributedClaim {
  if (shift === 0) {
    return claim;
  }
  return {
    ...movedRange(claim, shift),
    sourceSpan: claim.sourceSpan && movedRange(claim.sourceSpan, shift),
    cue: claim.cue && movedRange(claim.cue, shift),
  };
}

function lineStart(text: string, at: number): number {
  const least = Math.max(0, at - windowReach);
  const line = text.slice(least, at).lastIndexOf('\n');
  if (line >= 0) {
    return least + line + 1;
  }
  return least === 0 ? 0 : boundaryBefore(text, least, at);
}

function lineEnd(text: string, at: number): number {
  const most = Math.min(text.length, at + windowReach);
  const line = text.slice(at, most).indexOf('\n');
  if (line >= 0) {
    return at + line;
  }
  return most === text.length ? most : boundaryAfter(text, at, most);
}

/** In a line too long to be read whole: after a space or full stop near `least`. */
function boundaryBefore(text: string, least: number, at: number): number {
  for (let i = least; i < at; i++) {
    if (' 　。、'.includes(text.charAt(i))) {
      return i + 1;
    }
  }
  return least;
}

function boundaryAfter(text: string, at: number, most: number): number {
  for (let i = most; i > at; i--) {
    if (' 　。、'.includes(text.charAt(i - 1))) {
      return i;
    }
  }
  return most;
}
