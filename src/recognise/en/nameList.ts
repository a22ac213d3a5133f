import { type EntrySource, type GazetteerEntry, NamedEntry } from '../gazetteer';

/**
 * A list of names whose lines `recognise/nameForms.ts` reads: entries are made of its lines when a text names them, most
 * are never asked for.
 */
export class NameList implements EntrySource {
  constructor(
    readonly text: string,
    readonly kind: GazetteerEntry['kind'],
  ) {}

  /** `row` is twice the line's offset, plus 1 for a form that stands with its article. */
  entryOf(row: number): GazetteerEntry {
    const start = row >>> 1;
    const newlineAt = this.text.indexOf('\n', start);
    const line = this.text.slice(start, newlineAt < 0 ? undefined : newlineAt);
    const end = line.indexOf('|');
    const head = end < 0 ? line : line.slice(0, end);
    const equalsAt = head.indexOf('=');
    const name = head.slice(equalsAt + 1).replace(/^[*^]/, '');
    return new NamedEntry(name, this.kind, equalsAt > 0 ? head.slice(0, equalsAt) : undefined, (row & 1) === 1);
  }
}
