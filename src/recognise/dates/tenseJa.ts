import { UnitSet, Words } from '../../text/units';
import type { Tense } from './meaning';

const sentenceLength = 120;
const futureCue =
  /予定|(?:開始|発売|開催|実施|公開|配信|発送|スタート|オープン)(?:いたし|致し)?ます|(?:開始|発売|開催|実施|公開|配信|発送|スタート|オープン)(?:いた)?します|見通し|方針|見込み|予想|計画|目指|だろう|でしょう|たい考え|べき|つもり|めど|までに|見られる|期待/;

/** What is coming: a verb that is not past. */
const comingVerbs = new Words(['される', '行われる', '開かれる', '始まる', '迎える', '控える', '予定', '開催する']);
const appointments = new Words(['に指定', 'に設定', 'に延期']);
const particles = new Words(['から', 'に', 'には', 'の']);
const clauseMarks = new UnitSet('、。と');
/** So far after the date stands the verb, and so far it is looked at. */
const verbReach = 10;
const eventReach = 16;

/** 12日に投開票される知事選: a verb that is not past right after the date, and no quotation of it. */
function isComingEvent(text: string, at: number): boolean {
  // 期日を6日に指定した
  if (appointments.find(text, at)) {
    return true;
  }
  const particle = text.startsWith('には', at) ? 2 : (particles.find(text, at)?.length ?? 0);
  const end = Math.min(text.length, at + eventReach);
  for (let i = at; i < end && i <= at + particle + verbReach; i++) {
    const verb = comingVerbs.find(text, i);
    const after = i + (verb?.length ?? 0);
    if (verb && after <= end && (after === end || text.charAt(after) !== 'と')) {
      return true;
    }
    if (clauseMarks.has(text.charCodeAt(i))) {
      return false;
    }
  }
  return false;
}

/** Tells which way the sentences of a Japanese text look, by how they end; each sentence is read once. */
export class TenseJa {
  private sentenceEnd = -1;
  private sentenceTense: Tense = 'unknown';

  constructor(private readonly text: string) {}

  /** The tense of the clause after a date that ends at `at`; dates must be asked for in order. */
  after(at: number): Tense {
    if (isComingEvent(this.text, at)) {
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
    // 読んだ, but not 見通しだ
    const before = text.charAt(end - 2);
    if (last === 'た' || (last === 'だ' && (before === 'ん' || before === 'い'))) {
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
