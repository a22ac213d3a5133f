import type { TextRange } from '../../model/range';
import { type Attribution, isDirect, type Speaker } from './attribution';
import { type EnglishReading, Unit, unitAt, wordAt } from './englishReading';
import type { SourcePhrase } from './nounPhraseEn';
import { phraseReport } from './phraseReportsEn';
import { quotedSpeech } from './quotedSpeechEn';
import type { SentenceView } from './reading';
import type { Report } from './reportEn';
import { verbReport } from './verbReportsEn';
import { Role } from './wordsEn';

const none: readonly Attribution[] = [];

/** What the sentence says that somebody said, wants or refuses. Linear in its length. */
export function attributionsEn(reading: EnglishReading, view: SentenceView): readonly Attribution[] {
  const reports: Report[] = [];
  let quotation = 0;
  for (let i = view.from; i < view.to; i++) {
    const code = reading.codes[i]!;
    if ((code & (Role.verb | Role.cue)) === 0) {
      continue;
    }
    const start = reading.tokens.starts[i]!;
    while (quotation < view.quotations.length && view.quotations[quotation]!.end <= start) {
      quotation++;
    }
    const around = view.quotations[quotation];
    if (around !== undefined && around.start < start && start < around.innerEnd) {
      continue;
    }
    if (reading.mentionOf[i]! >= 0) {
      continue;
    }
    const report =
      (code & Role.verb ? verbReport(reading, view, i) : undefined) ??
      (code & Role.cue ? phraseReport(reading, view, i) : undefined);
    if (report) {
      reports.push(report);
    }
  }
  if (reports.length === 0) {
    const unnamed = quotedSpeech(reading, view);
    return unnamed ? settle(reading, view, [unnamed]) : none;
  }
  return settle(reading, view, reports);
}

/** Turns reports into attributions: one per speaker, each with its part of the sentence. */
function settle(reading: EnglishReading, view: SentenceView, reports: readonly Report[]): Attribution[] {
  if (reports.length === 1) {
    return [attribution(reading, view, reports[0]!, rangeOf(reading, view, reports, 0))];
  }
  const kept: Report[] = [];
  for (const report of reports) {
    const same = kept.findIndex((other) => sameSource(other, report));
    if (same < 0) {
      kept.push(report);
    } else if (kept[same]!.weight < report.weight) {
      kept[same] = report;
    }
  }
  // "It has been said that X hopes": hearsay first, somebody's mind inside it.
  const hearsay = kept.length > 1 && !kept[0]!.source && kept.slice(1).every((report) => !report.strong);
  const named = !hearsay && kept.some((report) => report.source !== undefined);
  const final = named ? kept.filter((report) => report.source !== undefined) : kept.slice(0, 1);
  final.sort((a, b) => leftEdge(a) - leftEdge(b));
  return final.map((report, index) => attribution(reading, view, report, rangeOf(reading, view, final, index)));
}

function leftEdge(report: Report): number {
  return Math.min(report.cueFrom, report.source && !report.inverted ? report.source.from : report.cueFrom);
}

function sameSource(a: Report, b: Report): boolean {
  if (!a.source || !b.source) {
    return a.source === b.source;
  }
  if (a.source.mention && b.source.mention) {
    return a.source.mention.actor === b.source.mention.actor;
  }
  if (a.source.form === 'person' && b.source.form === 'person') {
    return a.source.noun.toLowerCase() === b.source.noun.toLowerCase();
  }
  // "Several Republicans have said they will not".
  if (a.source.form !== 'pronoun' && a.source.mention?.kind !== 'person' && /^they$/i.test(b.source.noun)) {
    return true;
  }
  // "Moss said he hopes": the pronoun after a named speaker is taken for the same one.
  if (a.source.mention?.kind === 'person' && (b.source.form === 'person' || b.source.form === 'pronoun')) {
    return true;
  }
  return a.source.from === b.source.from;
}

/** The sentence where there is one report; else the clause of each, the first keeping what is nested in it. */
function rangeOf(reading: EnglishReading, view: SentenceView, reports: readonly Report[], index: number): TextRange {
  const { tokens } = reading;
  const report = reports[index]!;
  let start = view.start;
  let end = view.end;
  if (index > 0 && !report.inverted) {
    start = tokens.starts[leftEdge(report)]!;
  }
  const next = reports[index + 1];
  if (next && !next.inverted) {
    const edge = leftEdge(next);
    const joint = wordAt(reading, edge - 1);
    const coordinate =
      edge - 1 > report.cueTo &&
      (unitAt(reading, edge - 1) === Unit.semicolon || /^(?:while|but|and|whereas|although|though|as)$/.test(joint));
    if (coordinate) {
      end = tokens.ends[edge - 2]!;
      end = unitAt(reading, edge - 2) === Unit.comma ? tokens.starts[edge - 2]! : end;
    }
  }
  return { start, end: Math.max(end, tokens.ends[report.cueTo - 1]!) };
}

function attribution(reading: EnglishReading, view: SentenceView, report: Report, range: TextRange): Attribution {
  const { tokens } = reading;
  const cue = { start: tokens.starts[report.cueFrom]!, end: tokens.ends[report.cueTo - 1]! };
  return { cue, source: speaker(reading, report.source), kind: report.kind, direct: isDirect(view, range), range };
}

function speaker(reading: EnglishReading, source: SourcePhrase | undefined): Speaker {
  if (!source) {
    return { span: null };
  }
  const { tokens } = reading;
  const span = { start: tokens.starts[source.from]!, end: tokens.ends[source.to - 1]! };
  if (source.mention) {
    return { span, mention: source.mention };
  }
  if (source.form === 'person') {
    return { span, refers: 'person', noun: source.noun };
  }
  if (source.form === 'pronoun') {
    const first = /^(?:I|we)$/i.test(source.noun);
    return { span, refers: first ? 'first' : 'they' };
  }
  return { span, refers: 'noun', noun: source.noun };
}
