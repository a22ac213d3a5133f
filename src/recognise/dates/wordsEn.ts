import { numberWords } from '../../text/numberWords';
import { hashText } from '../../text/tokens';

/** What part a word can play in an English date. */
export const Word = {
  none: 0,
  digits: 1,
  /** 1 to 12. */
  month: 2,
  /** 0 Monday to 6 Sunday. */
  weekday: 3,
  /** Number words: the number itself. */
  number: 4,
  /** Ordinal words: the number itself. */
  ordinal: 5,
  /** Index in {@link unitNames}. */
  unit: 6,
  /** 21 to 24. */
  season: 7,
  /** Days from today, plus 10. */
  nearDay: 8,
  /** "last" 0, "this" 1, "next" 2. */
  direction: 9,
  the: 10,
  article: 11,
  of: 12,
  in: 13,
  /** Words that a date may follow: on, by, since... */
  preposition: 14,
  /** to, through, until. */
  to: 15,
  and: 16,
  between: 17,
  ago: 18,
  /** "later", "after". */
  later: 19,
  /** "earlier", "before", "prior". */
  earlier: 20,
  /** early, late, mid, beginning, end: shade a date without changing it. */
  edge: 21,
  dayPart: 22,
  /** AD, CE 1; BC, BCE 0. */
  era: 23,
  fiscal: 24,
  hyphen: 25,
  comma: 26,
  dot: 27,
  slash: 28,
  apostrophe: 29,
  ordinalSuffix: 30,
  s: 31,
  q: 32,
  couple: 33,
  /** several, few, many: no number to count with. */
  vague: 34,
  half: 35,
  /** From "now", "today" and "hence" in "two days from now". */
  hence: 36,
  every: 37,
  /** same, that. */
  same: 38,
  line: 39,
  open: 40,
  close: 41,
  /** Verbs and helpers that say which way the clause looks. */
  future: 42,
  past: 43,
  /** First word of a holiday's name. */
  holiday: 44,
  circa: 45,
  /** hundred, thousand: powers of ten. */
  scale: 46,
  other: 47,
  night: 48,
  day: 49,
  sentenceEnd: 50,
} as const;

export const unitNames = [
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'half',
  'year',
  'fiscalYear',
  'decade',
  'century',
  'fortnight',
  'clock',
] as const;

const words: [kind: number, value: number, forms: string][] = [
  [Word.month, 1, 'january jan'],
  [Word.month, 2, 'february feb'],
  [Word.month, 3, 'march mar'],
  [Word.month, 4, 'april apr'],
  [Word.month, 5, 'may'],
  [Word.month, 6, 'june jun'],
  [Word.month, 7, 'july jul'],
  [Word.month, 8, 'august aug'],
  [Word.month, 9, 'september sept sep'],
  [Word.month, 10, 'october oct'],
  [Word.month, 11, 'november nov'],
  [Word.month, 12, 'december dec'],
  [Word.weekday, 0, 'monday mon'],
  [Word.weekday, 1, 'tuesday tue tues'],
  [Word.weekday, 2, 'wednesday wed weds'],
  [Word.weekday, 3, 'thursday thu thur thurs'],
  [Word.weekday, 4, 'friday fri'],
  [Word.weekday, 5, 'saturday sat'],
  [Word.weekday, 6, 'sunday sun'],
  [Word.unit, 0, 'days'],
  [Word.day, 0, 'day'],
  [Word.unit, 1, 'week weeks wk wks'],
  [Word.unit, 2, 'weekend weekends'],
  [Word.unit, 3, 'month months mo mos'],
  [Word.unit, 4, 'quarter quarters qtr qtrs'],
  [Word.unit, 6, 'year years yr yrs'],
  [Word.unit, 8, 'decade decades'],
  [Word.unit, 9, 'century centuries'],
  [Word.unit, 10, 'fortnight fortnights'],
  [Word.unit, 11, 'hour hours minute minutes seconds'],
  [Word.season, 21, 'spring springtime'],
  [Word.season, 22, 'summer summertime'],
  [Word.season, 23, 'autumn fall'],
  [Word.season, 24, 'winter wintertime'],
  [Word.nearDay, 10, 'today tonight tonite'],
  [Word.nearDay, 9, 'yesterday'],
  [Word.nearDay, 11, 'tomorrow tmrw'],
  [Word.direction, 0, 'last past previous preceding'],
  [Word.direction, 1, 'this current'],
  [Word.direction, 2, 'next coming following upcoming'],
  [Word.the, 0, 'the'],
  [Word.article, 1, 'a an'],
  [Word.of, 0, 'of'],
  [Word.in, 0, 'in within'],
  [Word.preposition, 0, 'on at by since during for before around about as dated circa'],
  [Word.circa, 0, 'c ca'],
  [Word.to, 0, 'to through thru until till til'],
  [Word.and, 0, 'and'],
  [Word.between, 0, 'between'],
  [Word.preposition, 1, 'from'],
  [Word.ago, 0, 'ago'],
  [Word.later, 0, 'later after afterwards'],
  [Word.earlier, 0, 'earlier before prior previously back'],
  [Word.edge, 0, 'early late mid middle beginning start end outset close rest remainder'],
  [Word.dayPart, 0, 'morning afternoon evening noon midnight lunchtime'],
  [Word.night, 0, 'night nights'],
  [Word.era, 1, 'ad ce'],
  [Word.era, 0, 'bc bce'],
  [Word.fiscal, 0, 'fiscal financial fy'],
  [Word.ordinalSuffix, 0, 'st nd rd th'],
  [Word.s, 0, 's'],
  [Word.q, 0, 'q'],
  [Word.couple, 2, 'couple'],
  [Word.vague, 0, 'several few many some'],
  [Word.half, 0, 'half'],
  [Word.hence, 0, 'now hence'],
  [Word.every, 0, 'every each per any'],
  [Word.same, 0, 'same that'],
  [Word.scale, 2, 'hundred'],
  [Word.scale, 3, 'thousand'],
  [Word.holiday, 0, 'christmas xmas new valentine valentines saint halloween independence veterans veteran earth'],
  [Word.holiday, 0, 'groundhog thanksgiving labor memorial martin mlk presidents president columbus mother mothers'],
  [Word.holiday, 0, 'father fathers ash palm maundy good holy easter pentecost whit boxing ground'],
  [Word.future, 0, 'will ll shall should expect expects expected scheduled due plan plans planned going'],
  [Word.future, 0, 'hope hopes hopefully intends intend aims slated must would ahead soon deadline'],
  [Word.future, 1, 'set'],
  [Word.future, 0, 'begins starts resumes expires'],
  [Word.future, 2, 'arriving leaving'],
  [Word.past, 1, 'have has had need needs'],
  [Word.past, 0, 'was were did been said met held took went came began won lost rose fell sold made became left told'],
  [
    Word.past,
    0,
    'tore stood fought sought caught taught thought felt heard knew grew flew threw fled struck spent slept',
  ],
  [
    Word.past,
    0,
    'swept dealt shot shook chose rode drove swore bore withdrew underwent arose overcame overthrew forbade',
  ],
  [Word.past, 0, 'sent saw got gave hit ran led broke spoke wrote drew put paid found brought built kept'],
];

