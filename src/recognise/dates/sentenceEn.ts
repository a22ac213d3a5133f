import { CharClass } from '../../text/charClass';
import { Scratch } from '../../text/scratch';
import type { Tokens } from '../../text/tokens';
import { hashesOf } from '../wordHashes';
import type { Tense } from './meaning';
import { Word, wordTable } from './wordsEn';

/** The tokens of a text with the part that each can play in a date. */
export interface DateWords {
  readonly tokens: Tokens;
  /** {@link Word} of each token. */
  readonly kinds: Uint8Array;
  readonly values: Uint8Array;
}

const keptKinds = new Scratch((length) => new Uint8Array(length));
const keptValues = new Scratch((length) => new Uint8Array(length));

/** Looks up every token: digits, line ends, and the words of dates. Good until the next text is read. */
export function lookUpWords(tokens: Tokens): DateWords {
  const { count, classes, hashes, starts, ends } = tokens;
  const table = wordTable();
  const kinds = keptKinds.take(count);
  const values = keptValues.take(count);
  for (let i = 0; i < count; i++) {
    const kind = classes[i]!;
    if (kind === CharClass.digit) {
      kinds[i] = Word.digits;
      continue;
    }
    if (kind === CharClass.newline) {
      kinds[i] = Word.line;
      continue;
    }
    const hash = hashes[i]!;
    let slot = hash & table.mask;
    while (table.lengths[slot]) {
      if (table.hashes[slot] === hash && table.lengths[slot] === ends[i]! - starts[i]!) {
        kinds[i] = table.kinds[slot]!;
        values[i] = table.values[slot]!;
        break;
      }
      slot = (slot + 1) & table.mask;
    }
  }
  return { tokens, kinds, values };
}

const lookBack = 30;
const lookAhead = 20;

/** Which way the clause around tokens `first` to `last` looks: the nearest verb before, else the nearest after. */
export function tenseAround(words: DateWords, first: number, last: number): Tense {
  const { tokens } = words;
  // "Game 2 is Thursday"
  const on = wordAt(tokens, first - 1) === 'on' ? first - 2 : first - 1;
  if (words.kinds[first] === Word.weekday && /^(?:is|are)$/.test(wordAt(tokens, on))) {
    return 'future';
  }
  if (words.kinds[first] === Word.month && isAttribute(words, first, last)) {
    return 'unknown';
  }
  if (isArrangedFor(words, first, last)) {
    return 'future';
  }
  // "to turn out for Monday's vote", but "to annul Monday's vote"
  const month = words.kinds[first] === Word.month && words.kinds[last - 1] !== Word.digits;
  const aimed = words.kinds[last] !== Word.apostrophe || wordAt(tokens, first - 1) === 'for';
  for (let i = first - 1; i >= Math.max(0, first - lookBack) && !endsSentence(words, i); i--) {
    // "could cost them the vote in November"
    if (month && /^(?:could|might|may)$/.test(wordAt(tokens, i))) {
      return 'future';
    }
    if (aimed && words.kinds[i] === Word.to && isAimedAt(tokens, i)) {
      return 'future';
    }
    const tense =
      first - i < 5 && words.kinds[i] === Word.direction && words.values[i] === 2 ? 'future' : tenseOf(words, i);
    if (tense) {
      return tense;
    }
  }
  for (let i = last; i < Math.min(tokens.count, last + lookAhead) && !endsSentence(words, i); i++) {
    // "Saturday's poll shows him clearly ahead" tells nothing of when.
    const tense = wordAt(tokens, i) === 'ahead' ? undefined : tenseOf(words, i);
    if (tense) {
      return tense;
    }
  }
  return 'unknown';
}

/** "his July recommendation", "Moss's May 31 veto": the verbs around tell nothing of when that was. */
function isAttribute({ kinds, tokens }: DateWords, first: number, last: number): boolean {
  const owned = kinds[first - 1] === Word.s || /^(?:his|her|its|their)$/.test(wordAt(tokens, first - 1));
  return owned && tokens.classes[last] === CharClass.lower && kinds[last] === Word.none;
}

