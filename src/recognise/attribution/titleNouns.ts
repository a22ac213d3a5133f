import type { Language, Mention } from '../../model/recognition';
import { speakers } from './nounsEn';
import type { Reading } from './reading';

const none: readonly string[] = [];
/** Titles stand within this many characters of a name. */
const reach = 48;
const englishTitle = /([A-Za-z]+)[ \u00a0]$/;
const englishApposition = /^, (?:the|a|an|its|his|her) (?:[a-z]+ ){0,3}([a-z]+)/;
const lastWord = /([A-Za-z]+)$/;
const japaneseTitle =
  /^[\u3400-\u9fff]{0,6}?(大統領|首相|外相|国防相|国務長官|長官|副大統領|官房長官|総裁|会長|社長|知事|市長|議長|報道官|代表|党首|総書記|主席|国王|教授|監督)/;
const japaneseBody = /(省|庁|党|社|局|行|紙|誌|団体|委員会|機構|通信|研究所|新聞|政府|警察|大学|病院|裁判所)$/;

/** Common nouns by which a text may come back to a name: "president" after "President Lee", 同省 after 外務省. */
export function titleNouns(reading: Reading, mention: Mention, language: Language): readonly string[] {
  const { text } = reading.tokens;
  return language === 'ja' ? japanese(text, mention) : english(text, mention);
}

function english(text: string, mention: Mention): readonly string[] {
  if (mention.kind === 'person') {
    const title = englishTitle.exec(text.slice(Math.max(0, mention.start - 24), mention.start))?.[1]?.toLowerCase();
    const apposed =
      text.charCodeAt(mention.end) === 0x2c
        ? englishApposition.exec(text.slice(mention.end, mention.end + reach))?.[1]
        : undefined;
    return [title, apposed].filter((noun): noun is string => noun !== undefined && speakers.has(noun));
  }
  if (mention.kind === 'organization' || mention.kind === 'misc') {
    const last = lastWord.exec(text.slice(Math.max(mention.start, mention.end - 24), mention.end))?.[1];
    return last === undefined ? none : [last.toLowerCase()];
  }
  return none;
}

function japanese(text: string, mention: Mention): readonly string[] {
  if (mention.kind === 'person') {
    const title = japaneseTitle.exec(text.slice(mention.end, mention.end + 14))?.[1];
    return title === undefined ? none : [title, `同${title}`];
  }
  if (mention.kind === 'organization') {
    const body = japaneseBody.exec(text.slice(Math.max(mention.start, mention.end - 4), mention.end))?.[1];
    return body === undefined ? none : [`同${body}`];
  }
  return none;
}
