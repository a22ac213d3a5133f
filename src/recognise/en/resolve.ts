import type { ActorId, Mention, NameKind } from '../../model/recognition';
import { slug } from '../actorIds';
import { step } from '../tokenChain';
import { type Candidate, Clue } from './candidates';
import { type Entity, type Located, mainWord, nearest, push } from './entities';
import { OrganizationForms } from './organizationForms';
import { politicalBody } from './politicalBodies';
import { type Reading, Shape } from './reading';
import { isJunior } from './runs';
import { kindOfSingle, type Usage } from './singleNames';
import { isCapital } from './tokenForms';
import { countUsages } from './usages';
import { Word } from './wordClasses';

/** Code units; a longer run of letters is no name. */
const longestWord = 60;

/** Decides by the whole document what the candidates are, and which of them are one. In order of start. */
export function resolveCandidates(reading: Reading, candidates: readonly Candidate[]): Mention[] {
  const resolver = new Resolver(reading);
  return resolver.resolve(candidates);
}

class Resolver {
  private readonly byId = new Map<string, Entity>();
  private readonly byChain = new Map<number, Entity>();
  /** Bearers of a word as last or only name, in order of first mention. */
  private readonly bearers = new Map<number, Located[]>();
  /** The same, only of persons named in full. */
  private readonly fullBearers = new Map<number, Located[]>();
  /** First names and other parts. */
  private readonly parts = new Map<number, Located[]>();
  private readonly organizations: OrganizationForms;
  private usages: ReadonlyMap<number, Usage> = new Map();
  private readonly judged = new Map<number, Entity | null>();

  constructor(private readonly reading: Reading) {
    this.organizations = new OrganizationForms(reading);
  }

  resolve(candidates: readonly Candidate[]): Mention[] {
    const entities: (Entity | null)[] = candidates.map((candidate) =>
      candidate.kind ? this.register(candidate, candidate.kind) : null,
    );
    for (let i = 0; i < candidates.length; i++) {
      entities[i] = this.namesake(candidates[i]!) ?? entities[i]!;
    }
    this.usages = countUsages(this.reading, candidates);
    const mentions: Mention[] = [];
    let last: { entity: Entity; to: number } | null = null;
    for (let i = 0; i < candidates.length; i++) {
      const candidate = candidates[i]!;
      const entity = entities[i] ?? (candidate.kind ? null : this.single(candidate));
      if (!entity) {
        last = null;
        continue;
      }
      const { starts, ends } = this.reading.tokens;
      const start = starts[candidate.from]!;
      const end = ends[candidate.to - 1]!;
      const before = mentions.at(-1);
      if (
        last &&
        before &&
        last.entity === entity &&
        entity.kind === 'person' &&
        last.to === candidate.from &&
        start - before.end === 1
      ) {
        mentions[mentions.length - 1] = { ...before, end };
      } else {
        mentions.push({ start, end, kind: entity.kind, actor: entity.id, name: entity.name });
      }
      last = { entity, to: candidate.to };
    }
    return mentions;
  }

  /**
   * A person whom the document names in full and who bears the name of a country, a capital or somebody better known:
   * "Michael Jordan", later "Jordan".
   */
  private namesake(candidate: Candidate): Entity | null {
    const { entry } = candidate;
    if (!entry || entry.adjective || entry.kind === 'organization' || candidate.to - candidate.from !== 1) {
      return null;
    }
    const bearers = this.bearers
      .get(this.reading.folded[candidate.from]!)
      ?.filter(({ entity }) => entity.words.length > 1);
    const located = (candidate.clues & (Clue.located | Clue.article)) !== 0;
    return located && entry.kind === 'country' ? null : nearest(bearers, candidate.from);
  }

  private register(candidate: Candidate, kind: NameKind): Entity {
    const { entry } = candidate;
    if (entry) {
      const entity = this.known(kind, entry);
      if (kind === 'person') {
        this.bear(entity, candidate);
      }
      return entity;
    }
    const words = this.wordsOf(candidate);
    let chain = 0;
    for (const word of words) {
      chain = step(chain, word);
    }
    const seen = this.byChain.get(chain);
    const company = seen?.kind === 'organization' && (candidate.clues & (Clue.titled | Clue.role)) === 0;
    if (seen && (seen.kind === kind || kind === 'misc' || company)) {
      return seen;
    }
    const same = kind === 'person' ? this.samePerson(words) : null;
    const text = this.textOf(candidate);
    if (same) {
      if (words.length > same.words.length && !same.known) {
        same.words = words;
        same.name = text;
        same.id = personId(text);
      }
      this.byChain.set(chain, same);
      this.bear(same, candidate);
      return same;
    }
    const entity: Entity = {
      kind,
      id: kind === 'person' ? personId(text) : slug(text),
      name: text,
      words,
      known: false,
    };
    this.byChain.set(chain, entity);
    if (kind === 'person') {
      this.bear(entity, candidate);
    } else if (kind === 'organization') {
      this.organizations.note(entity, candidate, words);
      this.noteWithoutForm(entity, candidate, words);
    }
    return entity;
  }

  /** "Halvorsen Marine" after "Halvorsen Marine ASA". */
  private noteWithoutForm(entity: Entity, candidate: Candidate, words: readonly number[]): void {
    const last = mainWord(this.reading, candidate);
    if (words.length < 3 || (this.reading.flags[last]! & Word.corp) === 0) {
      return;
    }
    const chain = words.slice(0, -1).reduce(step, 0);
    if (!this.byChain.has(chain)) {
      this.byChain.set(chain, entity);
    }
  }

