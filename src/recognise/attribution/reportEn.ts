import type { ClaimKind } from '../../model/recognition';
import type { SourcePhrase } from './nounPhraseEn';
import type { ReportingVerb } from './wordsEn';

/** A cue with its speaker, as token indices. */
export interface Report {
  readonly cueFrom: number;
  readonly cueTo: number;
  readonly source: SourcePhrase | undefined;
  readonly kind: ClaimKind;
  readonly strong: boolean;
  /** Of two reports by one speaker the weightier is kept: said before opposed before hopes. */
  readonly weight: number;
  /** Whether the speaker stands after the cue. */
  readonly inverted: boolean;
}

const weightOf = { speech: 3, act: 2, evidence: 2, mental: 1 } as const;

/** The report made by the verb at token `i`. Spelled out: an object made by spreading slows down all that read it. */
export function reportAt(
  i: number,
  verb: ReportingVerb,
  source: SourcePhrase | undefined,
  strong: boolean,
  inverted: boolean,
  kind: ClaimKind = verb.kind,
): Report {
  return { cueFrom: i, cueTo: i + 1, source, kind, strong, weight: weightOf[verb.class], inverted };
}
