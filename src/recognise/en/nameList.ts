import { type Tokens, tokenise } from '../../text/tokens';
import { type EntrySource, type GazetteerEntry, NamedEntry } from '../gazetteer';

const hash = 0x23;
const star = 0x2a;
const hyphen = 0x2d;
const apostrophe = 0x27;
const equals = 0x3d;
const caret = 0x5e;
const bar = 0x7c;
const newline = 0x0a;

/** One way to write a name: tokens `[from, to)` of the list. */
export interface NameForm {
  readonly from: number;
  readonly to: number;
  /** Of the name that its line begins with: what {@link NameList.entryOf} makes the entry of. */
  readonly row: number;
  /** Whether it is the only form of its line. */
  readonly alone: boolean;
}

/**
 * A list of names, a line an actor or place: "id=Name|form|form" or "Name|form". Before a form `^` says that it stands
 * with its article, before a line `*` that the name's last word is a form as well, `#` that it is a comment. The list is
 * cut into tokens as it is, and entries are made of its lines when a text names them: most are never asked for.
 */
export class NameList implements EntrySource {
  readonly tokens: Tokens;

  constructor(
    readonly text: string,
    readonly kind: GazetteerEntry['kind'],
  ) {
    this.tokens = tokenise(text);
  }

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

  /** The forms in order. */
  eachForm(visit: (form: NameForm) => void): void {
    const { text } = this;
    const { count, starts } = this.tokens;
    for (let from = 0; from < count; ) {
      const to = this.lineEnd(from);
      const first = text.charCodeAt(starts[from]!);
      if (to > from && first !== hash) {
        this.eachFormOfLine(first === star ? from + 1 : from, to, starts[from]! * 2, first === star, visit);
      }
      from = to + 1;
    }
  }

  private eachFormOfLine(
    first: number,
    to: number,
    row: number,
    byLastWord: boolean,
    visit: (form: NameForm) => void,
  ): void {
    let from = first;
    let nameEnd = -1;
    for (let i = first; i <= to; i++) {
      const unit = i < to ? this.unitAt(i) : bar;
      if (unit === equals && nameEnd < 0) {
        from = i + 1;
      } else if (unit === bar) {
        const after = this.unitAt(from) === caret;
        const alone = nameEnd < 0 && i === to && !byLastWord;
        visit({ from: after ? from + 1 : from, to: i, row: after ? row + 1 : row, alone });
        nameEnd = nameEnd < 0 ? i : nameEnd;
        from = i + 1;
      }
    }
    if (byLastWord) {
      visit({ from: this.lastWord(first, nameEnd), to: nameEnd, row, alone: false });
    }
  }

  /** First token after the last space between two tokens; `from` where there is none. */
  lastWord(from: number, to: number): number {
    const { starts, ends } = this.tokens;
    let last = to - 1;
    while (last > from && starts[last] === ends[last - 1]) {
      last--;
    }
    return Math.max(from, last);
  }

  /** Whether the form is one word, without a space, a hyphen or an apostrophe inside. */
  isOneWord(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const unit = this.unitAt(i);
      if (unit === hyphen || unit === apostrophe) {
        return false;
      }
    }
    return this.lastWord(from, to) === from;
  }

  private lineEnd(from: number): number {
    let to = from;
    while (to < this.tokens.count && this.unitAt(to) !== newline) {
      to++;
    }
    return to;
  }

  private unitAt(token: number): number {
    return this.text.charCodeAt(this.tokens.starts[token]!);
  }
}