const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth';
const decades = 'tens twenties thirties forties fifties sixties seventies eighties nineties';

/** Marks, by the class of each in a date. */
const marks: [kind: number, forms: string][] = [
  [Word.hyphen, '-–—−~〜‐‑'],
  [Word.comma, ','],
  [Word.dot, '.'],
  [Word.slash, '/'],
  [Word.apostrophe, "'’‘`"],
  [Word.open, '(（['],
  [Word.close, ')）]'],
  [Word.and, '&'],
  [Word.sentenceEnd, '!?;:"“”'],
];

interface Entry {
  readonly kind: number;
  readonly value: number;
}

/** Value of {@link Word.other} for the decades in words: "nineties" is 90. */
function allWords(): Map<string, Entry> {
  const all = new Map<string, Entry>();
  for (const [kind, value, forms] of words) {
    for (const form of forms.split(' ')) {
      all.set(form, { kind, value });
    }
  }
  for (const [form, value] of numberWords) {
    all.set(form, { kind: Word.number, value });
  }
  for (const [value, form] of ordinals.split(' ').entries()) {
    all.set(form, { kind: Word.ordinal, value });
  }
  all.set('thirtieth', { kind: Word.ordinal, value: 30 });
  for (const [value, form] of decades.split(' ').entries()) {
    all.set(form, { kind: Word.other, value: 10 * (value + 1) });
  }
  return all;
}

/** A closed hash table from the hash of a token to its kind and value: one probe for a word that is in no date. */
export interface WordTable {
  readonly mask: number;
  readonly hashes: Uint32Array;
  readonly kinds: Uint8Array;
  readonly values: Uint8Array;
  readonly lengths: Uint8Array;
}

let table: WordTable | undefined;

/** The words in lower case, with a capital and in capitals, made on first use. */
export function wordTable(): WordTable {
  table ??= makeTable();
  return table;
}

function makeTable(): WordTable {
  const size = 4096;
  const made = {
    mask: size - 1,
    hashes: new Uint32Array(size),
    kinds: new Uint8Array(size),
    values: new Uint8Array(size),
    lengths: new Uint8Array(size),
  };
  for (const [word, { kind, value }] of allWords()) {
    for (const form of new Set([word, word[0]!.toUpperCase() + word.slice(1), word.toUpperCase()])) {
      put(made, form, kind, value);
    }
  }
  for (const [kind, forms] of marks) {
    for (const form of forms) {
      put(made, form, kind, 0);
    }
  }
  return made;
}

function put(into: WordTable, form: string, kind: number, value: number): void {
  const hash = hashText(form);
  let slot = hash & into.mask;
  while (into.lengths[slot]) {
    slot = (slot + 1) & into.mask;
  }
  into.hashes[slot] = hash;
  into.kinds[slot] = kind;
  into.values[slot] = value;
  into.lengths[slot] = form.length;
}
