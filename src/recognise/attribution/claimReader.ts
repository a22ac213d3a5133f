import type { TextRange } from '../../model/range';
import type { ActorId, AttributedClaim, DateMention, Language, Mention } from '../../model/recognition';
import type { Segment } from '../../text/segments';
import type { Tokens } from '../../text/tokens';
import type { Attribution } from './attribution';
import { attributionsEn } from './attributionEn';
import { attributionsJa } from './attributionJa';
import { frameEnd, type Judgement, judgementEn } from './authorEn';
import { judgementAfter, judgementJa } from './authorJa';
import { claimKind } from './claimKind';
import { type Reading, readingOf, type SentenceView, SentenceWalk } from './reading';
import type { EnglishReading } from './sourceEn';
import { emptyMemory, type Memory, remember, resolve } from './speakers';
import { titleNouns } from './titleNouns';
import { wordsEn } from './wordsEn';

/** What one paragraph claims, before the kind of text decides which judgements count. */
export interface BlockClaims {
  readonly attributed: readonly AttributedClaim[];
  readonly judgements: readonly { readonly claim: AttributedClaim; readonly strength: number }[];
  /** Sentences in running text, and those that report what somebody said. */
  readonly sentences: number;
  readonly reported: number;
  /** Who was spoken of last when the paragraph ended. */
  readonly memory: Memory;
}

/** Reports in a sentence that the author's own judgement frames begin after that frame. */
function framed(
  reading: Reading,
  view: SentenceView,
  reports: readonly Attribution[],
  frame: number | undefined,
): { reports: readonly Attribution[]; judgement?: Judgement; range: TextRange } {
  const start = frame === undefined ? view.start : reading.tokens.starts[frame]!;
  const cut = reports.map((report) =>
    report.range.start < start && report.cue.start >= start ? { ...report, range: { ...report.range, start } } : report,
  );
  return { reports: cut, range: view };
}

/** Running text that lost its full stop, rather than a headline. */
function isLong({ block, sentences }: Segment): boolean {
  return sentences.length > 1 || block.end - block.start > 160;
}

/** Reads the paragraphs of one text, in order. */
export class ClaimReader {
  readonly firstMemory = emptyMemory;
  private readonly reading: Reading;
  private readonly english: EnglishReading | undefined;
  private readonly walk: SentenceWalk;

  constructor(
    tokens: Tokens,
    private readonly language: Language,
    mentions: readonly Mention[],
    dates: readonly DateMention[],
  ) {
    this.reading = readingOf(tokens, mentions, dates);
    if (language === 'en') {
      const words = wordsEn();
      const codes = new Int32Array(tokens.count);
      for (let i = 0; i < tokens.count; i++) {
        codes[i] = words.of(tokens, i);
      }
      this.english = { ...this.reading, codes };
    }
    this.walk = new SentenceWalk(this.reading);
  }

  /** The claims of a paragraph; `first` where it is the text's first, whose headline may be a claim. */
  read(part: Segment, before: Memory, first: boolean): BlockClaims {
    const attributed: AttributedClaim[] = [];
    const judgements: { claim: AttributedClaim; strength: number }[] = [];
    let memory = before;
    let reported = 0;
    let sentences = 0;
    const { kind } = part.block;
    const running = kind === 'prose' || kind === 'blockQuote' || (kind === 'line' && isLong(part));
    const headline = kind === 'heading' || (first && kind === 'line');
    for (const sentence of part.sentences) {
      const view = this.walk.view(part, sentence);
      const reports = this.attributions(view);
      const found = this.english
        ? judgementEn(this.english, view, !running)
        : judgementJa(this.reading, view, !running);
      sentences += running ? 1 : 0;
      memory = this.spokenOf(view, memory, reports);
      if (reports.length > 0) {
        reported += running ? 1 : 0;
        const frame = this.english && found && frameEnd(this.english, view);
        if (frame !== undefined && found) {
          judgements.push({ claim: this.ownClaim(view, found, sentence), strength: 3 });
        }
        const rest = this.english
          ? framed(this.reading, view, reports, frame)
          : judgementAfter(this.reading.tokens.text, view, reports);
        if (rest?.judgement) {
          judgements.push({
            claim: this.ownClaim(view, rest.judgement, rest.range),
            strength: rest.judgement.strength,
          });
        }
        for (const report of rest?.reports ?? reports) {
          const claim = this.reportedClaim(view, report, memory);
          attributed.push(claim);
          memory = this.afterClaim(claim, report, memory);
        }
      } else if (found && (running || headline)) {
        judgements.push({ claim: this.ownClaim(view, found, sentence), strength: found.strength });
      }
      memory = this.groupOf(view, memory);
    }
    return { attributed, judgements, sentences, reported, memory };
  }

  private attributions(view: SentenceView): Attribution[] {
    return this.english ? attributionsEn(this.english, view) : attributionsJa(this.reading, view);
  }

  /** Names of the sentence as they change who "he" or "the company" means. */
  private spokenOf(view: SentenceView, before: Memory, reports: readonly Attribution[]): Memory {
    let memory = before;
    let person: ActorId | undefined;
    const pronoun = reports.find(({ source }) => source.refers === 'person')?.source.span?.start ?? view.end;
    for (let i = view.firstMention; i < view.lastMention; i++) {
      const mention = this.reading.mentions[i]!;
      memory = remember(memory, mention, titleNouns(this.reading, mention, this.language));
      if (mention.kind === 'person' && mention.start < pronoun) {
        person ??= mention.actor;
      }
    }
    return person === undefined || person === memory.person ? memory : { ...memory, person };
  }

  /** A sentence that begins with a people or a body makes it what "they" means in the next one. */
  private groupOf(view: SentenceView, before: Memory): Memory {
    if (view.firstMention === view.lastMention) {
      return before;
    }
    const { kind, actor } = this.reading.mentions[view.firstMention]!;
    const group = kind === 'country' || kind === 'organization' ? actor : null;
    return group === before.group ? before : { ...before, group };
  }

  private reportedClaim(view: SentenceView, report: Attribution, memory: Memory): AttributedClaim {
    const source = report.source.refers === 'first' ? 'author' : resolve(report.source, memory);
    return {
      start: report.range.start,
      end: report.range.end,
      source,
      sourceSpan: report.source.span,
      cue: report.cue,
      direct: report.direct,
      kind: claimKind(this.reading, report, this.language),
      ...this.about(view, report.range, source),
    };
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
      ...this.about(view, range, null),
    };
  }

  /** The first date in the claim that has a value, and everyone named in it. */
  private about(
    view: SentenceView,
    range: TextRange,
    source: ActorId | null,
  ): Pick<AttributedClaim, 'date' | 'actors'> {
    const actors: ActorId[] = source === null || source === 'author' ? [] : [source];
    for (let i = view.firstMention; i < view.lastMention; i++) {
      const { kind, actor, start, end } = this.reading.mentions[i]!;
      const takesPart = kind !== 'place' && kind !== 'misc' && start >= range.start && end <= range.end;
      if (takesPart && !actors.includes(actor)) {
        actors.push(actor);
      }
    }
    return { date: this.firstDate(range), actors };
  }

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

  private afterClaim(claim: AttributedClaim, report: Attribution, memory: Memory): Memory {
    const { source } = claim;
    if (source === null || source === 'author') {
      return memory;
    }
    const person = report.source.mention?.kind === 'person' ? source : memory.person;
    return source === memory.source && person === memory.person ? memory : { ...memory, source, person };
  }
}
