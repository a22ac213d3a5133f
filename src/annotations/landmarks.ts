import { countWhile } from '../base/countWhile';
import type { TextRange } from '../model/range';

/** An annotation whose new place is beyond doubt: offsets in the old and in the new text. */
export interface Landmark {
  /** Which annotation; none is a landmark to itself. */
  readonly of: number;
  readonly was: number;
  readonly is: number;
}

/** Landmarks on each side that are asked. */
const asked = 3;
/** A distance may have changed by this much and this share of itself before it counts against a place. */
const slack = 8;
const slackShare = 0.1;
const tightShare = 0.02;

/** How well a place keeps its distance to the annotations around it, 0 to 1. */
export interface Closeness {
  /** 1 where some distance is unchanged, 0.5 at the end of the slack, towards 0 beyond; 0 without landmarks. */
  readonly any: number;
  /** The lesser of both sides, with less slack: near 1 nothing to speak of has come or gone between them. */
  readonly both: number;
}

/**
 * @param landmarks in order of `was`
 * @param of the annotation that is asked about
 */
export function closeness(landmarks: readonly Landmark[], of: number, was: number, is: number): Closeness {
  const low = countWhile(landmarks.length, (i) => landmarks[i]!.was < was);
  let any = 0;
  const sides = [0, 0];
  for (let i = Math.max(0, low - asked); i < Math.min(landmarks.length, low + asked); i++) {
    const landmark = landmarks[i]!;
    if (landmark.of === of) {
      continue;
    }
    const distance = Math.abs(was - landmark.was);
    const change = Math.abs(is - landmark.is - was + landmark.was);
    any = Math.max(any, 1 / (1 + change / (slack + slackShare * distance)));
    const side = i < low ? 0 : 1;
    sides[side] = Math.max(sides[side]!, 1 / (1 + change / (slack + tightShare * distance)));
  }
  return { any, both: Math.min(sides[0]!, sides[1]!) };
}

/**
 * The same for what stood within a passage that has been found: the passage alone tells where.
 *
 * @param from where the passage began
 * @param now where it is
 */
export function closenessWithin(from: number, now: TextRange, was: number, is: number): Closeness {
  if (is < now.start || is >= now.end) {
    return { any: 0, both: 0 };
  }
  const change = Math.abs(is - now.start - was + from);
  const kept = 1 / (1 + change / (slack + slackShare * (was - from)));
  return { any: kept, both: kept };
}
