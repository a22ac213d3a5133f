import { CharClass, charClassTable } from '../text/charClass';
import { foldedHash, foldTable } from '../text/fold';
import { step } from './tokenChain';

const hashSign = 0x23;
const apostrophe = 0x27;
const star = 0x2a;
const hyphen = 0x2d;
const equals = 0x3d;
const caret = 0x5e;
const bar = 0x7c;
const newline = 0x0a;
const hashBasis = 0x811c9dc5;
const hashPrime = 0x01000193;
/** All-capital words shorter than this are acronyms. */
const longestAcronym = 7;

/** Classes whose characters make one token together, as in `text/tokens.ts`. */
const runOf = Uint8Array.from({ length: 16 }, (_, kind) =>
  kind === CharClass.upper || kind === CharClass.other ? CharClass.lower : kind,
);

/**
 * The forms of one line of a list of names: "id=Name|form|form" or "Name|form". Before a form `^` says that it stands
 * with its article, before a line `*` that the name's last word is a form as well, `#` that it is a comment.
 *
 * The first article waits for all lists, and the code that reads them has not been optimised yet: a line is read in one
 * pass over its characters into arrays that the next line uses again, by functions small enough to be optimised early.
 */
export class NameForms {
  /** How many forms the line has, 0 for a comment. */
  count = 0;
  /** Of each form where its states in `states` end; they begin where those of the form before end. */
  readonly stateEnds: number[] = [];
  /** After each token the {@link step} over folded hashes. */
  states: Int32Array = new Int32Array(256);
  /** Of each form the last step over the hashes of its tokens as they stand. */
  readonly exacts: number[] = [];
  /** Which match only as they are written: acronyms, and single words like eBay or iPhone. */
  readonly areStrict: boolean[] = [];
  readonly areAfterArticle: boolean[] = [];
  /** Folded hash of each form's first token. */
  firstTokens: Uint32Array = new Uint32Array(64);
  /** Folded hash of what stands after each form's last space. */
  lastWords: Uint32Array = new Uint32Array(64);
  readonly haveSpaces: boolean[] = [];
  /** Which have a hyphen or an apostrophe. */
  readonly areJoined: boolean[] = [];
  private lastWordAt = 0;
  private readonly classOf = charClassTable();
  private readonly fold = foldTable();
  /** Of the token read last: its hash as it stands and folded. */
  private hash = 0;
  private folded = 0;
  /** Whether it looks like an acronym. */
  private isShout = false;
  /** Whether it is written small, or with capitals and marks inside. */
  private isMixed = false;

  /** Reads the line that begins at `start`; returns where the next one begins. */
  readLine(text: string, start: number): number {
    this.count = 0;
    const first = text.charCodeAt(start);
    if (first === hashSign || first === newline) {
      const end = text.indexOf('\n', start);
      return end < 0 ? text.length : end + 1;
    }
    const nameEnd = this.readForm(text, first === star ? start + 1 : start, text.length);
    const lastWordAt = this.lastWordAt;
    let at = nameEnd;
    while (text.charCodeAt(at) === bar) {
      at = this.readForm(text, at + 1, text.length);
    }
    if (first === star) {
      this.readForm(text, lastWordAt, nameEnd);
    }
    return at + 1;
  }

  /** Reads one form, up to the bar or line end after it, and returns where that is. */
  private readForm(text: string, start: number, limit: number): number {
    const form = this.count++;
    const first = form === 0 ? 0 : this.stateEnds[form - 1]!;
    let at = start;
    let isAfterArticle = false;
    let used = first;
    let state = 0;
    let exact = 0;
    let isShout = true;
    let isJoined = false;
    let hasSpace = false;
    /** The last word: where it begins and ends, and whether it is one token. */
    let wordAt = at;
    let wordEnd = at;
    let isToken = true;
    this.reserve(form);
    while (at < limit) {
      const unit = text.charCodeAt(at);
      if (unit === bar || unit === newline) {
        break;
      }
      const end = this.readToken(text, at, limit);
      if (unit === caret && used === first) {
        isAfterArticle = true;
        wordAt = wordEnd = end;
      } else if (unit === equals && form === 0) {
        // What was read is the id.
        used = first;
        state = exact = 0;
        isShout = true;
        isJoined = hasSpace = false;
        wordAt = wordEnd = end;
      } else if (end > at) {
        isToken = at > wordEnd || used === first;
        if (at > wordEnd) {
          hasSpace = used > first;
          wordAt = at;
        }
        wordEnd = end;
        state = step(state, this.folded);
        exact = step(exact, this.hash);
        if (used === first) {
          this.firstTokens[form] = this.folded;
        }
        if (used === this.states.length) {
          const states = new Int32Array(used * 2);
          states.set(this.states);
          this.states = states;
        }
        this.states[used++] = state;
        isShout &&= this.isShout;
        isJoined ||= unit === hyphen || unit === apostrophe;
      }
      at = Math.max(end, at + 1);
    }
    this.stateEnds[form] = used;
    this.exacts[form] = exact | 0;
    this.areStrict[form] = isShout || (this.isMixed && used === first + 1);
    this.areAfterArticle[form] = isAfterArticle;
    this.lastWords[form] = isToken ? this.folded : foldedHash(text, wordAt, wordEnd);
    this.haveSpaces[form] = hasSpace;
    this.areJoined[form] = isJoined;
    this.lastWordAt = wordAt;
    return at;
  }

  /** Reads the token that begins at `start`; returns its end, `start` for a space. */
  private readToken(text: string, start: number, limit: number): number {
    const { classOf, fold } = this;
    let at = start;
    let unit = text.charCodeAt(at);
    const kind = runOf[classOf[unit]!]!;
    if (kind === CharClass.space) {
      return start;
    }
    let hash = hashBasis;
    let folded = hashBasis;
    let small = 0;
    let changed = 0;
    do {
      const plain = fold[unit]!;
      hash = Math.imul(hash ^ unit, hashPrime);
      if (plain !== 0) {
        folded = Math.imul(folded ^ plain, hashPrime);
      }
      if (unit >= 0x61 && unit <= 0x7a) {
        small++;
      } else if (at > start && plain !== unit) {
        changed++;
      }
      at++;
      unit = at < limit ? text.charCodeAt(at) : newline;
    } while (runOf[classOf[unit]!] === kind && kind !== CharClass.punctuation);
    this.hash = hash;
    this.folded = folded;
    this.isShout = small === 0 && at - start <= longestAcronym;
    this.isMixed = small > 0 && (changed > 0 || small === at - start);
    return at;
  }

  private reserve(form: number): void {
    if (form === this.firstTokens.length) {
      this.firstTokens = larger(this.firstTokens);
      this.lastWords = larger(this.lastWords);
    }
  }
}

function larger(array: Uint32Array): Uint32Array {
  const twice = new Uint32Array(array.length * 2);
  twice.set(array);
  return twice;
}
