import type { Language } from '../../model/recognition';
import type { Tokens } from '../../text/tokens';
import { triggersOf } from '../triggersJa';
import { readDatesEn } from './grammarEn';
import { readDatesJa } from './grammarJa';
import type { DateExpression } from './meaning';

/** Only the last text's are kept: weak references to every text read would outlive many of them. */
let last: { readonly tokens: Tokens; readonly found: readonly DateExpression[] } | undefined;

/** The date expressions of a text as the grammar reads them; read once, though publication and dates both need them. */
export function expressionsOf(tokens: Tokens, language: Language): readonly DateExpression[] {
  if (last?.tokens !== tokens) {
    const found = language === 'ja' ? readDatesJa(tokens.text, triggersOf(tokens)) : readDatesEn(tokens);
    last = { tokens, found };
  }
  return last.found;
}
