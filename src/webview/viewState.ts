import { emptyFilter, type Filter } from './filter';

export const pictures = ['timeline', 'network', 'positions'] as const;
export type PictureName = (typeof pictures)[number];

/** What a person set up; kept while the panel is hidden and over restarts. */
export interface ViewState {
  readonly picture: PictureName;
  /** The same claims as a table. */
  readonly table: boolean;
  readonly filter: Filter;
}

const initialState: ViewState = { picture: 'timeline', table: false, filter: emptyFilter };

/** Reads a state that was kept, by this version or another; what is wrong in it stays as at the beginning. */
export function readViewState(value: unknown): ViewState {
  const kept = (value ?? {}) as Partial<Record<keyof ViewState, unknown>>;
  const filter = (kept.filter ?? {}) as Partial<Record<keyof Filter, unknown>>;
  const text = (key: keyof Filter): string => (typeof filter[key] === 'string' ? filter[key] : '');
  return {
    picture: pictures.find((name) => name === kept.picture) ?? initialState.picture,
    table: kept.table === true,
    filter: {
      text: text('text'),
      actor: text('actor'),
      stance: text('stance'),
      status: text('status'),
      from: text('from'),
      to: text('to'),
      recognised: typeof filter.recognised === 'boolean' ? filter.recognised : null,
    },
  };
}
