import type { TextRange } from '../model/range';
import type { AttributedClaim, DateMention, Mention, Recognition } from '../model/recognition';
import { lineEnd, lineStart } from '../text/lineReach';
import type { RecogniseContext } from './context';
import { collect, movedClaim, movedRange } from './foundItems';
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
  readonly text: string;
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
  /** The text as it was at the last full reading; patches have changed it since. */
  private baseText: string;
  /** The text as it is now, put together when it is asked for: a keystroke must not copy a megabyte. */
  private current: string | undefined;
  /** The last reading of the whole text; made when it is asked for. */
  private base: Recognition | undefined;
  private patches: Patch[] = [];
  private introductions: Introductions | undefined;
  private whole: Recognition | undefined;
  /** Of the text as it is now, in UTF-16 code units. */
  length: number;
  /** Code units read by the last edit, for tests and benchmarks. */
  charactersRead = 0;

  constructor(
    text: string,
    private context: RecogniseContext = {},
  ) {
    this.baseText = text;
    this.current = text;
    this.length = text.length;
  }

  get text(): string {
    this.current ??= this.slice(0, this.length);
    return this.current;
  }

  /** Whether {@link settle} may still change something. */
  get isSettled(): boolean {
    return this.patches.length === 0;
  }

  /** Everything recognised in the text as it is now. */
  get recognition(): Recognition {
    this.whole ??= this.patches.length === 0 ? this.lastReading() : this.in(0, this.length);
    return this.whole;
  }

  /** Replaces `deleted` code units at `start` by `inserted`; what lies outside the text is passed over. */
  edit(start: number, deleted: number, inserted: string): void {
    const from = Math.max(0, Math.min(start, this.length));
    const to = Math.max(from, Math.min(from + deleted, this.length));
    const length = this.length - (to - from) + inserted.length;
    if (this.base && length > wholeTextLimit && this.patches.length < mostPatches) {
      const window = this.windowAround(from, to);
      const text = this.slice(window.start, from) + inserted + this.slice(to, window.end);
      if (text.length <= longestPatch) {
        this.patch(this.base, window, text);
        this.length = length;
        this.current = undefined;
        this.whole = undefined;
        return;
      }
    }
    this.start(this.slice(0, from) + inserted + this.slice(to, this.length));
  }

  /** Reads the whole text again if edits left anything open; whether the result may have changed. */
  settle(): boolean {
    if (this.patches.length === 0) {
      return false;
    }
    this.start(this.text);
    return true;
  }

  /** Another publication date, file name or registry: the whole text is read again. */
  setContext(context: RecogniseContext): void {
    this.context = context;
    this.start(this.text);
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
    add(base, baseAt, this.length - shift, shift);
    return { language, published, mentions, dates, claims };
  }

  /** Begins anew with a text that nothing is known of. */
  private start(text: string): void {
    this.baseText = text;
    this.current = text;
    this.length = text.length;
    this.base = undefined;
    this.patches = [];
    this.introductions = undefined;
    this.whole = undefined;
  }

  /** The last reading of the whole text, which patches may have changed since. */
  private lastReading(): Recognition {
    if (!this.base) {
      const text = this.baseText;
      this.charactersRead = text.length;
      this.base = recognise(text, this.context);
      this.introductions = text.length > wholeTextLimit ? new Introductions(text, this.base.mentions) : undefined;
    }
    return this.base;
  }

  /** The text between two offsets as it is now. */
  private slice(start: number, end: number): string {
    let text = '';
    let at = 0;
    let shift = 0;
    for (const patch of this.patches) {
      text += part(this.baseText, at, patch.start, shift, start, end);
      text += part(patch.text, patch.start, patch.end, patch.start, start, end);
      at = patch.end;
      shift = patch.end - patch.baseEnd;
    }
    return text + part(this.baseText, at, this.length, shift, start, end);
  }

  /** The lines around an edit, and every patch that they meet. */
  private windowAround(from: number, to: number): TextRange {
    let start = from - lineStart(this.slice(Math.max(0, from - windowReach), from), from <= windowReach);
    const most = Math.min(this.length, to + windowReach);
    let end = to + lineEnd(this.slice(to, most), most === this.length);
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

  private patch(base: Recognition, window: TextRange, text: string): void {
    const change = text.length - (window.end - window.start);
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
    const found = this.readWindow(base, text);
    kept.push({
      start: window.start,
      end: window.start + text.length,
      baseStart,
      baseEnd: baseEnd ?? window.end - shiftBefore,
      text,
      found,
    });
    this.patches = [...kept, ...after];
  }

  /** Reads a stretch of the text after the passages that introduce its names. */
  private readWindow({ language, published }: Recognition, words: string): Found {
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

/** What `[start, end)` has of a text's part that stands at `[from, to)`, `shift` further on than in the text itself. */
function part(text: string, from: number, to: number, shift: number, start: number, end: number): string {
  const low = Math.max(from, start);
  const high = Math.min(to, end);
  return low < high ? text.slice(low - shift, high - shift) : '';
}
