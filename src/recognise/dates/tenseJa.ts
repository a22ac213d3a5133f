import type { Tense } from './meaning';

const sentenceLength = 120;
const futureCue =
  /予定|見通し|方針|見込み|予想|計画|目指|だろう|でしょう|たい考え|べき|つもり|めど|までに|見られる|期待/;

/** 12日に投開票される知事選: a verb that is not past right after the date, and no quotation of it. */
const comingEvent =
  /^(?:から|に|には|の)?[^、。と]{0,10}(?:される|行われる|開かれる|始まる|迎える|控える|予定|開催する)(?!と)/;

/** Tells which way the sentences of a Japanese text look, by how they end; each sentence is read once. */
export class TenseJa {
  private sentenceEnd = -1;
  private sentenceTense: Tense = 'unknown';

  constructor(private readonly text: string) {}

  /** The tense of the clause after a date that ends at `at`; dates must be asked for in order. */
  after(at: number): Tense {
    if (comingEvent.test(this.text.slice(at, at + 16))) {
      return 'future';
    }
    if (at > this.sentenceEnd) {
      this.readSentence(at);
    }
    return this.sentenceTense;
  }

  private readSentence(at: number): void {
    const { text } = this;
    const limit = Math.min(text.length, at + sentenceLength);
    let end = at;
    while (end < limit && !isSentenceEnd(text.charCodeAt(end))) {
      end++;
    }
    const last = text.charAt(end - 1) === '」' ? text.charAt(end - 2) : text.charAt(end - 1);
    this.sentenceEnd = end;
    if (last === 'た' || last === 'だ') {
      this.sentenceTense = 'past';
    } else {
      this.sentenceTense = futureCue.test(text.slice(at, end)) ? 'future' : 'unknown';
    }
  }
}

/** 。, a line end, ！ or ？. */
function isSentenceEnd(unit: number): boolean {
  return unit === 0x3002 || unit === 0x0a || unit === 0xff01 || unit === 0xff1f;
}
