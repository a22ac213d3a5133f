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

/**
 * How well a place keeps its distance to the annotations around it: 1 where some distance is unchanged, 0.5 at the
 * end of the slack, towards 0 beyond. 0 without landmarks.
 *
 * @param landmarks in order of `was`
 * @param of the annotation that is asked about
 */
export function closeness(landmarks: readonly Landmark[], of: number, was: number, is: number): number {
  let low = 0;
  let high = landmarks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (landmarks[middle]!.was < was) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  let best = 0;
  for (const landmark of landmarks.slice(Math.max(0, low - asked), low + asked)) {
    if (landmark.of === of) {
      continue;
    }
    const distance = was - landmark.was;
    const change = Math.abs(is - landmark.is - distance);
    best = Math.max(best, 1 / (1 + change / (slack + slackShare * Math.abs(distance))));
  }
  return best;
}
