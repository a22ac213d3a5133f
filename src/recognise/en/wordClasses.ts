/** What a word is around English names: bits of the values of the word table. */
export const Word = {
  /** In the dictionary with a small letter. */
  common: 1 << 0,
  /** Pronouns, prepositions, conjunctions, auxiliaries, sentence adverbs: never the beginning of a name. */
  function: 1 << 1,
  given: 1 << 2,
  surname: 1 << 3,
  place: 1 << 4,
  title: 1 << 5,
  honorific: 1 << 6,
  role: 1 << 7,
  speech: 1 << 8,
  placeprep: 1 << 9,
  orgend: 1 << 10,
  orgstart: 1 << 11,
  corp: 1 << 12,
  placeend: 1 << 13,
  placestart: 1 << 14,
  miscend: 1 << 15,
  misclead: 1 << 16,
  calendar: 1 << 17,
  particle: 1 << 18,
  degree: 1 << 19,
  noacronym: 1 << 20,
  nonname: 1 << 21,
  owner: 1 << 22,
  verb: 1 << 23,
  abbreviation: 1 << 24,
  /** First word of something in the gazetteer. */
  gazetteer: 1 << 25,
  orgrole: 1 << 27,
  regime: 1 << 28,
  /** A shop or restaurant that is called after its owner. */
  shop: 1 << 29,
  /** A military unit, which is numbered. */
  unit: 1 << 30,
  /** A small word that is a first name all the same: Will, May. */
  ambiguous: 1 << 26,
} as const;

export type WordClass = keyof typeof Word;

export function isWordClass(name: string): name is WordClass {
  return Object.hasOwn(Word, name);
}
