import { type Reading, Shape } from './reading';

const apostrophe = 0x27;

export function isCapital(reading: Reading, token: number): boolean {
  const shape = reading.shapes[token]!;
  return shape >= Shape.capitalised && shape <= Shape.mixed;
}

/** Code units between a token and the one before it. */
export function gapBefore(reading: Reading, token: number): number {
  return token === 0 ? 1 : reading.tokens.starts[token]! - reading.tokens.ends[token - 1]!;
}

/** Whether the token is the s of a possessive: 's glued to the word before. */
export function isPossessive(reading: Reading, apostropheToken: number): boolean {
  const { tokens, firsts } = reading;
  const s = apostropheToken + 1;
  return (
    firsts[apostropheToken] === apostrophe &&
    gapBefore(reading, apostropheToken) === 0 &&
    s < tokens.count &&
    gapBefore(reading, s) === 0 &&
    firsts[s] === 0x73 &&
    tokens.ends[s]! - tokens.starts[s]! === 1
  );
}
