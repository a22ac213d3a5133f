import type { ClaimKind } from '../../model/recognition';
import { hashText } from '../../text/tokens';
import { hashesOf } from '../wordHashes';
import { skipToSubject } from './beforeVerbEn';
import { type EnglishReading, Unit, unitAt, wordAt } from './englishReading';
import { auxiliaries } from './finiteEn';
import type { SentenceView } from './reading';
import type { Report } from './reportEn';
import { mainSubject } from './sourceEn';
import { ableSubject } from './subjectEn';
import { Role } from './wordsEn';

/**
 * Verbs that mean little beside the noun that follows: "voiced concern", "has doubts", "made a promise". With each
 * the nouns it makes a report with.
 */
const lightVerbs: readonly (readonly [forms: string, nouns: string])[] = [
  ['share shares shared sharing', 'concern concerns doubts hopes fears view opinion belief optimism frustration'],
  ['raise raises raised raising', 'concern concerns doubts doubt objections questions possibility fears'],
  ['lodge lodged lodging file filed filing', 'complaint complaints objection objections protest'],
  [
    'offer offers offered offering',
    'details apology apologies condolences assessment explanation criticism praise support defense assurances sympathy',
  ],
  ['provide provides provided providing', 'details'],
  [
    'give gives gave given giving',
    'details explanation assurances assurance warning explanation ultimatum deadline pledge promise',
  ],
  [
    'make makes made making',
    'claim claims promise promises pledge statement statements remark remarks comment comments announcement accusation accusations allegation allegations appeal plea demand demands threat threats argument prediction case clear',
  ],
  [
    'have has had having',
    'doubts concerns reservations misgivings hopes qualms complaints opinion objection objections comment',
  ],
  ['take takes took taken taking', 'issue exception umbrage offense offence aim credit responsibility'],
  ['hold holds held', 'hope view belief'],
  ['cast casts', 'doubt'],
  ['show shows showed showing', 'remorse regret contempt support'],
  ['leave leaves left leaving', 'open'],
  ['sound sounds sounded sounding', 'alarm note'],
  ['draw drew', 'comparison'],
  ['return returned returning', 'calls call messages requests'],
];

/** By the hashes of their tokens, so that looking makes no strings. */
const nounsByVerb = new Map(
  lightVerbs.flatMap(([forms, nouns]) => {
    const set = hashesOf(nouns);
    return forms.split(' ').map((form) => [hashText(form), set] as const);
  }),
);

/** Verbs that make a report with every noun of saying and feeling. */
const expressing = hashesOf(
  'express expresses expressed expressing voice voices voiced voicing issue issues issued issuing repeat repeats ' +
    'repeated repeating reiterate reiterates reiterated reiterating level leveled levelled leveling',
);
const and = hashText('and');

const kindOf: Readonly<Record<string, ClaimKind>> = { denial: 'denial', demand: 'demand', criticism: 'judgement' };
const farthest = 6;

/** "Moss voiced deep concern", "has serious doubts", "took issue with": the verb, the noun and what is between. */
export function speechAct(reading: EnglishReading, view: SentenceView, i: number): Report | undefined {
  const { hashes } = reading.tokens;
  let verb = i - 1;
  for (; ; verb--) {
    if (verb <= view.from || i - verb > farthest) {
      return undefined;
    }
    const allowed = nounsByVerb.get(hashes[verb]!);
    if (allowed?.has(hashes[i]!)) {
      break;
    }
    if (allowed) {
      return undefined;
    }
    if (expressing.has(hashes[verb]!)) {
      break;
    }
    const code = reading.codes[verb]!;
    if (
      reading.mentionOf[verb]! < 0 &&
      code & (Role.preposition | Role.relative | Role.auxiliary | Role.conjunction) &&
      hashes[verb] !== and
    ) {
      return undefined;
    }
    if (unitAt(reading, verb) === Unit.comma || unitAt(reading, verb) === Unit.dot) {
      return undefined;
    }
  }
  const noun = wordAt(reading, i).toLowerCase();
  if (!completes(reading, i, noun)) {
    return undefined;
  }
  const kind = kindOf[noun.replace(/s$/, '')] ?? 'position';
  if (wordAt(reading, verb).endsWith('ing') && unitAt(reading, verb - 1) === Unit.comma) {
    const source = mainSubject(reading, view, view.from, verb);
    return source && { cueFrom: verb, cueTo: i + 1, source, kind, strong: true, weight: 1, inverted: false };
  }
  const before = skipToSubject(reading, view, verb);
  const between = auxiliaries(reading, before + 1, verb);
  if (between.modal || between.be) {
    return undefined;
  }
  const source = ableSubject(reading, view, before);
  return source && { cueFrom: verb, cueTo: i + 1, source, kind, strong: true, weight: 1, inverted: false };
}

/** "took issue with" but not "took the issue"; "left open", "made clear" only with nothing odd after. */
function completes(reading: EnglishReading, i: number, noun: string): boolean {
  const next = wordAt(reading, i + 1);
  switch (noun) {
    case 'issue':
      return next === 'with';
    case 'aim':
      return next === 'at';
    case 'exception':
    case 'offense':
    case 'offence':
      return next === 'to' || next === 'at';
    case 'case':
      return next === 'that' || next === 'for' || next === 'against';
    case 'open':
      return next === 'the' || next === 'whether';
    case 'interest':
      return next === 'in';
    case 'details':
      return /^(?:no|few|any|little)$/.test(wordAt(reading, i - 1));
    case 'credit':
    case 'responsibility':
      return next === 'for';
    default:
      return true;
  }
}
