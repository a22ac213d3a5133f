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

/** The same by their last letter, in the same order: most of them need not be tried. */
const endingsByLast = new Map<string, string[]>();
for (const ending of endings) {
  const last = ending.charAt(ending.length - 1);
  endingsByLast.set(last, [...(endingsByLast.get(last) ?? []), ending]);
}

const shortestStem = 4;

/** Words whose stem would be that of a word of another meaning, and past tenses that share no stem with their verb. */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    statement: 'statement',
    statements: 'statement',
    department: 'department',
    departments: 'department',
    apartment: 'apartment',
    apartments: 'apartment',
    party: 'party',
    parties: 'party',
    general: 'general',
    generals: 'general',
    nation: 'nation',
    nations: 'nation',
    national: 'nation',
    station: 'station',
    stations: 'station',
    united: 'united',
    unites: 'unit',
    minister: 'minister',
    ministers: 'minister',
    passenger: 'passenger',
    passengers: 'passenger',
    dealer: 'dealer',
    corner: 'corner',
    number: 'number',
    numbers: 'number',
    letter: 'letter',
    letters: 'letter',
    matter: 'matter',
    matters: 'matter',
    winter: 'winter',
    caught: 'catch',
    sought: 'seek',
    fought: 'fight',
    bought: 'buy',
    brought: 'bring',
    taught: 'teach',
    thought: 'think',
    broke: 'break',
    broken: 'break',
    chose: 'choos',
    chosen: 'choos',
    choose: 'choos',
    chooses: 'choos',
    choosing: 'choos',
    won: 'win',
    winning: 'win',
    wins: 'win',
    lost: 'los',
    lose: 'los',
    loses: 'los',
    losing: 'los',
    stole: 'steal',
    stolen: 'steal',
    fled: 'flee',
    sank: 'sink',
    sunk: 'sink',
    sold: 'sell',
    built: 'build',
    led: 'lead',
    leads: 'lead',
    met: 'meet',
    held: 'hold',
    sent: 'send',
    spent: 'spend',
    gave: 'give',
    given: 'give',
    gives: 'give',
    giving: 'give',
    drove: 'driv',
    driven: 'driv',
  }),
);

/** The stem of a lower-case English word. Words of up to three letters, and with digits, stay. */
export function stemEnglish(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined || word.length <= 3) {
    return known ?? word;
  }
  let stem = word;
  if (stem.endsWith('ies')) {
    stem = stem.length > 4 ? `${stem.slice(0, -3)}y` : stem.slice(0, -1);
  } else if (stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) {
    stem = stem.slice(0, -1);
  }
  for (const ending of endingsByLast.get(stem.charAt(stem.length - 1)) ?? []) {
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