/** "a hearing for Monday", "set for Dec. 10"; not "arrested for Monday's raid". */
function isArrangedFor({ kinds, tokens }: DateWords, first: number, last: number): boolean {
  if (/^un?til+$/.test(wordAt(tokens, first - 1)) && kinds[first] === Word.weekday) {
    return true;
  }
  if (wordAt(tokens, first - 1) !== 'for' || kinds[last] === Word.apostrophe) {
    return false;
  }
  const dayOfMonth = kinds[first] === Word.month && kinds[last - 1] === Word.digits;
  return kinds[first] === Word.weekday || (dayOfMonth && tokens.ends[last - 1]! - tokens.starts[last - 1]! <= 2);
}

/** Words whose "to" looks ahead, by their hash; "plan", "expect" and the like are told by their kind. */
const aims = hashesOf(
  'agree agreed agreeing want wants wanted wanting vow vows vowed vowing promise promises promised promising urge urges ' +
    'urged urging ask asks asked asking order orders ordered decide decides decided prepare prepares prepared preparing ' +
    'need needs needed pledge pledges pledged pledging vote votes voted voting invite invited implore implores implored ' +
    'imploring request requested set due going likely ready poised slated hope hopes hoped hoping expect expected ' +
    'expecting plan plans planned planning schedule scheduled intend intended',
);

/** "wanted to rule", "urging supporters to turn out": what is aimed at lies ahead. */
function isAimedAt(tokens: Tokens, to: number): boolean {
  if (wordAt(tokens, to) !== 'to') {
    return false;
  }
  for (let i = to - 1; i >= 0 && i > to - 4; i--) {
    if (aims.has(tokens.hashes[i]!)) {
      return true;
    }
  }
  return false;
}

function tenseOf({ kinds, values, tokens }: DateWords, i: number): Tense | undefined {
  if (kinds[i] === Word.future) {
    // "set for Friday", not "lost a set"; "is leaving", not "leaving 40 homeless".
    const fits =
      (values[i] === 0 && !isPlanNoun(tokens, i)) ||
      (values[i] === 1
        ? /^(?:to|for)$/.test(wordAt(tokens, i + 1))
        : /^(?:am|is|are|m|s|re|be)$/.test(wordAt(tokens, i - 1)));
    return fits ? 'future' : undefined;
  }
  if (kinds[i] === Word.past) {
    // "have to" and "need to" look ahead; "have" and "need" alone say nothing.
    const isAuxiliary = values[i] === 1;
    // "will be paid"
    if (
      !isAuxiliary &&
      wordAt(tokens, i - 1) === 'be' &&
      /^(?:will|shall|would|must|may|might|can|could)$/.test(wordAt(tokens, i - 2))
    ) {
      return 'future';
    }
    const before = isAuxiliary && kinds[i + 1] === Word.to;
    return before ? 'future' : isAuxiliary && tokens.ends[i]! - tokens.starts[i]! !== 3 ? undefined : 'past';
  }
  if (!endsInEd(tokens, i)) {
    return undefined;
  }
  // "be completed", "to be held": a participle says nothing of the past.
  const { text, starts, ends } = tokens;
  return i > 0 && /^(?:be|being|to)$/.test(text.slice(starts[i - 1], Math.min(ends[i - 1]!, starts[i - 1]! + 6)))
    ? undefined
    : 'past';
}

/** "tabled a plan", not "they plan to". */
function isPlanNoun(tokens: Tokens, i: number): boolean {
  return (
    /^plans?$/.test(wordAt(tokens, i)) && /^(?:a|the|its|his|her|their|this|that|new|of)$/.test(wordAt(tokens, i - 1))
  );
}

function wordAt({ text, starts, ends, count }: Tokens, i: number): string {
  return i < 0 || i >= count || ends[i]! - starts[i]! > 8 ? '' : text.slice(starts[i], ends[i]);
}

/** A full stop, question or exclamation mark, or a line end; not the point of "Dec." or "U.S.". */
function endsSentence({ kinds, tokens }: DateWords, i: number): boolean {
  if (kinds[i] === Word.line || kinds[i] === Word.sentenceEnd) {
    return true;
  }
  return kinds[i] === Word.dot && (i === 0 || tokens.ends[i - 1]! - tokens.starts[i - 1]! > 4);
}

function endsInEd({ text, classes, starts, ends }: Tokens, i: number): boolean {
  const end = ends[i]!;
  return (
    classes[i] === CharClass.lower &&
    end - starts[i]! > 3 &&
    text.charCodeAt(end - 1) === 0x64 &&
    text.charCodeAt(end - 2) === 0x65
  );
}
