import type { TextRange } from '../../model/range';
import type { ClaimKind, Mention } from '../../model/recognition';
import type { SentenceView } from './reading';

/** A report found in one sentence, before the speaker is resolved and the claim cut out. */
export interface Attribution {
  readonly cue: TextRange;
  readonly source: Speaker;
  readonly kind: ClaimKind;
  readonly direct: boolean;
  /** Part of the sentence that this report takes, or all of it. */
  readonly range: TextRange;
  /** Where the clause of a Japanese cue ends; what follows in the sentence may be the author's. */
  readonly clauseEnd?: number;
}

/** Who is meant: a name, or words that stand for one. */
export interface Speaker {
  readonly span: TextRange | null;
  readonly mention?: Mention;
  /** Words to be resolved from what stood before. */
  readonly refers?: 'person' | 'they' | 'first' | 'noun' | 'elided';
  readonly noun?: string;
}

/** Speakers with all their fields, whichever are told: code that reads objects of one shape stays compiled for it. */
export function madeSpeaker(
  span: TextRange | null,
  mention?: Mention,
  refers?: Speaker['refers'],
  noun?: string,
): Speaker {
  return { span, mention, refers, noun };
}

const longEnough = 12;

/** A quotation of some words in the claim's range, not just a term in quotation marks. */
export function isDirect(view: SentenceView, range: TextRange): boolean {
  return view.quotations.some(
    ({ innerStart, innerEnd }) =>
      innerEnd - innerStart >= longEnough && innerStart >= range.start - 1 && innerStart < range.end,
  );
}
