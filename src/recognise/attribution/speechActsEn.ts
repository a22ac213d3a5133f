import type { ClaimKind } from '../../model/recognition';
import { type EnglishReading, Unit, unitAt, wordAt } from './englishReading';
import { auxiliaries } from './finiteEn';
import type { SentenceView } from './reading';
import type { Report } from './reportEn';
import { mainSubject, skipToSubject } from './sourceEn';
import { ableSubject } from './subjectEn';
import { Role } from './wordsEn';

/**
 * Verbs that mean little beside the noun that follows: "voiced concern", "has doubts", "made a promise". With each
 * the nouns it makes a report with; `any` stands for every noun of saying and feeling.
 */
const any = '*';
const lightVerbs: readonly (readonly [forms: string, nouns: string])[] = [
  ['express expresses expressed expressing', any],
  ['voice voices voiced voicing', any],
  ['issue issues issued issuing', any],
  ['share shares shared sharing', 'concern concerns doubts hopes fears view opinion belief optimism frustration'],
  ['raise raises raised raising', 'concern concerns doubts doubt objections questions possibility fears'],
  ['repeat repeats repeated repeating', any],
  ['reiterate reiterates reiterated reiterating', any],
  ['level leveled levelled leveling', any],
  ['lodge lodged lodging file filed filing', 'complaint complaints objection objections protest'],
  [
    'offer offers offered offering',
    'details apology apologies condolences assessment explanation criticism praise support defense assurances sympathy',
  ],
  ['provide provides provided providing', 'details explanation'],
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

const nounsByVerb = new Map(
  lightVerbs.flatMap(([forms, nouns]) => {
    const set = nouns === any ? undefined : new Set(nouns.split(' '));
    return forms.split(' ').map((form) => [form, set] as const);
  }),
);

const kindOf: Readonly<Record<string, ClaimKind>> = { denial: 'denial', demand: 'demand', criticism: 'judgement' };
const farthest = 6;

/** "Moss voiced deep concern", "has serious doubts", "took issue with": the verb, the noun and what is between. */
export function speechAct(reading: EnglishReading, view: SentenceView, i: number, noun: string): Report | undefined {
  let verb = i - 1;
  for (; ; verb--) {
    if (verb <= view.from || i - verb > farthest) {
      return undefined;
    }
    const word = wordAt(reading, verb);
    const allowed = nounsByVerb.has(word) ? nounsByVerb.get(word) : null;
    if (allowed !== null) {
      if (allowed !== undefined && !allowed.has(noun)) {
        return undefined;
      }
      break;
    }
    const code = reading.codes[verb]!;
    if (
      reading.mentionOf[verb]! < 0 &&
      code & (Role.preposition | Role.relative | Role.auxiliary | Role.conjunction) &&
      word !== 'and'
    ) {
      return undefined;
    }
    if (unitAt(reading, verb) === Unit.comma || unitAt(reading, verb) === Unit.dot) {
      return undefined;
    }
  }
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
