import type { TextRange } from '../../model/range';
import type { DateMention, Mention } from '../../model/recognition';
import type { Enclosure } from '../../text/enclosures';
import type { Segment } from '../../text/segments';
import type { Tokens } from '../../text/tokens';

/** A text with what is known of it before claims are read. */
export interface Reading {
  readonly tokens: Tokens;
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
}

/** One sentence of a reading: tokens (in Japanese triggers) `[from, to)`, mentions `[firstMention, lastMention)`. */
export interface SentenceView extends TextRange {
  readonly from: number;
  readonly to: number;
  readonly firstMention: number;
  readonly lastMention: number;
  readonly segment: Segment;
  /** Quotations that share text with the sentence, outermost only. */
  readonly quotations: readonly Enclosure[];
}

/** Walks the sentences of a reading in order, so that each is found without searching. */
export class SentenceWalk {
  private place = 0;
  private mention = 0;

  /** `places` are the offsets of the text's tokens or triggers, `count` of them. */
  constructor(
    private readonly places: Int32Array,
    private readonly count: number,
    private readonly mentions: readonly Mention[],
  ) {}

  view(segment: Segment, sentence: TextRange): SentenceView {
    const { places, count, mentions } = this;
    while (this.place < count && places[this.place]! < sentence.start) {
      this.place++;
    }
    const from = this.place;
    while (this.place < count && places[this.place]! < sentence.end) {
      this.place++;
    }
    while (this.mention < mentions.length && mentions[this.mention]!.start < sentence.start) {
      this.mention++;
    }
    const firstMention = this.mention;
    while (this.mention < mentions.length && mentions[this.mention]!.start < sentence.end) {
      this.mention++;
    }
    return {
      start: sentence.start,
      end: sentence.end,
      from,
      to: this.place,
      firstMention,
      lastMention: this.mention,
      segment,
      quotations: quotationsIn(segment, sentence),
    };
  }
}

const none: readonly Enclosure[] = [];

function quotationsIn(segment: Segment, sentence: TextRange): readonly Enclosure[] {
  if (segment.enclosures.length === 0) {
    return none;
  }
  let found: Enclosure[] | undefined;
  // A paragraph has few enclosures; where it has many, the search starts at the sentence.
  for (let i = firstEndingAfter(segment.enclosures, sentence.start); i < segment.enclosures.length; i++) {
    const item = segment.enclosures[i]!;
    if (item.start >= sentence.end) {
      break;
    }
    if (item.kind === 'quotation' && item.end > sentence.start && (found?.at(-1)?.end ?? -1) <= item.start) {
      found ??= [];
      found.push(item);
    }
  }
  return found ?? none;
}

/** First top-level enclosure that may reach past `offset`; those at depth 0 do not overlap, so their ends ascend. */
function firstEndingAfter(items: readonly Enclosure[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    let top = middle;
    while (top > low && items[top]!.depth > 0) {
      top--;
    }
    if (items[top]!.end <= offset) {
      low = middle + 1;
    } else {
      high = top;
    }
  }
  return low;
}
