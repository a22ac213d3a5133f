import type { TextRange } from '../../model/range';
import type { ActorId, AttributedClaim, DateMention, Language, Mention } from '../../model/recognition';
import type { Segment } from '../../text/segments';
import type { Tokens } from '../../text/tokens';
import { noTriggers } from '../triggers';
import { triggersOf } from '../triggersJa';
import type { Attribution } from './attribution';
import { attributionsEn } from './attributionEn';
import { attributionsJa } from './attributionJa';
import { frameEnd, type Judgement, judgementEn } from './authorEn';
import { judgementAfter, judgementJa } from './authorJa';
import { claimKindEn, claimKindJa } from './claimKind';
import { type EnglishReading, englishReadingOf } from './englishReading';
import type { JapaneseReading } from './japaneseReading';
import { type SentenceView, SentenceWalk } from './reading';
import { speakerLabel } from './speakerLabelEn';
import { noteGroup, noteNames } from './speakerNotes';
import { copyOf, emptyMemory, type Memory, resolve } from './speakers';

/** What one paragraph claims, before the kind of text decides which judgements count. */
export interface BlockClaims {
  readonly attributed: readonly AttributedClaim[];
  readonly judgements: readonly { readonly claim: AttributedClaim; readonly strength: number }[];
  /** Sentences in running text, and those that report what somebody said. */
  readonly sentences: number;
  readonly reported: number;
  /** Who was spoken of last when the paragraph ended. */
  readonly memory: Readonly<Memory>;
}

const nobody: ReadonlyMap<TextRange, ActorId> = new Map();

interface Found {
  readonly attributed: AttributedClaim[];
  readonly judgements: { readonly claim: AttributedClaim; readonly strength: number }[];
}

/** A sentence longer than this is a list or no prose at all. */
const longestSentence = 2000;

const shortestQuotation = 10;

/** Whether the sentence is nothing but a quotation, or part of one. */
function isQuotation(view: SentenceView): boolean {
  const quotation = view.quotations[0];
  return (
    quotation !== undefined &&
    view.quotations.length === 1 &&
    view.end - view.start >= shortestQuotation &&
    quotation.start <= view.start &&
    quotation.end >= view.end - 1
  );
}

/** The report without what stands before `start`, the author's own frame. */
function after(report: Attribution, start: number): Attribution {
  const framed = report.range.start < start && report.cue.start >= start;
  return framed ? { ...report, range: { start, end: report.range.end } } : report;
}

/** Running text that lost its full stop, rather than a headline. */
function isLong({ block, sentences }: Segment): boolean {
  return sentences.length > 1 || block.end - block.start > 160;
}

/** Reads the paragraphs of one text, in order. */
export class ClaimReader {
  readonly firstMemory = emptyMemory;
  private readonly reading: JapaneseReading;
  private readonly english: EnglishReading | undefined;
  private readonly walk: SentenceWalk;

  constructor(tokens: Tokens, language: Language, mentions: readonly Mention[], dates: readonly DateMention[]) {
    const isEnglish = language === 'en';
    const triggers = isEnglish ? noTriggers : triggersOf(tokens);
    this.reading = { tokens, mentions, dates, triggers };
    this.english = isEnglish ? englishReadingOf(this.reading) : undefined;
    this.walk = isEnglish
      ? new SentenceWalk(tokens.starts, tokens.count, mentions)
      : new SentenceWalk(triggers.at, triggers.count, mentions);
  }

  /** The claims of a paragraph; `first` where it is the text's first, whose headline may be a claim. */
  read(part: Segment, before: Readonly<Memory>, first: boolean): BlockClaims {
    const memory = copyOf(before);
    if (!this.english) {
      // What Japanese leaves out was said in the same paragraph.
      memory.source = null;
      memory.group = null;
    }
    const found: Found = { attributed: [], judgements: [] };
    let reported = 0;
    let label: Mention | undefined;
    const { kind } = part.block;
    const running = kind === 'prose' || kind === 'blockQuote' || (kind === 'line' && isLong(part));
    const counts = running || kind === 'heading' || (first && kind === 'line');
    for (const sentence of part.sentences) {
      const view = this.walk.view(part, sentence);
      if (this.english && sentence === part.sentences[0]) {
        label = speakerLabel(this.english, part, view.firstMention);
      }
      const readable = sentence.end - sentence.start <= longestSentence;
      const reports = readable ? this.attributions(view, memory.source !== null) : [];
      const before = this.meantBefore(reports, memory);
      noteNames(this.reading, this.english, view, memory, reports);
      if (reports.length > 0) {
        reported++;
        this.addReports(view, reports, memory, found, before, label?.actor ?? 'author');
      } else if (label && readable) {
        reported++;
        memory.source = label.actor;
        memory.spoken = true;
        found.attributed.push(this.quotedClaim(view, label.actor, label.start >= view.start ? label : null));
      } else if (readable && (memory.source !== null || memory.spoken) && isQuotation(view)) {
        reported++;
        found.attributed.push(this.quotedClaim(view, memory.source, null));
      } else if (counts && readable) {
        this.addJudgement(found, view, this.judgement(view, !running), sentence);
      }
      noteGroup(this.reading, this.english !== undefined, view, memory);
    }
    const sentences = running ? part.sentences.length : 0;
    const { attributed, judgements } = found;
    return { attributed, judgements, sentences, reported: running ? reported : 0, memory };
  }

