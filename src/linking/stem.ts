/**
 * Endings taken off English words, longest first; what remains keeps at least four letters. Not a grammar: the aim is
 * one form for "negotiate, negotiated, negotiations, negotiator", and two for "general, generate" at worst.
 */
const endings = [
  'ational',
  'ization',
  'isation',
  'ations',
  'ation',
  'ators',
  'ator',
  'ating',
  'ement',
  'ments',
  'ated',
  'ates',
  'ment',
  'ness',
  'ions',
  'ate',
  'ion',
  'ings',
  'ing',
  'ers',
  'edly',
  'ors',
  'ies',
  'ed',
  'er',
  'or',
  'ly',
  'al',
  'ive',
  'ance',
  'ence',
  'ants',
  'ant',
  'es',
]; // prettier-ignore

const shortestStem = 4;

/** The stem of a lower-case English word. Words of up to three letters, and with digits, stay. */
export function stemEnglish(word: string): string {
  let stem = word;
  if (stem.length <= 3) {
    return stem;
  }
  if (stem.endsWith('ies')) {
    stem = stem.length > 4 ? `${stem.slice(0, -3)}y` : stem.slice(0, -1);
  } else if (stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) {
    stem = stem.slice(0, -1);
  }
  for (const ending of endings) {
    if (stem.endsWith(ending) && stem.length - ending.length >= shortestStem) {
      stem = stem.slice(0, -ending.length);
      break;
    }
  }
  const last = stem.at(-1);
  if (stem.length > 4 && last === 'e') {
    return stem.slice(0, -1);
  }
  if (stem.length > 4 && last === stem.at(-2) && last !== 'l' && last !== 's') {
    return stem.slice(0, -1);
  }
  return stem.length > 3 && last === 'y' ? `${stem.slice(0, -1)}i` : stem;
}
