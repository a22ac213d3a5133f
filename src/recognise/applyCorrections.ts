import type { Correction } from '../model/claim';
import { compareRanges, overlaps, type TextRange } from '../model/range';
import type { ActorId, DateMention, Mention, Recognition } from '../model/recognition';
import { tokenise } from '../text/tokens';
import { findClaims } from './claims';

type WithoutAnchor<T> = T extends unknown ? Omit<T, 'id' | 'selector' | 'author' | 'created'> : never;

/** A correction and where it stands in the text as it is now; its anchor was resolved elsewhere. */
export type PlacedCorrection = TextRange & WithoutAnchor<Correction>;

/** The rule's name of a date that a person gave. */
export const personRule = 'person';

/**
 * The recognition with a person's decisions in place of what was recognised there: a name or date that overlaps a
 * decision's range gives way to it. Claims are read anew, since their speakers may have changed. `nameOf` gives an
 * actor's canonical name where the host knows it. Decisions outside the text are passed over.
 */
export function applyCorrections(
  text: string,
  recognition: Recognition,
  corrections: readonly PlacedCorrection[],
  nameOf: (actor: ActorId) => string | undefined = () => undefined,
): Recognition {
  const placed = corrections.filter(({ start, end }) => start >= 0 && end > start && end <= text.length);
  if (placed.length === 0) {
    return recognition;
  }
  const { language, published } = recognition;
  const mentions = withDecisions<Mention>(recognition.mentions, placed, 'actor', (decision) =>
    decision.about === 'actor' && decision.decision === 'set'
      ? {
          start: decision.start,
          end: decision.end,
          kind: decision.kind,
          actor: decision.actor,
          name:
            nameOf(decision.actor) ??
            knownName(recognition, decision.actor) ??
            text.slice(decision.start, decision.end),
        }
      : undefined,
  );
  const dates = withDecisions<DateMention>(recognition.dates, placed, 'date', (decision) =>
    decision.about === 'date' && decision.decision === 'set'
      ? { start: decision.start, end: decision.end, value: decision.value, rule: personRule, confidence: 1 }
      : undefined,
  );
  const claims = findClaims(tokenise(text), language, mentions, dates);
  return { language, published, mentions, dates, claims };
}

function knownName(recognition: Recognition, actor: ActorId): string | undefined {
  return recognition.mentions.find((mention) => mention.actor === actor)?.name;
}

/** What was recognised and overlaps no decision about the same thing, and what was decided; the last decision wins. */
function withDecisions<T extends TextRange>(
  recognised: readonly T[],
  corrections: readonly PlacedCorrection[],
  about: PlacedCorrection['about'],
  decided: (correction: PlacedCorrection) => T | undefined,
): T[] {
  const own: PlacedCorrection[] = [];
  for (const correction of corrections) {
    if (correction.about === about) {
      const kept = own.filter((earlier) => !overlaps(earlier, correction));
      own.length = 0;
      own.push(...kept, correction);
    }
  }
  own.sort(compareRanges);
  const result: T[] = [];
  let next = 0;
  for (const item of recognised) {
    while (next < own.length && own[next]!.end <= item.start) {
      next++;
    }
    // Decisions do not overlap each other, so only those from `next` on can meet this item.
    if (next >= own.length || !overlaps(own[next]!, item)) {
      result.push(item);
    }
  }
  for (const correction of own) {
    const item = decided(correction);
    if (item) {
      result.push(item);
    }
  }
  return result.sort(compareRanges);
}
