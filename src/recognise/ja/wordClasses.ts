/**
 * Word classes of the Japanese word list (IPADIC's parts of speech, merged), as bits so that rules can ask for several
 * at once. The letters are those of `data/ja/words.txt`.
 */
export const WordClass = {
  noun: 1 << 0,
  verbalNoun: 1 << 1,
  adjectivalNoun: 1 << 2,
  timeNoun: 1 << 3,
  pronoun: 1 << 4,
  dependentNoun: 1 << 5,
  properNoun: 1 << 6,
  person: 1 << 7,
  surname: 1 << 8,
  givenName: 1 << 9,
  organization: 1 << 10,
  place: 1 << 11,
  country: 1 << 12,
  number: 1 << 13,
  suffix: 1 << 14,
  timeSuffix: 1 << 15,
  counter: 1 << 16,
  honorific: 1 << 17,
  placeSuffix: 1 << 18,
  prefix: 1 << 19,
  numberPrefix: 1 << 20,
  verbStem: 1 << 21,
  unknown: 1 << 22,
  katakana: 1 << 23,
  latin: 1 << 24,
  digit: 1 << 25,
  hiragana: 1 << 26,
  punctuation: 1 << 27,
  newline: 1 << 28,
} as const;

/** Order of the classes in the lattice's connection table. */
export const classLetters = 'NVATDBUPSGOLC0xtchlpqY';

/** Class bit of the n-th letter of {@link classLetters}. */
export const classBits: readonly number[] = [
  WordClass.noun,
  WordClass.verbalNoun,
  WordClass.adjectivalNoun,
  WordClass.timeNoun,
  WordClass.dependentNoun,
  WordClass.pronoun,
  WordClass.properNoun,
  WordClass.person,
  WordClass.surname,
  WordClass.givenName,
  WordClass.organization,
  WordClass.place,
  WordClass.country,
  WordClass.number,
  WordClass.suffix,
  WordClass.timeSuffix,
  WordClass.counter,
  WordClass.honorific,
  WordClass.placeSuffix,
  WordClass.prefix,
  WordClass.numberPrefix,
  WordClass.verbStem,
];

/** Any name that the word list knows. */
export const nameClasses =
  WordClass.properNoun |
  WordClass.person |
  WordClass.surname |
  WordClass.givenName |
  WordClass.organization |
  WordClass.place |
  WordClass.country;
