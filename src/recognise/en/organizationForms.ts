import { type Candidate, Clue } from './candidates';
import { type Entity, type Located, mainWord, nearest, push } from './entities';
import { type Reading, Shape } from './reading';
import { endsPlural } from './singleNames';
import { isCapital } from './tokenForms';
import { Word } from './wordClasses';

const unnamed = Word.place | Word.function | Word.nonname | Word.gazetteer | Word.calendar | Word.title;
const plain = unnamed | Word.common | Word.given | Word.surname;
const anyHead = Word.orgend | Word.orgstart | Word.placeend | Word.placestart | Word.miscend;
const personal = Clue.titled | Clue.role | Clue.personal | Clue.cited | Clue.indefinite;

/** How a document shortens the names of organisations that it gives in full. */
export class OrganizationForms {
  private readonly forms = new Map<number, Entity>();
  /** First words that are names or nouns of their own: Kestrel of "Kestrel Foods". */
  private readonly owners = new Map<number, Located[]>();
  /** Organisations by their head nouns. */
  private readonly heads = new Map<number, Located[]>();

  constructor(private readonly reading: Reading) {}

  /** Registers the acronym and the first word of an organisation's name. */
  note(entity: Entity, candidate: Candidate, words: readonly number[]): void {
    const { reading } = this;
    const { tokens, flags, folded, shapes } = reading;
    let acronym = '';
    for (let i = candidate.from; i < candidate.to; i++) {
      if (isCapital(reading, i)) {
        acronym += tokens.text.charAt(tokens.starts[i]!).toLowerCase();
      }
    }
    // "New York Knicks", later "the Knicks"
    const last = mainWord(reading, candidate);
    const team = (flags[last]! & Word.orgend) !== 0 && endsPlural(reading, last);
    if (team && words.length > 1) {
      this.remember(folded[last]!, entity);
    }
    for (let i = candidate.from; i < candidate.to; i++) {
      if ((flags[i]! & (Word.orgend | Word.orgstart)) !== 0 && isCapital(reading, i)) {
        push(this.heads, folded[i]!, { entity, from: candidate.from });
      }
    }
    if (acronym.length > 1 && entity.kind === 'organization') {
      this.remember(hashWord(acronym), entity);
    }
    const open = candidate.to;
    if (
      open + 2 < tokens.count &&
      reading.firsts[open] === 0x28 &&
      reading.firsts[open + 2] === 0x29 &&
      shapes[open + 1]! >= Shape.capitals
    ) {
      this.forms.set(folded[open + 1]!, entity);
    }
    const first = flags[candidate.from]!;
    if ((first & plain) === 0 && words.length > 1) {
      this.remember(words[0]!, entity);
    }
    const second = flags[candidate.from + 1]!;
    const company = (second & (Word.orgend | Word.orgstart)) === Word.orgend && (second & Word.unit) === 0;
    if (company && words.length > 1 && (first & (unnamed | anyHead)) === 0) {
      push(this.owners, words[0]!, { entity, from: candidate.from });
    }
  }

  /** The organisation that an acronym or an uncommon first word means. */
  form(hash: number): Entity | undefined {
    return this.forms.get(hash);
  }

  /** "Kestrel" after "Kestrel Foods": a first word that is a noun or a name elsewhere. */
  owner(candidate: Candidate, hash: number): Entity | null {
    return (candidate.clues & personal) === 0 ? nearest(this.owners.get(hash), candidate.from) : null;
  }

  private remember(hash: number, entity: Entity): void {
    if (!this.forms.has(hash)) {
      this.forms.set(hash, entity);
    }
  }

  /** "the Academy" after "the French Academy of Sciences"; "the Army". */
  body(candidate: Candidate, hash: number, flag: number): Entity | null {
    const inside = (candidate.clues & (Clue.sentenceStart | Clue.headline)) === 0;
    if (!inside || (candidate.clues & Clue.article) === 0 || (flag & (Word.orgend | Word.orgstart)) === 0) {
      return null;
    }
    return nearest(this.heads.get(hash), candidate.from);
  }
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
