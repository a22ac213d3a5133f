import type { TextRange } from '../../model/range';
import { UnitSet } from '../../text/units';
import { type Attribution, isDirect, madeSpeaker } from './attribution';
import { type CueFound, findCues, isHiragana } from './cueFoundJa';
import type { JapaneseReading } from './japaneseReading';
import { quotedAlone } from './quotedAloneJa';
import type { SentenceView } from './reading';
import { type SpeakerJa, speakersJa } from './sourceJa';

/** A cue with its speaker; `window` is where its clause begins. */
interface Report {
  readonly cue: CueFound;
  readonly speaker: SpeakerJa | undefined;
  readonly window: number;
}

const nothing: Attribution[] = [];

/**
 * What a Japanese sentence says that somebody said, wants or refuses. `spoken` where a sentence before in the paragraph
 * had somebody who may go on speaking unnamed.
 */
export function attributionsJa(reading: JapaneseReading, view: SentenceView, spoken = false): readonly Attribution[] {
  const cues = findCues(reading, view);
  if (cues.length === 0) {
    const quoted = view.quotations.length > 0 ? quotedAlone(reading, view) : undefined;
    return quoted ? [quoted] : nothing;
  }
  const { text } = reading.tokens;
  const speakers = speakersJa(reading, view);
  const found: Report[] = [];
  let window = view.start;
  let unnamed = spoken;
  for (const cue of cues) {
    const speaker = speakerOf(text, speakers, cue, window, unnamed);
    unnamed ||= !speaker && cue.cue.needsSource && !cue.attributive;
    const last = found[found.length - 1];
    if (last && (!speaker || (last.speaker && sameSpeaker(last.speaker, speaker)))) {
      // The same speaker goes on: 促し…警告、…求めた is one claim, its last cue the main one.
      const main = last.cue.attributive || !last.cue.cue.needsSource ? last.cue : cue;
      found[found.length - 1] = { cue: main, speaker: last.speaker, window: last.window };
    } else if (speaker || stands(text, view, cue, spoken)) {
      found.push({ cue, speaker, window });
    }
    window = cue.clauseEnd < view.end && text.charCodeAt(cue.clauseEnd) === comma ? cue.clauseEnd + 1 : cue.clauseEnd;
  }
  const attributions: Attribution[] = [];
  for (let i = 0; i < found.length; i++) {
    attributions.push(attributionOf(text, view, found, i));
  }
  return attributions;
}

function attributionOf(text: string, view: SentenceView, found: readonly Report[], i: number): Attribution {
  const item = found[i]!;
  const { cue, speaker } = item;
  const nested = speaker !== undefined && !cue.attributive && found.some((other) => isInside(cue, speaker, other));
  const range = nested ? { start: speaker.start, end: cue.clauseEnd } : rangeOf(text, view, item, i, found[i + 1]);
  return {
    cue: { start: cue.start, end: cue.end },
    source: speaker?.speaker ?? (cue.cue.needsSource ? elided : unknown),
    kind: cue.cue.kind,
    direct: view.quotations.length > 0 && isDirectJa(view, range, cue.start),
    range,
    clauseEnd: cue.clauseEnd,
  };
}

/** Whether a report stands in what another one says: 紙は、局が支持しないと報じた. */
function isInside(cue: CueFound, speaker: SpeakerJa, outer: Report): boolean {
  return outer.speaker !== undefined && outer.speaker.start < speaker.start && cue.clauseEnd <= outer.cue.start;
}

const elided = madeSpeaker(null, undefined, 'elided');
/** "According to a report": nobody that is named. */
const unknown = madeSpeaker(null);

function isDirectJa(view: SentenceView, range: TextRange, cue: number): boolean {
  return (
    isDirect(view, range) ||
    view.quotations.some(({ innerStart, innerEnd, end }) => innerEnd - innerStart >= 4 && end <= cue && cue - end <= 6)
  );
}

function sameSpeaker(a: SpeakerJa, b: SpeakerJa): boolean {
  return (
    a.start === b.start || (a.speaker.mention !== undefined && a.speaker.mention.actor === b.speaker.mention?.actor)
  );
}

/** A cue without a speaker stands where the sentence before had one: 前線…とも指摘した。 */
function stands(text: string, view: SentenceView, { cue, start, clauseEnd }: CueFound, spoken: boolean): boolean {
  if (!cue.needsSource) {
    return true;
  }
  const final = clauseEnd >= view.end - 1;
  const quoted = beforeCue.at(text, start - 1) || start === 0 || text.startsWith('との', start - 2);
  return final && !cue.quoting && (quoted || (spoken && cue.form === 'whole'));
}

