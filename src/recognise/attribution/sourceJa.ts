import type { Mention } from '../../model/recognition';
import { UnitSet, Words } from '../../text/units';
import { Trigger } from '../triggers';
import { madeSpeaker, type Speaker } from './attribution';
import { canSpeakJa, longestPersonWord, personWords } from './cuesJa';
import type { JapaneseReading } from './japaneseReading';
import type { SentenceView } from './reading';

/** Somebody who may be the speaker: a phrase before は, が, も or によると. */
export interface SpeakerJa {
  readonly start: number;
  /** After the particle. */
  readonly after: number;
  readonly particle: 'は' | 'が' | 'も' | '、' | 'source';
  readonly speaker: Speaker;
}

/** A phrase before a particle is at most this long. */
const longest = 32;
/** A noun that speaks, behind the last の of its phrase, is at most this long. */
const longestNoun = 12;
const sourceWords = new Words(['によると', 'によれば', 'によりますと']);

/** Possible speakers of a sentence, outside quotations, in order. */
export function speakersJa(reading: JapaneseReading, view: SentenceView): SpeakerJa[] {
  const { text } = reading.tokens;
  const { at: places, bits } = reading.triggers;
  const found: SpeakerJa[] = [];
  let quotation = 0;
  let mention = view.firstMention;
  let resume = view.start + 1;
  for (let i = view.from; i < view.to; i++) {
    const at = places[i]!;
    if ((bits[i]! & Trigger.particle) === 0 || at < resume) {
      continue;
    }
    while (quotation < view.quotations.length && view.quotations[quotation]!.end <= at) {
      quotation++;
    }
    if (quotation < view.quotations.length && at > view.quotations[quotation]!.start) {
      continue;
    }
    const particle = particleAt(text, at) ?? headlineTopic(text, view, at, found.length);
    if (!particle) {
      continue;
    }
    while (mention < view.lastMention && reading.mentions[mention]!.end <= at - longest) {
      mention++;
    }
    let last = mention;
    while (last < view.lastMention && reading.mentions[last]!.start < at) {
      last++;
    }
    const start = phraseStart(reading, view.start, at, last - 1);
    const after = at + particle.length;
    const speaker = start < at ? speakerIn(reading, view, mention, start, at) : undefined;
    if (speaker) {
      const role = particle.length > 2 ? 'source' : (particle.charAt(particle.length - 1) as SpeakerJa['particle']);
      found.push({ start: speaker.span?.start ?? start, after, particle: role, speaker });
    }
    resume = after;
  }
  return found;
}

/** What every particle begins with. */
export const particleBeginnings = ['は', 'が', 'も', '、', 'によ', 'では'];
const nounEnds = new UnitSet('らんさ」');
const fullStops = new UnitSet('。！？');
/** Katakana, kanji, digits, letters, and what closes a bracket or joins names. */
const nounSigns = new UnitSet('々)）=＝', [
  [0x30a1, 0x30ff],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xff10, 0xff5a],
]);

const wa = 'は'.charCodeAt(0);
const ga = 'が'.charCodeAt(0);
const de = 'で'.charCodeAt(0);
const ni = 'に'.charCodeAt(0);
const comma = '、'.charCodeAt(0);

function particleAt(text: string, at: number): string | undefined {
  const unit = text.charCodeAt(at);
  if (unit === ni) {
    return sourceWords.find(text, at);
  }
  if (unit === de) {
    return text.charCodeAt(at + 1) === wa ? 'では' : undefined;
  }
  // も and は within words: もう, はず; a particle follows a noun.
  if (unit === comma || !(nounSigns.at(text, at - 1) || nounEnds.at(text, at - 1))) {
    return undefined;
  }
  return unit === wa ? 'は' : unit === ga ? 'が' : 'も';
}

/** A headline's topic stands before its first comma: 知事、辞任を否定. */
function headlineTopic(text: string, view: SentenceView, at: number, found: number): string | undefined {
  const early = found === 0 && at - view.start <= longest && text.charCodeAt(at) === comma;
  return early && !fullStops.at(text, view.end - 1) ? '、' : undefined;
}

