import type { Mention } from '../../model/recognition';
import type { Speaker } from './attribution';
import { canSpeakJa, personWords } from './cuesJa';
import type { Reading, SentenceView } from './reading';

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
const sourceWords = ['によると', 'によれば', 'によりますと'];

/** Possible speakers of a sentence, outside quotations, in order. */
export function speakersJa(reading: Reading, view: SentenceView): SpeakerJa[] {
  const { text } = reading.tokens;
  const found: SpeakerJa[] = [];
  let quotation = 0;
  let mention = view.firstMention;
  for (let at = view.start + 1; at < view.end; at++) {
    const around = view.quotations[quotation];
    if (around && at > around.start) {
      quotation++;
      at = Math.max(at, around.end - 1);
      continue;
    }
    if (mayBeParticle[text.charCodeAt(at)] === 0) {
      continue;
    }
    const particle = particleAt(text, at) ?? headlineTopic(text, view, at, found.length);
    if (!particle) {
      continue;
    }
    while (mention < view.lastMention && reading.mentions[mention]!.end <= at - longest) {
      mention++;
    }
    const start = phraseStart(text, view.start, at);
    const after = at + particle.length;
    const speaker = start < at ? speakerIn(reading, view, mention, start, at) : undefined;
    if (speaker) {
      const role = particle.length > 2 ? 'source' : (particle.charAt(particle.length - 1) as SpeakerJa['particle']);
      found.push({ start: speaker.span?.start ?? start, after, particle: role, speaker });
    }
    at = after - 1;
  }
  return found;
}

const mayBeParticle = new Uint8Array(65536);
for (const char of 'はがもにで、') {
  mayBeParticle[char.charCodeAt(0)] = 1;
}

function particleAt(text: string, at: number): string | undefined {
  const char = text.charAt(at);
  if (char === 'に') {
    return sourceWords.find((word) => text.startsWith(word, at));
  }
  if (char === 'で' && text.charAt(at + 1) === 'は') {
    return 'では';
  }
  if (char !== 'は' && char !== 'が' && char !== 'も') {
    return undefined;
  }
  // も and は within words: もう, はず; a particle follows a noun.
  return isNounUnit(text.charCodeAt(at - 1)) || 'らんさ'.includes(text.charAt(at - 1)) ? char : undefined;
}

/** A headline's topic stands before its first comma: 知事、辞任を否定. */
function headlineTopic(text: string, view: SentenceView, at: number, found: number): string | undefined {
  const early = found === 0 && at - view.start <= longest && text.charAt(at) === '、';
  return early && !'。！？'.includes(text.charAt(view.end - 1)) ? '、' : undefined;
}

function isNounUnit(unit: number): boolean {
  return (
    (unit >= 0x30a1 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    unit === 0x3005 ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xff10 && unit <= 0xff5a) ||
    unit === 0x29 ||
    unit === 0xff09 ||
    unit === 0x3d ||
    unit === 0xff1d
  );
}

/** Back over nouns, brackets, ・, and の between nouns. */
function phraseStart(text: string, limit: number, at: number): number {
  let i = at;
  const least = Math.max(limit, at - longest);
  while (i > least) {
    const unit = text.charCodeAt(i - 1);
    const char = text.charAt(i - 1);
    if (unit === 0x29 || unit === 0xff09) {
      const open = Math.max(text.lastIndexOf('(', i - 1), text.lastIndexOf('（', i - 1));
      if (open <= least) {
        break;
      }
      i = open;
    } else if (
      isNounUnit(unit) ||
      (i === at && 'らん'.includes(char)) ||
      (i < at && (char === 'の' || char === 'ら'))
    ) {
      i--;
    } else {
      break;
    }
  }
  return i;
}

function speakerIn(
  reading: Reading,
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
    const rest = withoutBracket(text.slice(best.end, end));
    const speaks = rest === '' || canSpeakJa(rest);
    return speaks ? { span: { start: best.start, end: best.end }, mention: best } : undefined;
  }
  const word = text.slice(start, end);
  const last = word.slice(word.lastIndexOf('の') + 1);
  const span = { start: end - last.length, end };
  if (personWords.has(last)) {
    return { span, refers: 'person' };
  }
  if (last.length >= 2 && last.length <= 12 && canSpeakJa(last)) {
    return { span, refers: 'noun', noun: last };
  }
  return undefined;
}

/** Of several names in one phrase the person speaks: トランプ米大統領. */
const rank = { person: 3, organization: 2, country: 1, place: 0, misc: 0 } as const;

/** What follows a name, without a bracket after it or the end of the one around it. */
function withoutBracket(rest: string): string {
  const first = rest.charAt(0);
  if (first === '(' || first === '（' || first === ')' || first === '）') {
    return rest.slice(Math.max(rest.indexOf(')'), rest.indexOf('）')) + 1);
  }
  return rest;
}