  /** "John Fitzgerald Kennedy", "John F. Kennedy", "J. Kennedy" and "Kennedy John" are one. */
  private samePerson(words: readonly number[]): Entity | null {
    const lastWord = words.at(-1)!;
    const firstWord = words[0]!;
    // A bound on namesakes keeps hostile input linear.
    for (const { entity } of this.fullBearers.get(lastWord)?.slice(-40) ?? []) {
      if (entity.words.includes(firstWord)) {
        return entity;
      }
    }
    if (words.length === 2) {
      for (const { entity } of this.fullBearers.get(firstWord)?.slice(-40) ?? []) {
        if (entity.words.length === 2 && entity.words[0] === lastWord) {
          return entity;
        }
      }
    }
    return null;
  }

  private bear(entity: Entity, candidate: Candidate): void {
    const words = this.wordsOf(candidate);
    if (entity.words.length < words.length) {
      entity.words = words;
    }
    const located: Located = { entity, from: candidate.from };
    const { flags } = this.reading;
    const surname = this.surnameOf(candidate);
    push(this.bearers, surname, located);
    if (words.length > 1) {
      push(this.fullBearers, surname, located);
    }
    for (let i = candidate.from; i < candidate.to; i++) {
      const hash = this.reading.folded[i]!;
      if (
        isCapital(this.reading, i) &&
        hash !== surname &&
        (flags[i]! & (Word.degree | Word.honorific)) === 0 &&
        this.reading.shapes[i] !== Shape.initial
      ) {
        push(this.parts, hash, located);
      }
    }
  }

  /** Hash of the last word that is no suffix. */
  private surnameOf(candidate: Candidate): number {
    const { flags, folded } = this.reading;
    let last = candidate.to - 1;
    while (
      last > candidate.from &&
      (!isCapital(this.reading, last) || ((flags[last]! & Word.degree) !== 0 && this.isSuffix(last)))
    ) {
      last--;
    }
    return folded[last]!;
  }

  /** Jr., III; not the Ma of "Jack Ma". */
  private isSuffix(token: number): boolean {
    return this.reading.shapes[token] !== Shape.capitalised || isJunior(this.reading, token);
  }

  /** What a single word is: a part of a name that the document gives in full, or what its uses say. */
  private single(candidate: Candidate): Entity | null {
    const word = mainWord(this.reading, candidate);
    const hash = this.reading.folded[word]!;
    const flag = this.reading.flags[word]!;
    const usage = this.usages.get(hash)!;
    const plainStart = (candidate.clues & Clue.sentenceStart) !== 0 && (flag & Word.common) !== 0 && usage.lower;
    const bearer = nearest(this.bearers.get(hash), candidate.from);
    if (bearer && !plainStart && (candidate.clues & Clue.indefinite) === 0) {
      return bearer;
    }
    const short = this.organizations.form(hash);
    if (short && !plainStart && (short.kind !== 'organization' || this.reading.shapes[word]! >= Shape.capitalised)) {
      return short;
    }
    const owner = plainStart ? null : this.organizations.owner(candidate, hash);
    if (owner) {
      return owner;
    }
    const body = this.organizations.body(candidate, hash, flag) ?? this.political(candidate);
    if (body) {
      return body;
    }
    const part = nearest(this.parts.get(hash), candidate.from);
    if (part && (flag & (Word.common | Word.function | Word.place)) === 0) {
      return part;
    }
    if (!this.judged.has(hash)) {
      this.judged.set(hash, this.judge(candidate, usage));
    }
    return this.judged.get(hash) ?? null;
  }

  private political(candidate: Candidate): Entity | null {
    const body = politicalBody(this.reading, candidate, (id) => this.byId.has(`organization:${id}`));
    return body && this.known('organization', body);
  }

  /** The entity of something that the lists know. */
  private known(kind: NameKind, { id, name }: { readonly id: ActorId; readonly name: string }): Entity {
    const key = `${kind}:${id}`;
    const entity = this.byId.get(key) ?? { kind, id, name, words: [], known: true };
    this.byId.set(key, entity);
    return entity;
  }

  private judge(candidate: Candidate, usage: Usage): Entity | null {
    const { text, starts, ends } = this.reading.tokens;
    const from = starts[candidate.from]!;
    const to = ends[candidate.to - 1]!;
    const kind = to - from > longestWord ? null : kindOfSingle(usage);
    if (!kind) {
      return null;
    }
    const name = text.slice(from, to);
    return { kind, id: slug(name), name, words: [], known: false };
  }

  private wordsOf(candidate: Candidate): number[] {
    const words: number[] = [];
    for (let i = candidate.from; i < candidate.to; i++) {
      if (this.reading.shapes[i] !== Shape.none && this.reading.shapes[i] !== Shape.digits) {
        words.push(this.reading.folded[i]!);
      }
    }
    return words;
  }

  private textOf(candidate: Candidate): string {
    const { text, starts, ends } = this.reading.tokens;
    return text.slice(starts[candidate.from], ends[candidate.to - 1]);
  }
}

const initials = /^(?:\p{Lu}\.)+$/u;

/** Without initials: "Donald J. Trump" to "donald-trump". */
function personId(name: string): ActorId {
  if (!name.includes('.')) {
    return slug(name);
  }
  const words = name.split(' ').filter((word) => !initials.test(word));
  return slug(words.length > 1 ? words.join(' ') : name);
}
