import type { ActorId } from '../model/recognition';
import countriesText from './data/countries.txt';

/** A state: its id and the English forms that mean it. */
export interface Country {
  /** Lower-case ISO 3166-1 alpha-2; "su", "yu", "dd", "cs" for states that are gone, a word for older empires. */
  readonly id: ActorId;
  readonly name: string;
  readonly names: readonly string[];
  readonly demonyms: readonly string[];
  /** Capitals and seats of government that may stand for the state. */
  readonly seats: readonly string[];
}

let countries: readonly Country[] | undefined;

function split(field: string | undefined): string[] {
  return field ? field.split(';') : [];
}

/** All states of the shared table, read on first use. */
export function countryTable(): readonly Country[] {
  countries ??= countriesText
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [id = '', name = '', names, demonyms, seats] = line.split('|');
      return { id, name, names: split(names), demonyms: split(demonyms), seats: split(seats) };
    });
  return countries;
}
