import type { DateExpression } from './meaning';

export interface ListOrder {
  readonly direction: -1 | 1;
}

/** Placeholder. */
export function listDirection(_expressions: readonly DateExpression[], _text: string): ListOrder | undefined {
  return undefined;
}

export function resolveInList(_order: ListOrder, _expression: DateExpression, _i: number): string | undefined {
  return undefined;
}
