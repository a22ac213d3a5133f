import type { ActorId, Mention } from '../../model/recognition';
import type { Speaker } from './attribution';

/** Who was spoken of last: all that is carried from one paragraph to the next. */
export interface Memory {
  /** The person spoken of, for "he" and 同氏. */
  person: ActorId | null;
  /** The same by what their names tell; for "she" after a man was named last. */
  he: ActorId | null;
  she: ActorId | null;
  organization: ActorId | null;
  country: ActorId | null;
  /** The people or body a sentence began with, for "they" and "many". */
  group: ActorId | null;
  /** The last speaker, for quotations that go on without a cue. */
  source: ActorId | null;
  /** Whether anybody, known or not, has been reported to speak. English only. */
  spoken: boolean;
  /** Nouns that stood with a name ("president", "ministry", 首相) and who was meant, newest last; never changed. */
  titles: readonly (readonly [noun: string, actor: ActorId])[];
}

export const emptyMemory: Readonly<Memory> = {
  person: null,
  he: null,
  she: null,
  organization: null,
  country: null,
  group: null,
  source: null,
  spoken: false,
  titles: [],
};

export function copyOf(memory: Readonly<Memory>): Memory {
  // Spelled out: objects made by spreading have hidden classes of their own and slow down every reader.
  const { person, he, she, organization, country, group, source, spoken, titles } = memory;
  return { person, he, she, organization, country, group, source, spoken, titles };
}

const mostTitles = 12;

/** Takes note of a name and of the nouns that stood with it. */
export function remember(memory: Memory, mention: Mention, nouns: readonly string[]): void {
  const { actor, kind } = mention;
  for (const noun of nouns) {
    if (!memory.titles.some(([known, who]) => known === noun && who === actor)) {
      memory.titles = [...memory.titles.filter(([known]) => known !== noun), [noun, actor] as const].slice(-mostTitles);
    }
  }
  if (kind === 'organization') {
    memory.organization = actor;
  } else if (kind === 'country') {
    memory.country = actor;
  }
}

/** Nouns that mean the organisation or the country last named. */
const organizations = new Set(
  'company firm agency group organization organisation 同社 同省 同庁 同党 同局 同行 同紙 同誌 同団体 同委員会 同機構 同通信 同研究所'.split(
    ' ',
  ),
);
const countries = new Set('country nation 同国 同政府'.split(' '));

/** The actor that a speaker stands for, `null` where it cannot be told. */
export function resolve(speaker: Speaker, memory: Readonly<Memory>): ActorId | null {
  if (speaker.mention) {
    return speaker.mention.actor;
  }
  switch (speaker.refers) {
    case 'person':
      return resolvePerson(speaker.noun?.toLowerCase() ?? '', memory);
    case 'they':
      return memory.group;
    case 'elided':
      return memory.source;
    case 'noun':
      return resolveNoun(speaker.noun?.toLowerCase() ?? '', memory);
    default:
      return null;
  }
}

/** The person named last, unless the name tells that another one is meant. */
function resolvePerson(pronoun: string, { person, he, she }: Readonly<Memory>): ActorId | null {
  if (/^(?:she|her)$/.test(pronoun)) {
    return person !== null && person === he ? (she ?? person) : person;
  }
  return person !== null && person === she ? (he ?? person) : person;
}

function resolveNoun(noun: string, memory: Readonly<Memory>): ActorId | null {
  for (let i = memory.titles.length - 1; i >= 0; i--) {
    if (memory.titles[i]![0] === noun) {
      return memory.titles[i]![1];
    }
  }
  if (organizations.has(noun)) {
    return memory.organization;
  }
  return countries.has(noun) ? memory.country : null;
}
