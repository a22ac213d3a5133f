import type { Mention } from '../../model/recognition';
import { type EnglishReading, isPossessiveAt, Unit, unitAt, wordAt } from './englishReading';
import { FirstUnits } from './firstUnits';
import { Voice } from './opinionWordsEn';
import { Role } from './wordsEn';

const none: readonly string[] = [];
/** ", the former mayor of X": words between the comma and the role. */
const longestApposition = 5;

/** Common nouns by which a text may come back to a name: "president" after "President Lee" or "Lee, the president". */
export function titleNounsEn(reading: EnglishReading, mention: Mention, firstToken: number): readonly string[] {
  if (mention.kind === 'person') {
    return personNouns(reading, mention, firstToken);
  }
  if (mention.kind !== 'organization' && mention.kind !== 'misc') {
    return none;
  }
  const { tokens } = reading;
  let last = firstToken;
  while (last + 1 < tokens.count && tokens.ends[last + 1]! <= mention.end) {
    last++;
  }
  return [wordAt(reading, last).toLowerCase()];
}

const shortTitles = new Map([
  ['Gov', 'governor'],
  ['Sen', 'senator'],
  ['Rep', 'congressman'],
  ['Gen', 'general'],
  ['Col', 'colonel'],
  ['Lt', 'lieutenant'],
  ['Capt', 'captain'],
  ['Sgt', 'sergeant'],
  ['Adm', 'admiral'],
  ['Prof', 'professor'],
  ['Pres', 'president'],
]);

function personNouns(reading: EnglishReading, mention: Mention, firstToken: number): readonly string[] {
  const { tokens, voices, codes } = reading;
  const before = firstToken - 1;
  // "Gov. Lee", later "the governor"
  const short = unitAt(reading, before) === Unit.dot ? shortTitles.get(wordAt(reading, before - 1)) : undefined;
  const title =
    short ?? (before >= 0 && (voices[before]! & Voice.role) !== 0 ? wordAt(reading, before).toLowerCase() : undefined);
  let i = firstToken;
  while (i < tokens.count && tokens.starts[i]! < mention.end) {
    i++;
  }
  if (unitAt(reading, i) === Unit.comma && i + 1 < tokens.count && codes[i + 1]! & Role.determiner) {
    for (let j = i + 2; j < tokens.count && j < i + 2 + longestApposition; j++) {
      // "Lee, the company's chief": the company is not Lee.
      if (voices[j]! & Voice.role && !isPossessiveAt(reading, j + 1)) {
        return title === undefined ? [wordAt(reading, j)] : [title, wordAt(reading, j)];
      }
    }
  }
  return title === undefined ? none : [title];
}

const japaneseTitle =
  /^[\u3400-\u9fff]{0,6}?(大統領|首相|外相|国防相|国務長官|長官|副大統領|官房長官|総裁|会長|社長|知事|市長|議長|報道官|代表|党首|総書記|主席|国王|教授|監督)/;
const japaneseBodies = '省 庁 党 社 局 行 紙 誌 団体 委員会 機構 通信 研究所 新聞 政府 警察 大学 病院 裁判所'.split(
  ' ',
);
/** Each such ending by its last code unit, with the noun that comes back to it. */
const bodiesByLast = new FirstUnits<{ readonly body: string; readonly nouns: readonly string[] }>();
for (const body of japaneseBodies) {
  bodiesByLast.add(body.charCodeAt(body.length - 1), { body, nouns: [`同${body}`] });
}

/** The same in Japanese: 首相 and 同首相 after 田中首相, 同省 after 外務省. */
export function titleNounsJa(text: string, mention: Mention): readonly string[] {
  if (mention.kind === 'person') {
    const next = text.charCodeAt(mention.end);
    // Kanji only, and not 氏, which says nothing.
    if (!(next >= 0x3400 && next <= 0x9fff) || next === 0x6c0f) {
      return none;
    }
    const title = japaneseTitle.exec(text.slice(mention.end, mention.end + 14))?.[1];
    return title === undefined ? none : [title, `同${title}`];
  }
  if (mention.kind === 'organization') {
    for (const { body, nouns } of bodiesByLast.of(text.charCodeAt(mention.end - 1)) ?? []) {
      if (mention.end - mention.start >= body.length && text.startsWith(body, mention.end - body.length)) {
        return nouns;
      }
    }
  }
  return none;
}
