import type { Directness } from '../model/claim';
import { contains, overlaps, type TextRange } from '../model/range';
import type {
  ActorId,
  AttributedClaim,
  ClaimKind,
  ClaimSource,
  Edtf,
  Mention,
  Recognition,
} from '../model/recognition';
import { segment, sentenceAt } from '../text/segments';
import { roleAsPrinted } from './roleAsPrinted';

/** What a new claim can be filled in with; all of it can be changed by the person who records it. */
export interface ClaimDraft extends TextRange {
  readonly source: ClaimSource;
  /** The source's role as printed: "U.S. special envoy". */
  readonly role?: string;
  readonly kind: ClaimKind;
  readonly directness: Directness;
  readonly cue?: string;
  /** What time the claim is about. */
  readonly date?: Edtf;
  readonly actors: readonly ActorId[];
}

/**
 * Fills in a claim for a selection, or for the sentence around an empty one; `undefined` in a blank line. Offsets are
 * those of `text`, which `recognition` was made from.
 */
export function claimDraft(text: string, recognition: Recognition, selection: TextRange): ClaimDraft | undefined {
  const range = selection.start < selection.end ? trimmed(text, selection) : sentenceAt(text, selection.start);
  if (!range) {
    return undefined;
  }
  const claim = bestClaim(recognition.claims, range);
  const mentions = recognition.mentions.filter((mention) => contains(range, mention) && isActor(mention));
  const actors = [...new Set([...mentions.map(({ actor }) => actor), ...sourceOf(claim)])];
  const speaker = claim?.sourceSpan ? speakerIn(recognition.mentions, claim) : undefined;
  return {
    ...range,
    source: claim ? claim.source : 'author',
    role: speaker && roleAsPrinted(text, speaker, recognition),
    kind: claim?.kind ?? 'statement',
    directness: directnessOf(text, claim, range),
    cue: claim?.cue ? text.slice(claim.cue.start, claim.cue.end) : undefined,
    date: claim?.date ?? firstDate(recognition, range),
    actors,
  };
}

function trimmed(text: string, { start, end }: TextRange): TextRange | undefined {
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  while (from < to && text.charAt(from).trim() === '') {
    from++;
  }
  while (to > from && text.charAt(to - 1).trim() === '') {
    to--;
  }
  return from < to ? { start: from, end: to } : undefined;
}

function isActor({ kind }: Mention): boolean {
  return kind === 'person' || kind === 'organization' || kind === 'country';
}

function sourceOf(claim: AttributedClaim | undefined): ActorId[] {
  return claim?.source && claim.source !== 'author' ? [claim.source] : [];
}

/** The claim that shares most text with the range; where several do alike, the smallest. */
function bestClaim(claims: readonly AttributedClaim[], range: TextRange): AttributedClaim | undefined {
  let best: AttributedClaim | undefined;
  let bestScore = 0;
  for (const claim of claims) {
    if (!overlaps(claim, range)) {
      continue;
    }
    const shared = Math.min(claim.end, range.end) - Math.max(claim.start, range.start);
    const score = shared / (Math.max(claim.end, range.end) - Math.min(claim.start, range.start));
    if (score > bestScore) {
      best = claim;
      bestScore = score;
    }
  }
  return best;
}

function speakerIn(mentions: readonly Mention[], claim: AttributedClaim): Mention | undefined {
  const span = claim.sourceSpan!;
  return mentions.find((mention) => mention.actor === claim.source && overlaps(mention, span));
}

/** Direct where the range is, or holds, words in quotation marks; indirect where somebody else says it. */
function directnessOf(text: string, claim: AttributedClaim | undefined, range: TextRange): Directness {
  const around = segment(text, lineStart(text, range.start), lineEnd(text, range.end));
  const quotes = around.flatMap(({ enclosures }) => enclosures.filter(({ kind }) => kind === 'quotation'));
  const whole = quotes.some((quote) => contains(quote, range) || (contains(range, quote) && isMost(quote, range)));
  if (whole || (claim?.direct && contains(range, claim))) {
    return 'direct';
  }
  return claim && claim.source !== 'author' ? 'indirect' : 'paraphrase';
}

function isMost(quote: TextRange, range: TextRange): boolean {
  return (quote.end - quote.start) * 2 > range.end - range.start;
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function firstDate(recognition: Recognition, range: TextRange): Edtf | undefined {
  return recognition.dates.find((date) => contains(range, date) && date.value !== null)?.value ?? undefined;
}
