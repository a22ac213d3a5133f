import type { Mention, Recognition } from '../model/recognition';
import { roleAsPrinted } from './roleAsPrinted';

/** Titles that tell who is meant; in front of a name or behind it. Lower case. */
const titles: ReadonlySet<string> = new Set(
  `minister president chancellor senator governor mayor spokesman spokeswoman spokesperson envoy adviser advisor head
  director chairman chairwoman chair leader ambassador secretary manager coach analyst professor lawyer attorney judge
  justice prosecutor economist historian researcher officer commander inspector detective constable sheriff sergeant
  captain major colonel general admiral lieutenant commissioner treasurer king queen prince princess pope cardinal bishop
  archbishop reverend doctor dr congressman congresswoman representative rep sen gov premier executive editor reporter
  author writer actor actress singer striker goalkeeper defender midfielder pilot guard broker teacher`.split(/\s+/),
);
/** Mentions looked at: whoever has a title is given it early. */
const mentionsLookedAt = 2;

/** How far before a name or role more of it may begin: Secretary of State. */
const ofReach = 30;

/** The titles that an article prints with somebody's name, folded: "minister", 社長; `undefined` where it prints none. */
export function officeOf(text: string, named: readonly Mention[], recognition: Recognition): string | undefined {
  const found = new Set<string>();
  for (const mention of named.slice(0, mentionsLookedAt)) {
    const role = roleAsPrinted(text, mention, recognition) ?? '';
    if (recognition.language === 'ja') {
      found.add(role);
      // 指揮者の丸岡さん
      found.add(
        /([一-龠ァ-ヺー]{2,8})の$/.exec(text.slice(Math.max(0, mention.start - ofReach), mention.start))?.[1] ?? '',
      );
    } else {
      const before = text.slice(Math.max(0, mention.start - role.length - ofReach), mention.start - role.length - 1);
      const head = /([A-Za-z]{1,20}) of $/.exec(before)?.[1] ?? '';
      // At the start of a sentence a capital tells no role.
      const last =
        /([A-Za-z]{1,20}) $/.exec(text.slice(Math.max(0, mention.start - ofReach), mention.start))?.[1] ?? '';
      for (const word of `${head} ${role} ${last}`.toLowerCase().match(/[a-z]+/g) ?? []) {
        if (titles.has(word)) {
          found.add(word);
        }
      }
    }
  }
  found.delete('');
  return found.size > 0 ? [...found].sort().join(' ') : undefined;
}

/** Whether two offices have a title in common: 社長 and 東洋鉄道社長, but not 社長 and 副社長. */
export function sameOffice(a: string, b: string): boolean {
  return a.split(' ').some((one) => b.split(' ').some((other) => endsAlike(one, other) || endsAlike(other, one)));
}

function endsAlike(long: string, short: string): boolean {
  return long.endsWith(short) && !/[副元前]$/.test(long.slice(0, long.length - short.length));
}