const ra = 'ら'.charCodeAt(0);
const no = 'の'.charCodeAt(0);
const corner = '」'.charCodeAt(0);
/** Titles in kana and plurals at the end of a phrase. */
const kanaEnds = ['さん', 'ちゃん', 'くん', 'さま', 'さんら', '氏ら', 'たち', 'ら'];

/** Back over names, nouns, brackets, ・, and の between nouns; `last` is the last mention that begins before `at`. */
function phraseStart(reading: JapaneseReading, limit: number, at: number, last: number): number {
  const { text } = reading.tokens;
  const least = Math.max(limit, at - longest);
  let mention = last;
  let i = at - kanaEndLength(text, at);
  while (i > least) {
    const unit = text.charCodeAt(i - 1);
    while (mention >= 0 && reading.mentions[mention]!.start >= i) {
      mention--;
    }
    const name = mention >= 0 ? reading.mentions[mention]! : undefined;
    if (name && name.end >= i) {
      i = name.start;
    } else if (unit === 0x29 || unit === 0xff09) {
      const open = Math.max(text.lastIndexOf('(', i - 1), text.lastIndexOf('（', i - 1));
      if (open <= least) {
        break;
      }
      i = open - kanaEndLength(text, open);
    } else if (unit === corner) {
      // 運営会社「ひだまりケア」は
      const open = text.lastIndexOf('「', i - 1);
      if (open <= least || !name || name.start < open) {
        break;
      }
      i = open;
    } else if (nounSigns.has(unit) || (i < at && (unit === no || unit === ra))) {
      i--;
    } else {
      break;
    }
  }
  return Math.max(i, limit);
}

/** What the words above end in. */
const lastKana = new UnitSet('んまらち');

function kanaEndLength(text: string, at: number): number {
  if (!lastKana.at(text, at - 1)) {
    return 0;
  }
  for (const ending of kanaEnds) {
    if (text.startsWith(ending, at - ending.length)) {
      return ending.length;
    }
  }
  return 0;
}

function speakerIn(
  reading: JapaneseReading,
  view: SentenceView,
  first: number,
  start: number,
  end: number,
): Speaker | undefined {
  const { text } = reading.tokens;
  let best: Mention | undefined;
  for (let i = first; i < view.lastMention; i++) {
    const mention = reading.mentions[i]!;
    if (mention.start >= end) {
      break;
    }
    if (mention.end > start && (!best || rank[mention.kind] >= rank[best.kind])) {
      best = mention;
    }
  }
  if (best && rank[best.kind] > 0) {
    const speaks = best.end >= end || mayFollowSpeaker(text.slice(best.end, end));
    return speaks ? madeSpeaker({ start: best.start, end: best.end }, best) : undefined;
  }
  let from = end;
  while (from > start && text.charCodeAt(from - 1) !== no) {
    from--;
  }
  if (end - from > longestNoun) {
    return undefined;
  }
  const last = text.slice(from, end);
  const span = { start: from, end };
  if (last.length <= longestPersonWord && personWords.has(last)) {
    return madeSpeaker(span, undefined, 'person');
  }
  if (last.length >= 2 && canSpeakJa(last)) {
    return madeSpeaker(span, undefined, 'noun', last);
  }
  return undefined;
}

/** Of several names in one phrase the person speaks: トランプ米大統領. */
const rank = { person: 3, organization: 2, country: 1, place: 0, misc: 0 } as const;

const brackets = new UnitSet(')）');
const lastBracket = /[(（][^()（）]{1,24}[)）]$/;

/** Whether the words between a name and the particle leave it the speaker: a title, a bracket. */
function mayFollowSpeaker(tail: string): boolean {
  const rest = withoutBracket(tail);
  return rest === '' || canSpeakJa(rest);
}

/** What follows a name, without a bracket after it or its title, or the end of the one around it. */
export function withoutBracket(tail: string): string {
  const bare = tail.endsWith('」') ? tail.slice(0, -1) : tail;
  const rest = brackets.at(bare, bare.length - 1) ? bare.replace(lastBracket, '') : bare;
  const first = rest.charAt(0);
  if (first === '(' || first === '（' || first === ')' || first === '）') {
    return rest.slice(Math.max(rest.indexOf(')'), rest.indexOf('）')) + 1);
  }
  return rest;
}
