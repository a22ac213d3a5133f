import type { TextRange } from '../model/range';

/** One change of an open document: `deleted` code units from `start` on give way to `inserted`. */
export interface TextEdit {
  readonly start: number;
  readonly deleted: number;
  readonly inserted: string;
}

/** A range that follows edits. Once everything in it was deleted it is collapsed: start equals end. */
export interface LiveRange extends TextRange {
  readonly id: string;
}

/** Whether an annotation whose range was not empty has lost all of its text. */
export function isCollapsed(range: TextRange): boolean {
  return range.end <= range.start;
}

/**
 * Where a range is after an edit. Text typed at either edge stays outside; text typed inside belongs to the range; a
 * replacement that covers one end takes that end with it; one that covers all collapses the range to where the new
 * text ends. Collapsed ranges stay collapsed and move along.
 */
export function followEdit(range: TextRange, edit: TextEdit): TextRange {
  const editEnd = edit.start + edit.deleted;
  const shift = edit.inserted.length - edit.deleted;
  if (editEnd <= range.start) {
    // An insertion right before the range, and anything further up.
    return { start: range.start + shift, end: range.end + shift };
  }
  if (edit.start >= range.end) {
    return { start: range.start, end: range.end };
  }
  const newEnd = edit.start + edit.inserted.length;
  if (edit.start <= range.start && editEnd >= range.end) {
    // A replacement of exactly the quoted text is its new wording; anything wider deletes it.
    const exactly = edit.start === range.start && editEnd === range.end;
    return exactly ? { start: edit.start, end: newEnd } : { start: newEnd, end: newEnd };
  }
  if (edit.start <= range.start) {
    return { start: newEnd, end: range.end + shift };
  }
  if (editEnd >= range.end) {
    return { start: range.start, end: edit.start };
  }
  return { start: range.start, end: range.end + shift };
}

/**
 * Keeps the ranges of one open document in step with its edits, undo included: what each edit did is kept, so that
 * undoing a deletion, even one made key by key and undone at once, brings back the ranges that it collapsed. Pure:
 * every method gives a new value.
 */
export class LiveRanges {
  private constructor(
    readonly ranges: readonly LiveRange[],
    private readonly past: readonly Step[],
    private readonly undone: readonly Undone[],
  ) {}

  static of(ranges: readonly LiveRange[]): LiveRanges {
    return new LiveRanges(ranges, [], []);
  }

  /**
   * Applies the changes of one event, each in the offsets of the text before it, as VS Code gives them: apart from one
   * another, the last place first.
   *
   * @param textBefore the text before the event; what is deleted is kept to recognise its undoing
   */
  edited(edits: readonly TextEdit[], textBefore: string): LiveRanges {
    const step: Step = { inverse: inverseOf(edits, textBefore), ranges: this.ranges };
    return (
      this.#redoneBy(edits) ??
      this.#undoneBy(edits, step) ??
      new LiveRanges(this.#followed(edits), [...this.past.slice(1 - mostSteps), step], this.undone)
    );
  }

  /** Ranges that lost all their text: shown as orphans until undo or a person brings them back. */
  get orphans(): readonly LiveRange[] {
    return this.ranges.filter(isCollapsed);
  }

  /** Adds a range, or gives the annotation of that id a new one. */
  with(range: LiveRange): LiveRanges {
    return new LiveRanges([...this.ranges.filter((one) => one.id !== range.id), range], this.past, this.undone);
  }

  without(id: string): LiveRanges {
    return new LiveRanges(
      this.ranges.filter((one) => one.id !== id),
      this.past,
      this.undone,
    );
  }

  /** The state before the last steps where `edits` undo exactly these; annotations added or removed since stay so. */
  #undoneBy(edits: readonly TextEdit[], step: Step): LiveRanges | undefined {
    let composed: readonly TextEdit[] | undefined = [];
    for (let n = this.past.length - 1; n >= 0 && composed; n--) {
      const { inverse, ranges } = this.past[n]!;
      composed = composed.length === 0 ? inverse : compose(composed, inverse);
      if (composed && sameEdits(composed, edits)) {
        const undone: Undone = { ...step, past: this.past, after: this.past[n - 1] };
        return new LiveRanges(this.#restored(edits, ranges), this.past.slice(0, n), [
          ...this.undone.slice(1 - mostSteps),
          undone,
        ]);
      }
    }
    return undefined;
  }

  /** The state before the last undoing, where `edits` take exactly that back; it may have been typed, and is undone itself. */
  #redoneBy(edits: readonly TextEdit[]): LiveRanges | undefined {
    const i = this.undone.findLastIndex(
      ({ after, inverse }) => after === this.past.at(-1) && sameEdits(inverse, edits),
    );
    const undone = this.undone[i];
    return undone && new LiveRanges(this.#restored(edits, undone.ranges), undone.past, this.undone.slice(0, i));
  }

  #followed(edits: readonly TextEdit[]): readonly LiveRange[] {
    return edits.reduce<readonly LiveRange[]>(
      (ranges, edit) => ranges.map((range) => ({ ...followEdit(range, edit), id: range.id })),
      this.ranges,
    );
  }

  /** The ranges as they were; what was added since follows the edits, what was removed stays so. */
  #restored(edits: readonly TextEdit[], before: readonly LiveRange[]): readonly LiveRange[] {
    const known = new Map(before.map((range) => [range.id, range]));
    return this.#followed(edits).map((range) => known.get(range.id) ?? range);
  }
}

interface Step {
  /** The edits that undo the step, last place first. */
  readonly inverse: readonly TextEdit[];
  readonly ranges: readonly LiveRange[];
}

/** An edit that undid steps, with what it went back from. */
interface Undone extends Step {
  /** The steps before it, those that it undid among them. */
  readonly past: readonly Step[];
  /** The last step that it left. */
  readonly after: Step | undefined;
}

/** Steps that can be undone with their ranges. */
const mostSteps = 200;

function inverseOf(edits: readonly TextEdit[], text: string): TextEdit[] {
  return edits.map((edit) => {
    const shift = edits
      .filter((other) => other.start < edit.start)
      .reduce((sum, other) => sum + other.inserted.length - other.deleted, 0);
    return {
      start: edit.start + shift,
      deleted: edit.inserted.length,
      inserted: text.slice(edit.start, edit.start + edit.deleted),
    };
  });
}

/** One edit that does what two single edits in a row do, where they touch. */
function compose(first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const [a, b] = [first[0], second[0]];
  if (!a || !b || first.length > 1 || second.length > 1) {
    return undefined;
  }
  const aEnd = a.start + a.inserted.length;
  const bEnd = b.start + b.deleted;
  if (b.start > aEnd || bEnd < a.start) {
    return undefined;
  }
  const before = Math.max(0, a.start - b.start);
  const after = Math.max(0, bEnd - aEnd);
  return [
    {
      start: a.start - before,
      deleted: before + a.deleted + after,
      inserted:
        a.inserted.slice(0, Math.max(0, b.start - a.start)) +
        b.inserted +
        a.inserted.slice(Math.max(0, bEnd - a.start)),
    },
  ];
}

function sameEdits(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, deleted, inserted }, i) => {
      const other = b[i]!;
      return start === other.start && deleted === other.deleted && inserted === other.inserted;
    })
  );
}
