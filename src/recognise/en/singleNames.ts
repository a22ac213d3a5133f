import type { NameKind } from '../../model/recognition';
import { Clue } from './candidates';
import { type Reading, Shape } from './reading';
import { Word } from './wordClasses';

/** How a word that stands alone is used over the whole document. */
export interface Usage {
  count: number;
  /** {@link Clue} bits of all its uses. */
  clues: number;
  /** Uses where no sentence or heading makes the capital. */
  inside: number;
  located: number;
  shape: number;
  flag: number;
  article: number;
  lower: boolean;
}

/** What kind of name the uses of a word speak for, `null` for none. The weights were set on development texts. */
export function kindOfSingle(usage: Usage): NameKind | null {
  const { flag, clues, shape } = usage;
  const common = (flag & Word.common) !== 0;
  let base = 0;
  const name = (flag & (Word.given | Word.surname)) !== 0;
  if (common) {
    base -= usage.inside === 0 ? 3 : name ? 1 : 1.5;
  }
  if (usage.lower) {
    base -= 2;
  }
  if ((flag & (Word.nonname | Word.calendar | Word.title | Word.degree)) !== 0) {
    base -= 3;
  }
  if (usage.inside === 0) {
    // "Dies at 91" in a heading
    base -= (flag & (Word.verb | Word.speech)) !== 0 ? 3 : 0.7;
  }
  base += Math.min(usage.count - 1, 3) * 0.3;
  let person = base;
  person += (clues & Clue.titled) !== 0 ? 3 : 0;
  person -= (clues & Clue.numbered) !== 0 ? 1.5 : 0;
  person += (clues & Clue.acts) !== 0 && !common ? 0.5 : 0;
  person += (clues & Clue.role) !== 0 ? 1.5 : 0;
  person += (clues & Clue.speaks) !== 0 ? 1.2 : 0;
  person += (clues & Clue.personal) !== 0 ? 1.5 : 0;
  person += (clues & Clue.agent) !== 0 && usage.article === 0 ? 1 : 0;
  person += (clues & Clue.cited) !== 0 ? 2 : 0;
  person += (clues & Clue.byline) !== 0 ? 1.5 : 0;
  person += (flag & Word.given) !== 0 ? ((flag & (Word.common | Word.place)) === 0 ? 1.8 : 1.2) : 0;
  person += (flag & Word.surname) !== 0 ? (common ? 0.8 : 1.1) : 0;
  person += (clues & Clue.possessive) !== 0 ? 0.3 : 0;
  person -= (2 * usage.article) / usage.count;
  person -= (1.5 * usage.located) / usage.count;
  person -= (flag & (Word.place | Word.given)) === Word.place ? 1 : 0;
  const loud = shape === Shape.capitals && (flag & (Word.given | Word.common)) !== Word.given;
  person -= loud ? 2 : 0;
  person -= shape === Shape.initial ? 4 : 0;
  let place = base;
  place += (flag & Word.place) !== 0 ? ((flag & Word.given) !== 0 ? 0.7 : 2) : 0;
  place += (1.8 * usage.located) / usage.count;
  place -= shape === Shape.initial ? 4 : 0;
  let organization = base;
  organization += loud && (flag & Word.noacronym) === 0 ? 1.7 : 0;
  organization += shape === Shape.mixed ? 0.8 : 0;
  organization += (clues & Clue.bracketed) !== 0 && shape === Shape.capitals ? 0.5 : 0;
  organization += (clues & Clue.corporate) !== 0 ? 2.5 : 0;
  organization += usage.article > 0 ? 0.4 : 0;
  organization += (clues & Clue.speaks) !== 0 ? 0.4 : 0;
  organization -= (flag & Word.noacronym) !== 0 ? 3 : 0;
  organization -= (clues & Clue.titled) !== 0 ? 3 : 0;
  organization -= shape === Shape.initial ? 4 : 0;
  const best = Math.max(person, place, organization);
  if (best < 1) {
    return null;
  }
  return best === person ? 'person' : best === place ? 'place' : 'organization';
}

/** Plural heads that do not stand for an organisation by themselves. */
const generic = new Set([
  'services',
  'systems',
  'industries',
  'forces',
  'partners',
  'nations',
  'states',
  'sciences',
  'communications',
  'archives',
  'airlines',
  'airways',
  'motors',
  'studios',
  'records',
  'books',
  'schools',
  'works',
  'games',
  'stores',
  'foods',
  'hotels',
  'resorts',
  'publications',
  'networks',
  'solutions',
  'technologies',
  'laboratories',
  'labs',
  'pictures',
  'films',
  'productions',
  'enterprises',
  'holdings',
  'associates',
  'ventures',
  'securities',
  'investments',
  'markets',
  'restaurants',
  'news',
  'times',
  'press',
  'services',
  'electronics',
  'pharmaceuticals',
  'courts',
  'police',
  'railways',
  'charities',
  'distributors',
  'advisors',
  'advisers',
  'farms',
  'publishers',
  'telecommunications',
  'chemicals',
  'newspapers',
  'electronics',
  'guards',
]);

export function endsPlural(reading: Reading, token: number): boolean {
  const word = reading.tokens.text.slice(reading.tokens.starts[token], reading.tokens.ends[token]).toLowerCase();
  return word.endsWith('s') && !generic.has(word);
}
