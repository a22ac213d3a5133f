import type { ActorId, Mention } from '../../model/recognition';
import type { Attribution } from './attribution';
import { type EnglishReading, Unit, unitAt, wordAt } from './englishReading';
import { genderOfName, genderOfTitle } from './givenNameGender';
import type { Reading, SentenceView } from './reading';
import { type Memory, remember } from './speakers';
import { titleNounsEn, titleNounsJa } from './titleNouns';

/** Names of the sentence as they change who "he" or "the company" means; `english` is undefined in Japanese. */
export function noteNames(
  reading: Reading,
  english: EnglishReading | undefined,
  view: SentenceView,
  memory: Memory,
  reports: readonly Attribution[],
): void {
  let person: ActorId | undefined;
  const pronoun = reports.find(({ source }) => source.refers === 'person')?.source.span?.start ?? view.end;
  for (let i = view.firstMention; i < view.lastMention; i++) {
    const mention = reading.mentions[i]!;
    const nouns = english
      ? titleNounsEn(english, mention, english.firstToken[i]!)
      : titleNounsJa(reading.tokens.text, mention);
    remember(memory, mention, nouns);
    if (mention.kind === 'person' && mention.start < pronoun) {
      person ??= mention.actor;
      if (english) {
        noteGender(english, mention, i, memory);
      }
    }
  }
  memory.person = person ?? memory.person;
}

function noteGender(english: EnglishReading, mention: Mention, i: number, memory: Memory): void {
  const firstToken = english.firstToken[i]!;
  // "Mr. Lee" is three tokens, "Mr Lee" two.
  const dot = unitAt(english, firstToken - 1) === Unit.dot ? 2 : 1;
  const gender = genderOfTitle(wordAt(english, firstToken - dot)) ?? genderOfName(mention.name);
  if (gender) {
    memory[gender] = mention.actor;
  }
}

/** A sentence that begins with a people or a body makes it what "they" means in the next one. */
export function noteGroup(reading: Reading, isEnglish: boolean, view: SentenceView, memory: Memory): void {
  if (view.firstMention < view.lastMention) {
    const { kind, actor } = reading.mentions[view.firstMention]!;
    const isGroup = kind === 'country' || kind === 'organization';
    memory.group = isGroup ? actor : null;
    if (!isEnglish) {
      memory.source ??= memory.person ?? memory.group;
    }
  }
}
