import type { Language } from '../../model/recognition';
import type { Tokens } from '../../text/tokens';
import { triggersOf } from '../triggersJa';
import { readDatesEn } from './grammarEn';
import { readDatesJa } from './grammarJa';
import type { DateExpression } from './meaning';

const read = new WeakMap<Tokens, readonly DateExpression[]>();

/** The date expressions of a text as the grammar reads them; read once, though publication and dates both need them. */
export function expressionsOf(tokens: Tokens, language: Language): readonly DateExpression[] {
  let found = read.get(tokens);
  if (!found) {
    found = language === 'ja' ? readDatesJa(tokens.text, triggersOf(tokens)) : readDatesEn(tokens);
    read.set(tokens, found);
  }
  return found;
}