  /** "The president met President Reed": a noun means who bore it before this sentence, by the cue of its report. */
  private meantBefore(reports: readonly Attribution[], memory: Readonly<Memory>): ReadonlyMap<TextRange, ActorId> {
    let meant: Map<TextRange, ActorId> | undefined;
    for (const { source, cue } of reports) {
      const actor = source.refers === 'noun' ? resolve(source, memory) : null;
      if (actor !== null) {
        meant ??= new Map();
        meant.set(cue, actor);
      }
    }
    return meant ?? nobody;
  }

  private attributions(view: SentenceView, spoken: boolean): readonly Attribution[] {
    return this.english ? attributionsEn(this.english, view) : attributionsJa(this.reading, view, spoken);
  }

  private judgement(view: SentenceView, headline: boolean): Judgement | undefined {
    return this.english ? judgementEn(this.english, view, headline) : judgementJa(this.reading, view, headline);
  }

  private addJudgement(found: Found, view: SentenceView, judgement: Judgement | undefined, range: TextRange): void {
    if (judgement) {
      found.judgements.push({ claim: this.ownClaim(view, judgement, range), strength: judgement.strength });
    }
  }

  /** The reports of a sentence, and the author's judgement that frames or follows them. */
  private addReports(
    view: SentenceView,
    reports: readonly Attribution[],
    memory: Memory,
    found: Found,
    meant: ReadonlyMap<TextRange, ActorId>,
    self: ActorId,
  ): void {
    let kept = reports;
    const frame = this.english && frameEnd(this.english, view);
    if (this.english && frame !== undefined) {
      const judgement = judgementEn(this.english, view, false);
      this.addJudgement(found, view, judgement && { ...judgement, strength: 3 }, view);
      kept = reports.map((report) => after(report, this.reading.tokens.starts[frame]!));
    } else if (!this.english) {
      const rest = judgementAfter(this.reading, view, reports);
      this.addJudgement(found, view, rest?.judgement, rest?.range ?? view);
      kept = rest?.reports ?? reports;
    }
    for (const report of kept) {
      const claim = this.reportedClaim(view, report, memory, meant, self);
      found.attributed.push(claim);
      if (claim.source !== null && claim.source !== 'author') {
        // "Moss said, according to the paper": it is Moss who goes on.
        const relayed = kept.length > 1 && this.reading.tokens.text.startsWith('ccording', report.cue.start + 1);
        memory.source = relayed ? memory.source : claim.source;
        memory.person = report.source.mention?.kind === 'person' ? claim.source : memory.person;
      } else if (this.english && claim.direct) {
        memory.source = null;
      }
      memory.spoken = this.english !== undefined;
    }
  }

  private reportedClaim(
    view: SentenceView,
    report: Attribution,
    memory: Readonly<Memory>,
    meant: ReadonlyMap<TextRange, ActorId>,
    self: ActorId,
  ): AttributedClaim {
    const first = report.source.refers === 'first';
    const source = first ? self : (meant.get(report.cue) ?? this.meantNow(report, memory));
    return {
      start: report.range.start,
      end: report.range.end,
      source,
      sourceSpan: report.source.span,
      cue: report.cue,
      direct: report.direct,
      kind: this.english ? claimKindEn(this.english, report) : claimKindJa(this.reading, report, view.from),
      date: this.firstDate(report.range),
      actors: this.actorsIn(view, report.range, source),
    };
  }

  /** A sentence in quotation marks without a cue, or after the label of its speaker: the last speaker goes on. */
  private quotedClaim(view: SentenceView, source: ActorId | null, span: TextRange | null): AttributedClaim {
    const range = { start: view.start, end: view.end };
    return {
      start: view.start,
      end: view.end,
      source,
      sourceSpan: span && { start: span.start, end: span.end },
      cue: null,
      direct: true,
      kind: 'statement',
      date: this.firstDate(range),
      actors: this.actorsIn(view, range, source),
    };
  }

  /** In Japanese a bare 外相 is nobody who is named later in its own sentence; 同省 may be. */
  private meantNow({ source }: Attribution, memory: Readonly<Memory>): ActorId | null {
    const bare = !this.english && source.refers === 'noun' && !source.noun?.startsWith('同');
    return bare ? null : resolve(source, memory);
  }

  private ownClaim(view: SentenceView, found: Judgement, range: TextRange): AttributedClaim {
    return {
      start: range.start,
      end: range.end,
      source: 'author',
      sourceSpan: null,
      cue: found.cue,
      direct: false,
      kind: found.kind,
      date: this.firstDate(range),
      actors: this.actorsIn(view, range, null),
    };
  }

  /** The speaker and everyone named in the claim. */
  private actorsIn(view: SentenceView, range: TextRange, source: ActorId | null): ActorId[] {
    const actors: ActorId[] = source === null || source === 'author' ? [] : [source];
    for (let i = view.firstMention; i < view.lastMention; i++) {
      const { kind, actor, start, end } = this.reading.mentions[i]!;
      const takesPart = kind !== 'place' && kind !== 'misc' && start >= range.start && end <= range.end;
      if (takesPart && !actors.includes(actor)) {
        actors.push(actor);
      }
    }
    return actors;
  }

  /** The first date in the claim that has a value. */
  private firstDate(range: TextRange): string | null {
    const { dates } = this.reading;
    let low = 0;
    let high = dates.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (dates[middle]!.start < range.start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (let i = low; i < dates.length && dates[i]!.start < range.end; i++) {
      if (dates[i]!.value !== null) {
        return dates[i]!.value;
      }
    }
    return null;
  }
}
