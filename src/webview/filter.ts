import { foldForSearch } from '../base/searchFold';
import type { ClaimRow } from './protocol';

/** What is shown; empty for "any". Days are ISO dates, as date fields give them. */
export interface Filter {
  readonly text: string;
  readonly actor: string;
  readonly stance: string;
  readonly status: string;
  readonly from: string;
  readonly to: string;
  /** `null` until somebody decides: then recognised claims are shown while few are recorded. */
  readonly recognised: boolean | null;
}

export const emptyFilter: Filter = {
  text: '',
  actor: '',
  stance: '',
  status: '',
  from: '',
  to: '',
  recognised: null,
};

/** With fewer recorded claims than these, recognised ones are shown too. */
const fewRecorded = 10;

export function showsRecognised(rows: readonly ClaimRow[], filter: Filter): boolean {
  return filter.recognised ?? rows.filter(({ recorded }) => recorded).length < fewRecorded;
}

/** Finds rows by all that a filter asks; keeps the folded words of each row. */
export class RowFilter {
  readonly #rows: readonly ClaimRow[];
  readonly #names: ReadonlyMap<string, string>;
  #folded: string[] | undefined;

  /** `names` are those of the actors, by id. */
  constructor(rows: readonly ClaimRow[], names: ReadonlyMap<string, string>) {
    this.#rows = rows;
    this.#names = names;
  }

  /** Rows in their own order. Widths, kana, old kanji, capitals and accents make no difference to the text. */
  matching(filter: Filter): ClaimRow[] {
    const recognised = showsRecognised(this.#rows, filter);
    const words = foldForSearch(filter.text)
      .split(' ')
      .filter((word) => word !== '');
    const from = dayOf(filter.from) ?? Number.NEGATIVE_INFINITY;
    const to = dayOf(filter.to) ?? Number.POSITIVE_INFINITY;
    const dated = filter.from !== '' || filter.to !== '';
    return this.#rows.filter(
      (row, at) =>
        (recognised || row.recorded) &&
        (filter.actor === '' || row.actors.includes(filter.actor) || row.source === filter.actor) &&
        (filter.stance === '' || (row.stance ?? 'none') === filter.stance) &&
        (filter.status === '' || row.status === filter.status) &&
        (!dated || meets(row.days, from, to)) &&
        words.every((word) => this.#words(at).includes(word)),
    );
  }

  #words(at: number): string {
    this.#folded ??= this.#rows.map(({ quote, title, words, concepts, source }) =>
      foldForSearch([quote, title, words, this.#names.get(source) ?? '', ...concepts].join('\n')),
    );
    return this.#folded[at] ?? '';
  }
}

function meets(days: readonly number[], from: number, to: number): boolean {
  for (let i = 0; i + 1 < days.length; i += 2) {
    if (days[i]! <= to && from <= days[i + 1]!) {
      return true;
    }
  }
  return false;
}

const dayLength = 86_400_000;

/** Days since 1970-01-01 of an ISO date; `undefined` for anything else. */
export function dayOf(date: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? undefined : time / dayLength;
}

/** Midnight UTC of a day number, as scales of time take it. */
export function timeOf(day: number): Date {
  return new Date(day * dayLength);
}
