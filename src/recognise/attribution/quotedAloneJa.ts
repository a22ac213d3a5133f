import { type Attribution, madeSpeaker } from './attribution';
import { canSpeakJa } from './cuesJa';
import type { JapaneseReading } from './japaneseReading';
import type { SentenceView } from './reading';
import { withoutBracket } from './sourceJa';

const shortestQuotation = 6;
const longestTitle = 24;
const stop = '。';
const particles = 'はもが、';

/**
 * 親方は「よく我慢した」。 and the headline 首相「続投する」: a name, perhaps with its title, and a quotation that ends the
 * sentence, without a word of saying. The bracket is taken for the cue.
 */
export function quotedAlone(reading: JapaneseReading, view: SentenceView): Attribution | undefined {
  const { text } = reading.tokens;
  const quotation = view.quotations[view.quotations.length - 1]!;
  const last = text[view.end - 1] === stop ? view.end - 1 : view.end;
  if (quotation.end !== last || quotation.innerEnd - quotation.innerStart < shortestQuotation) {
    return undefined;
  }
  for (let i = view.lastMention - 1; i >= view.firstMention; i--) {
    const mention = reading.mentions[i]!;
    if (mention.end > quotation.start) {
      continue;
    }
    if (quotation.start - mention.end > longestTitle || mention.kind === 'place' || mention.kind === 'misc') {
      return undefined;
    }
    const between = text.slice(mention.end, quotation.start);
    const rest = particles.includes(between.charAt(between.length - 1)) ? between.slice(0, -1) : between;
    const title = withoutBracket(rest);
    const isName = title === '' ? mention.kind === 'person' : !title.includes('の') && canSpeakJa(title);
    const span = { start: mention.start, end: mention.end };
    return isName
      ? {
          cue: { start: quotation.start, end: quotation.start + 1 },
          source: madeSpeaker(span, mention),
          kind: 'statement',
          direct: true,
          range: { start: view.start, end: view.end },
          clauseEnd: undefined,
        }
      : undefined;
  }
  return undefined;
}
