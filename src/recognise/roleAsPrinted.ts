import { contains, overlaps } from '../model/range';
import type { Mention, Recognition } from '../model/recognition';

/** A role is at most this long. */
const longest = 80;
/** Words before a name that are no part of its role. */
const articles = /^(?:the|a|an|his|her|their|its|our|my)$/i;
const nameUnit = /[\p{L}\p{N}.’'&-]/u;
const apposition = /^, (?:the |a |an )?([^,.;:()\n“”"]{3,60})(?=[,.)])/;
/** 首席交渉官 after 森山健二・ or right after the name. */
const japaneseRole = /^・?([\u3400-\u9fff\u30a1-\u30ff]{1,16})/;
const lowerRole = new Set(
  (
    'special envoy minister president chancellor senator governor mayor spokesman spokeswoman spokesperson adviser advisor ' +
    'chief head director chairman chairwoman chair leader ambassador secretary general manager coach analyst professor ' +
    'lawyer attorney judge economist historian expert researcher officer commander prime foreign defense defence finance ' +
    'deputy vice senior former acting interim campaign press party opposition executive editor reporter author writer'
  ).split(' '),
);

/** The role that stands with a name, as printed: "U.S. special envoy" before it, 報道官 or ", the mayor of X," after it. */
export function roleAsPrinted(text: string, name: Mention, recognition: Recognition): string | undefined {
  return recognition.language === 'ja' ? japanese(text, name, recognition) : english(text, name, recognition);
}

function english(text: string, name: Mention, { mentions }: Recognition): string | undefined {
  let start = name.start;
  for (;;) {
    const before = text.slice(Math.max(0, start - 40), start);
    if (!before.endsWith(' ') || name.start - start > longest) {
      break;
    }
    const word = lastWord(before.slice(0, -1));
    if (word === '' || articles.test(word)) {
      break;
    }
    const from = start - 1 - word.length;
    const inName = mentions.find((mention) => mention !== name && contains(mention, { start: from, end: start - 1 }));
    const role = /^\p{Lu}/u.test(word) || lowerRole.has(word.replace(/['’]s$/, ''));
    if (inName) {
      start = inName.start;
    } else if (role && !isSentenceStart(text, from, word)) {
      start = from;
    } else {
      break;
    }
  }
  if (start < name.start) {
    return text.slice(start, name.start).trim();
  }
  return apposition.exec(text.slice(name.end, name.end + longest))?.[1];
}

function lastWord(words: string): string {
  let from = words.length;
  while (from > 0 && nameUnit.test(words.charAt(from - 1))) {
    from--;
  }
  return words.slice(from);
}

/** The first word of a sentence is capitalised whatever it is. */
function isSentenceStart(text: string, from: number, word: string): boolean {
  const opens = from === 0 || /[.!?\n“"]\s?$/.test(text.slice(Math.max(0, from - 2), from));
  return opens && !lowerRole.has(word.toLowerCase());
}

function japanese(text: string, name: Mention, { mentions }: Recognition): string | undefined {
  const after = japaneseRole.exec(text.slice(name.end, name.end + 16))?.[1];
  const next = mentions.some(({ start, kind }) => kind === 'person' && start > name.start && start - name.end <= 1);
  if (after && !next && after !== '氏' && after !== '側') {
    return after;
  }
  // 米大統領特使ケロッグ, ロシア外務省の…: nouns that run up to the name.
  let start = name.start;
  while (start > 0 && name.start - start < 24 && /[\u3400-\u9fff]/.test(text.charAt(start - 1))) {
    start--;
  }
  const country = mentions.find(
    (mention) => mention !== name && overlaps(mention, { start: start - 1, end: name.start }),
  );
  const from = country && country.start < start ? country.start : start;
  return from < name.start ? text.slice(from, name.start) : undefined;
}
