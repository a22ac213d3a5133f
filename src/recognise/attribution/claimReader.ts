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
import { type EnglishReading, englishReadingOf, Unit, unitAt, wordAt } from './englishReading';
import { genderOfName, genderOfTitle } from './givenNameGender';
import type { JapaneseReading } from './japaneseReading';
import { type SentenceView, SentenceWalk } from './reading';
import { copyOf, emptyMemory, type Memory, remember, resolve } from './speakers';
import { titleNounsEn, titleNounsJa } from './titleNouns';

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

const shortestQuotation = 20;

/** Whether the sentence is nothing but a quotation, or part of one. */
function isQuotation(view: SentenceView): boolean {
  const [quotation] = view.quotations;
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
    const { kind } = part.block;
    const running = kind === 'prose' || kind === 'blockQuote' || (kind === 'line' && isLong(part));
    const counts = running || kind === 'heading' || (first && kind === 'line');
    for (const sentence of part.sentences) {
      const view = this.walk.view(part, sentence);
      const readable = sentence.end - sentence.start <= longestSentence;
      const reports = readable ? this.attributions(view, memory.source !== null) : [];
      const before = this.meantBefore(reports, memory);
      this.noteNames(view, memory, reports);
      if (reports.length > 0) {
        reported++;
        this.addReports(view, reports, memory, found, before);
      } else if (readable && memory.source !== null && isQuotation(view)) {
        reported++;
        found.attributed.push(this.quotedClaim(view, memory.source));
      } else if (counts && readable) {
        this.addJudgement(found, view, this.judgement(view, !running), sentence);
      }
      this.noteGroup(view, memory);
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
      const claim = this.reportedClaim(view, report, memory, meant);
      found.attributed.push(claim);
      if (claim.source !== null && claim.source !== 'author') {
        memory.source = claim.source;
        memory.person = report.source.mention?.kind === 'person' ? claim.source : memory.person;
      }
    }
  }

  /** Names of the sentence as they change who "he" or "the company" means. */
  private noteNames(view: SentenceView, memory: Memory, reports: readonly Attribution[]): void {
    let person: ActorId | undefined;
    const pronoun = reports.find(({ source }) => source.refers === 'person')?.source.span?.start ?? view.end;
    for (let i = view.firstMention; i < view.lastMention; i++) {
      const mention = this.reading.mentions[i]!;
      const nouns = this.english
        ? titleNounsEn(this.english, mention, this.english.firstToken[i]!)
        : titleNounsJa(this.reading.tokens.text, mention);
      remember(memory, mention, nouns);
      if (mention.kind === 'person' && mention.start < pronoun) {
        person ??= mention.actor;
        this.noteGender(mention, i, memory);
      }
    }
    memory.person = person ?? memory.person;
  }

  private noteGender(mention: Mention, i: number, memory: Memory): void {
    if (this.english) {
      const firstToken = this.english.firstToken[i]!;
      // "Mr. Lee" is three tokens, "Mr Lee" two.
      const dot = unitAt(this.english, firstToken - 1) === Unit.dot ? 2 : 1;
      const gender = genderOfTitle(wordAt(this.english, firstToken - dot)) ?? genderOfName(mention.name);
      if (gender) {
        memory[gender] = mention.actor;
      }
    }
  }

  /** A sentence that begins with a people or a body makes it what "they" means in the next one. */
  private noteGroup(view: SentenceView, memory: Memory): void {
    if (view.firstMention < view.lastMention) {
      const { kind, actor } = this.reading.mentions[view.firstMention]!;
      const isGroup = kind === 'country' || kind === 'organization';
      memory.group = isGroup ? actor : null;
      if (!this.english) {
        memory.source ??= memory.person ?? memory.group;
      }
    }
  }

  private reportedClaim(
    view: SentenceView,
    report: Attribution,
    memory: Readonly<Memory>,
    meant: ReadonlyMap<TextRange, ActorId>,
  ): AttributedClaim {
    const first = report.source.refers === 'first';
    const source = first ? 'author' : (meant.get(report.cue) ?? this.meantNow(report, memory));
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

  /** A sentence in quotation marks without a cue: the last speaker goes on. */
  private quotedClaim(view: SentenceView, source: ActorId): AttributedClaim {
    const range = { start: view.start, end: view.end };
    return {
      start: view.start,
      end: view.end,
      source,
      sourceSpan: null,
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
