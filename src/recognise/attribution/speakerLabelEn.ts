import type { Mention } from '../../model/recognition';
import { CharClass } from '../../text/charClass';
import type { Segment } from '../../text/segments';
import { type EnglishReading, Unit, unitAt, wordAt } from './englishReading';

const shortest = 15;
const longestTitle = 10;

/** "Moss: Nobody asked me." in an interview, "Moss: Dam will not be built" as a headline: who speaks the paragraph. */
export function speakerLabel(
  reading: EnglishReading,
  { block, sentences }: Segment,
  firstMention: number,
): Mention | undefined {
  const mention = reading.mentions[firstMention];
  const first = sentences[0];
  if (!first || mention?.kind !== 'person' || mention.start !== first.start || first.end - mention.end < shortest) {
    return undefined;
  }
  let after = reading.firstToken[firstMention]! + 1;
  while (reading.mentionOf[after] === firstMention) {
    after++;
  }
  // "ANN LEE, NEWS CORRESPONDENT:"
  const most = after + longestTitle;
  while (after < most && (unitAt(reading, after) === Unit.comma || reading.tokens.classes[after] === CharClass.upper)) {
    after++;
  }
  if (unitAt(reading, after) !== Unit.colon) {
    return undefined;
  }
  const { text } = reading.tokens;
  const closed = '.?!”"’'.includes(text.charAt(first.end - 1));
  // "Moss: two goals, one assist" is a list.
  const words = /[a-z]/.test(wordAt(reading, after + 2)) && /[a-z]/.test(wordAt(reading, after + 3));
  return closed || (block.kind !== 'prose' && words) ? mention : undefined;
}
