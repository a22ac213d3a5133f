import type { NameKind } from '../../model/recognition';
import { Clue } from './candidates';
import { holdsOrganization, isAbbreviatedAfter, opensOrganization } from './organizationShapes';
import { LineStyle, type Reading, Shape } from './reading';
import { isCapital } from './tokenForms';
import { Word } from './wordClasses';

/** The kind of a name of several words, `null` for no name. */
export function kindOfSeveral(
  reading: Reading,
  from: number,
  to: number,
  clues: number,
  words: number,
): NameKind | null {
  const { flags, shapes, firsts, styles } = reading;
  const heading = styles[from] !== LineStyle.prose;
  let last = to - 1;
  while (last > from && !isCapital(reading, last)) {
    last--;
  }
  const head = flags[last]!;
  const first = flags[from]!;
  let common = 0;
  let unknown = 0;
  let named = 0;
  let initials = 0;
  let of = 0;
  let capitals = 0;
  let particles = 0;
  let digits = 0;
  let ands = 0;
  for (let i = from; i < to; i++) {
    const flag = flags[i]!;
    const shape = shapes[i]!;
    if (shape === Shape.lower) {
      if ((flag & Word.particle) !== 0 && (flag & Word.function) === 0) {
        particles++;
      } else if ((flag & Word.function) !== 0) {
        of++;
      }
    } else if (shape === Shape.digits) {
      digits++;
    } else if (shape === Shape.none) {
      ands += firsts[i] === 0x26 ? 1 : 0;
    } else if (shape === Shape.initial) {
      initials++;
    } else {
      capitals += shape === Shape.capitals ? 1 : 0;
      if ((flag & (Word.given | Word.surname | Word.ambiguous)) !== 0) {
        named++;
        common += (flag & Word.common) !== 0 && (flag & Word.ambiguous) === 0 ? 0.5 : 0;
      } else if ((flag & (Word.common | Word.nonname | Word.calendar)) !== 0) {
        common++;
      } else {
        unknown++;
      }
    }
  }
  const people = Word.given | Word.surname;
  // "economist Sarah House": a first name after a role
  const role = (clues & (Clue.role | Clue.titled | Clue.personal)) !== 0;
  if (role && words === 2 && (first & (Word.given | Word.common | Word.place)) === Word.given && to - from === 2) {
    return 'person';
  }
  if (!heading && opensOrganization(reading, from, words, clues)) {
    return 'organization';
  }
  if ((clues & Clue.titled) === 0 || (head & people) === 0) {
    const strictHead = (head & people) === 0 || (head & Word.common) !== 0;
    if ((head & Word.corp) !== 0 && words > 1) {
      return 'organization';
    }
    if (of > 0 && (first & Word.orgstart) !== 0) {
      return 'organization';
    }
    for (let i = from; i < to - 1; i++) {
      if (
        isCapital(reading, i) &&
        (flags[i]! & Word.orgend) !== 0 &&
        (flags[i]! & Word.orgstart) !== 0 &&
        shapes[i + 1] === Shape.lower
      ) {
        return 'organization';
      }
    }
    if (of > 0 && (first & Word.misclead) !== 0) {
      return 'misc';
    }
    if (strictHead && (head & Word.orgend) !== 0 && !isNamesake(reading, from, last, common, named)) {
      return heading && common >= words ? null : 'organization';
    }
    if (strictHead && (head & Word.placeend) !== 0 && !isNamesake(reading, from, last, common, named)) {
      const actor = (clues & (Clue.role | Clue.personal | Clue.speaks | Clue.byline)) !== 0;
      const plain = (first & (Word.given | Word.common | Word.place)) === Word.given && words === 2;
      return actor && plain ? 'person' : 'place';
    }
    // "Slovenian Red Cross", "King's College London"
    if (holdsOrganization(reading, from, to, head)) {
      return 'organization';
    }
    if (strictHead && (head & Word.miscend) !== 0) {
      return 'misc';
    }
    if ((first & Word.misclead) !== 0 && words > 1) {
      return 'misc';
    }
    if ((first & Word.placestart) !== 0 && (first & Word.given) === 0 && common <= 1 && initials === 0) {
      return 'place';
    }
    if (ands > 0) {
      return common + unknown > 0 || named > 0 ? 'organization' : null;
    }
    for (let i = from; i < to; i++) {
      const next = i + 1;
      if (next < to && (flags[i]! & (Word.orgend | Word.orgstart)) !== 0 && shapes[next] === Shape.lower) {
        return (flags[next]! & Word.function) !== 0 ? 'organization' : 'misc';
      }
    }
  }
  if ((clues & Clue.corporate) !== 0) {
    return 'organization';
  }
  if (digits > 0) {
    return 'misc';
  }
  const plainFirst = (first & (Word.given | Word.common | Word.place)) === Word.given;
  let score = unknown + named - 1.5 * common;
  score += (first & Word.given) !== 0 ? 1 : 0;
  score += (head & Word.surname) !== 0 ? 0.5 : 0;
  // Billy Crystal, Maurice Cheeks
  score += plainFirst && words === 2 && common > 0 ? 1.5 : 0;
  score += initials > 0 && (named > 0 || unknown > 0) ? 2.5 : 0;
  score += particles > 0 && named > 0 ? 1 : 0;
  score += (clues & Clue.titled) !== 0 ? 3 : 0;
  score += (clues & Clue.role) !== 0 ? 2.5 : 0;
  score += (clues & Clue.byline) !== 0 ? 2 : 0;
  score += (clues & (Clue.speaks | Clue.personal)) !== 0 ? 1 : 0;
  score += (clues & Clue.personal) !== 0 && (head & (Word.surname | Word.common)) === Word.surname ? 0.5 : 0;
  score -= (clues & (Clue.article | Clue.indefinite)) !== 0 ? (plainFirst ? 1 : 2) : 0;
  score -= (clues & Clue.attributive) !== 0 ? 0.5 : 0;
  score -= capitals > 0 && capitals < words - initials && styles[from] !== LineStyle.capitals ? capitals : 0;
  // Li Fang-Kuei, Moon Jae-in
  score += (first & Word.surname) !== 0 && words === 3 && firsts[to - 2] === 0x2d ? 1.5 : 0;
  score -= words > 4 ? words - 4 : 0;
  score -= of > 0 ? 1.5 : 0;
  if (heading && (clues & (Clue.titled | Clue.byline)) === 0) {
    const full = (first & Word.given) !== 0 && words - particles <= 3 && common === 0;
    return full ? 'person' : null;
  }
  if (score >= threshold) {
    return 'person';
  }
  return isAbbreviatedAfter(reading, to) ? 'organization' : 'misc';
}

const threshold = 1.5;

/** "Robert Hill", "Tina Field": a head noun that is a surname after a first name. */
function isNamesake(reading: Reading, from: number, last: number, common: number, named: number): boolean {
  const { flags } = reading;
  const head = flags[last]!;
  return (
    (head & Word.surname) !== 0 &&
    (head & Word.corp) === 0 &&
    (flags[from]! & Word.given) !== 0 &&
    (flags[from]! & Word.common) === 0 &&
    last - from <= 3 &&
    common <= 1 &&
    named >= 2
  );
}
