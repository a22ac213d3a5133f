import type { AttributedClaim, DateMention, Language, Mention } from '../model/recognition';
import { segmentTokens } from '../text/segments';
import type { Tokens } from '../text/tokens';
import { type BlockClaims, ClaimReader } from './attribution/claimReader';
import { chooseClaims } from './attribution/genre';

/** Sentences and clauses that report what somebody said, or in which the author judges or demands. */
export function findClaims(
  tokens: Tokens,
  language: Language,
  mentions: readonly Mention[],
  dates: readonly DateMention[],
): AttributedClaim[] {
  const reader = new ClaimReader(tokens, language, mentions, dates);
  const blocks: BlockClaims[] = [];
  let memory = reader.firstMemory;
  for (const part of segmentTokens(tokens)) {
    const found = reader.read(part, memory, blocks.length === 0);
    memory = found.memory;
    blocks.push(found);
  }
  return chooseClaims(blocks, language);
}