const beforeCue = new UnitSet('とも」』をに');
const clauseLinks = new UnitSet('しりてがきみびいちれけせえ方');
const comma = '、'.charCodeAt(0);
const openQuotation = '「'.charCodeAt(0);
const toParticle = 'と'.charCodeAt(0);
const closing = new UnitSet('、。');

/** The speaker of a cue: right before it, or the topic of its clause, or the clause's first subject. */
function speakerOf(
  text: string,
  speakers: readonly SpeakerJa[],
  cue: CueFound,
  window: number,
  unnamed: boolean,
): SpeakerJa | undefined {
  let topic: SpeakerJa | undefined;
  let subject: SpeakerJa | undefined;
  let near: SpeakerJa | undefined;
  let outer: SpeakerJa | undefined;
  /** The innermost, for a report within a report: 紙は、局は支持しないと報じた. */
  let last: SpeakerJa | undefined;
  if (!cue.cue.needsSource) {
    return speakers.find(({ particle, after }) => particle === 'source' && after > cue.start && after <= cue.clauseEnd);
  }
  for (const speaker of speakers) {
    if (speaker.after > cue.start) {
      break;
    }
    if (speaker.start < window) {
      outer = speaker.particle === 'は' ? (outer ?? speaker) : outer;
      continue;
    }
    if (speaker.particle === 'source') {
      topic ??= speaker;
      continue;
    }
    last = speaker.speaker.mention ? speaker : last;
    // Right before the cue; と between the two would make it the subject of what is said.
    if (cue.start - speaker.after <= nearest && !holdsAny(text, speaker.after, cue.start)) {
      near = speaker;
    }
    if (speaker.particle === 'が') {
      subject ??= speaker;
    } else if (!topic || startsNewClause(text, speaker.start)) {
      topic = speaker;
    }
  }
  if (text.charCodeAt(cue.clauseEnd) === toParticle && last && last !== topic) {
    return last;
  }
  if (cue.attributive) {
    // 委員会は…拒む企業に…: the topic is the main clause's, unless what was said follows.
    const says = text.charAt(cue.clauseEnd) === '「' || text.startsWith('こと', cue.clauseEnd);
    return near ?? subject ?? (says ? topic : undefined);
  }
  // Without a topic, an early が names the speaker, a later one belongs to what is said: the speaker is left out.
  const early = subject && !unnamed && subject.start - window <= earlySubject;
  const next = subject ? text.charCodeAt(subject.after) : 0;
  const leads = early || next === comma || next === openQuotation;
  return near ?? topic ?? (leads ? subject : outer);
}

/** A speaker so near before the cue is its own. */
const nearest = 8;

/** Whether 、 or と stands between two offsets. */
function holdsAny(text: string, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === comma || unit === toParticle) {
      return true;
    }
  }
  return false;
}

/** A subject within so many characters of its clause's start is the clause's own. */
const earlySubject = 24;

/** After し、 て、 が、 a new clause begins, so that a topic there replaces the one before. */
function startsNewClause(text: string, start: number): boolean {
  return text.charCodeAt(start - 1) === comma && (start === 1 || clauseLinks.at(text, start - 2));
}

function rangeOf(
  text: string,
  view: SentenceView,
  { cue, speaker, window }: Report,
  index: number,
  next: Report | undefined,
): TextRange {
  if (cue.attributive && speaker && speaker.start >= window && (next || index > 0)) {
    return { start: speaker.start, end: nounEnd(text, view, cue.clauseEnd) };
  }
  if (!cue.cue.needsSource) {
    return { start: view.start, end: view.end };
  }
  let start = index === 0 ? view.start : window;
  if (speaker && speaker.start < start) {
    start = speaker.start;
  }
  const nextInside = next?.speaker !== undefined && next.speaker.start >= cue.end;
  const end = nextInside ? cue.clauseEnd : view.end;
  return { start, end };
}

/** The end of what an attributive clause describes: a quotation, else the noun. */
function nounEnd(text: string, view: SentenceView, from: number): number {
  const quotation = view.quotations.find(({ start }) => start === from);
  if (quotation) {
    return Math.min(quotation.end, view.end);
  }
  let i = from;
  while (i < view.end && !isHiragana(text.charCodeAt(i)) && !closing.at(text, i)) {
    i++;
  }
  return Math.max(i, from);
}
