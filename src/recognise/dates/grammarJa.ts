import type { Tokens } from '../../text/tokens';
import type { DateExpression } from './meaning';

export function readDatesJa(_tokens: Tokens): DateExpression[] {
  return [];
}
