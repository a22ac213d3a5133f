import type { ClaimKind, Language } from '../../model/recognition';
import type { Attribution } from './attribution';
import type { Reading } from './reading';

const demandEn = /\b(?:must|should|ought to|have to|has to|needs? to|is (?:essential|necessary|vital|crucial))\b/;
const predictionEn = /\b(?:will|would|is (?:going|likely|set|expected) to|won['’]t)\b/;
const demandJa = /べき|なければならない|ねばならない|必要がある|よう(?:求|要請|促|訴|呼)|を求め|不可欠/;
const predictionJa = /だろう|見通し|可能性が|恐れ|かねない|予測|予想/;
const denialJa = /(?:していない|ではない|ことはない|起きていない|事実はない)と/;

/** What a report does: the cue's own kind, or for plain "said" and 述べ what is said. */
export function claimKind(reading: Reading, report: Attribution, language: Language): ClaimKind {
  if (report.kind !== 'statement') {
    return report.kind;
  }
  const { start, end } = report.range;
  const said = reading.tokens.text.slice(start, Math.min(end, start + 1000));
  const [demand, prediction, denial] =
    language === 'ja' ? [demandJa, predictionJa, denialJa] : [demandEn, predictionEn, undefined];
  if (demand.test(said)) {
    return 'demand';
  }
  if (denial?.test(said)) {
    return 'denial';
  }
  return prediction.test(said) && language === 'ja' ? 'prediction' : 'statement';
}
