import { numbersIn } from './numbersIn';

/** What changed between a stored quote and the passage that may be its new form, as far as meaning may hang on it. */
export type Change = 'name' | 'number' | 'negation' | 'wording';

const word = /[\p{L}\p{M}\p{Nd}]+(?:'[\p{L}\p{M}]+)*/gu;
const katakana = /[\u30A1-\u30FA\u30FC\u30FD\u30FE]{2,}/g;
const kanji = /[\u3005\u3007\u3400-\u9FFF\uF900-\uFAFF]+/g;
const counter = /(?<=[\d〇一二三四五六七八九十百千万億兆])[年月日人回件円％度位倍時分秒歳国社台票席]/g;
const negatorEn = /\b(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|without|cannot|hardly|barely)\b|n't\b/giu;
const negativePrefix = /^(?:un|dis|in|im|ir|il|non)(?=\p{L}{4})/u;
const negatorJa = /ない|なかっ|なく|なけれ|ません|ず(?=[、。に]|$)|ぬ(?=[。]|$)|[不非否未無反]/g;
/** Endings in ない that deny nothing. */
const noNegatorJa = /(?:少|危|切)な(?=[いくかけ])/g;

/** Capitalised only because they begin a sentence. */
const openers = new Set(
  (
    'a about according after again all also although among an and another any are as at back be because been before being ' +
    'between both but by can could critics despite did do does during each earlier either even every experts few finally ' +
    'for from first further furthermore given had has have he her here his how however i if in indeed instead into is it ' +
    'its just last later like many may meanwhile more moreover most much must my nevertheless new next now of off ' +
    'officials on once one only opponents or other others our out over own people perhaps police recently researchers ' +
    'second several shall she should since so some something soon still such supporters than that the their them then ' +
    'there therefore these they third this those though three through thus to today together two under until up upon us ' +
    'very voters was we were what when where whether which while who whose why will with within would yesterday yet you your'
  ).split(' '),
);

/** Days and months: they say when, wherever in the sentence they stand. */
const calendar = new Map(
  (
    'monday mon, tuesday tue tues, wednesday wed, thursday thu thurs, friday fri, saturday sat, sunday sun, january jan, ' +
    'february feb, march mar, april apr, june jun, july jul, august aug, september sep sept, october oct, november nov, ' +
    'december dec'
  )
    .split(', ')
    .flatMap((names) => {
      const [first, ...short] = names.split(' ');
      return [first!, ...short].map((name) => [name, first!] as const);
    }),
);

/** Characters that stand for a country in Japanese headlines, and endings that make what precedes them a name. */
const countryKanji = /[米英仏独伊露中韓朝日台印豪加欧蘇]/;
const nameEnding =
  /大統領|首相|氏$|議員|長官|大臣|外相|国防相|主席|総裁|総書記|社長|会長|教授|知事|市長|容疑者|被告|さん|様|県$|市$|州$|国$|党$|社$|省$|庁$|軍$|側$/;

/**
 * What differs. `undefined` where nothing does after folding width and form. Names: capitalised words other than
 * sentence openers, katakana words, kanji runs that look like names; case, apostrophes, dots in initials and a slip of
 * the keyboard make no other name of them. Numbers, in figures or words, and negations: as they follow one another.
 */
export function compareWording(before: string, after: string): Change | undefined {
  const old = oneForm(before);
  const now = oneForm(after);
  if (!sameSequence(numbersIn(old), numbersIn(now))) {
    return 'number';
  }
  if (namesDiffer(old, now)) {
    return 'name';
  }
  if (negationDiffers(old, now)) {
    return 'negation';
  }
  return old === now ? undefined : 'wording';
}

/** One form of what house styles and keyboards write in several. */
function oneForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’‛′`´]/g, "'")
    .replace(/(?<=\p{L})[-\u2010\u2011\u00AD]\n(?=\p{Ll})/gu, '')
    .replace(/(?<=[\u2E80-\u9FFF\uFF00-\uFFEF])\s+(?=[\u2E80-\u9FFF\uFF00-\uFFEF\d])/g, '')
    .replace(/(?<![\p{L}\d])(?:\p{Lu}\.){2,}/gu, (initials) => initials.replaceAll('.', ''));
}

function namesDiffer(old: string, now: string): boolean {
  if (!sameSequence(old.match(katakana)?.map(plainKatakana), now.match(katakana)?.map(plainKatakana))) {
    return true;
  }
  const wordsBefore = old.match(word) ?? [];
  const wordsAfter = now.match(word) ?? [];
  const namesBefore = capitalised(wordsBefore, wordsAfter);
  const namesAfter = capitalised(wordsAfter, wordsBefore);
  const isDay = (name: string): boolean => calendar.has(name);
  const isName = (name: string): boolean => !calendar.has(name);
  return (
    !sameSequence(namesBefore.filter(isName), namesAfter.filter(isName)) ||
    !sameSequence(daysOf(namesBefore.filter(isDay)), daysOf(namesAfter.filter(isDay))) ||
    kanjiNamesDiffer(kanjiRuns(old), kanjiRuns(now))
  );
}

/** Spellings of one foreign name: ヴ beside バ行, a long vowel at the end or none (the cabinet's notice on loanwords, 1991). */
function plainKatakana(name: string): string {
  return name
    .replace(/ヴァ/g, 'バ')
    .replace(/ヴィ/g, 'ビ')
    .replace(/ヴェ/g, 'ベ')
    .replace(/ヴォ/g, 'ボ')
    .replace(/ヴ/g, 'ブ')
    .replace(/(?<=..)ー$/, '');
}

/** Capitalised words in lower case; those that the other side has in lower case, and openers, are no names. */
function capitalised(words: readonly string[], others: readonly string[]): string[] {
  const elsewhere = new Set(others);
  const opening = others.map(ofWhom).filter((one) => openers.has(one));
  const mixed = words.some((one) => /\p{Ll}/u.test(one));
  return words
    .filter((one) => {
      if (!/^\p{Lu}/u.test(one)) {
        return false;
      }
      const name = ofWhom(one);
      const isInitials = mixed && /^\p{Lu}{2,5}$/u.test(one);
      const opens = openers.has(name) || opening.some((opener) => isSlip(opener, name));
      return isInitials || (!opens && !elsewhere.has(one.toLowerCase()));
    })
    .map(ofWhom);
}

/** In lower case, without the ending of the genitive and of short forms ("I've", "Putin's"). */
function ofWhom(name: string): string {
  return name.toLowerCase().replace(/'\p{L}+$/u, '');
}

function daysOf(names: readonly string[]): string[] {
  return names.map((name) => calendar.get(name)!).sort();
}

/** A word of at least this length may have been mistyped; a shorter one is another word. */
const longEnough = 5;

/**
 * Whether both have the same letters in the same order but for a letter typed twice or two neighbours swapped, not at
 * the beginning. Asked of words that open a sentence, never of names: Philips and Phillips are two.
 */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < longEnough || Math.abs(a.length - b.length) > 1) {
    return false;
  }
  const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) {
    at++;
  }
  if (longer.length > shorter.length) {
    return at > 0 && longer[at] === longer[at - 1] && longer.slice(at + 1) === shorter.slice(at);
  }
  return (
    at > 0 &&
    longer[at] === shorter[at + 1] &&
    longer[at + 1] === shorter[at] &&
    longer.slice(at + 2) === shorter.slice(at + 2)
  );
}

/** Runs of kanji without what counts and dates end in: 日 and 台 name no country there. */
function kanjiRuns(text: string): string[] {
  return text.replace(counter, ' ').match(kanji) ?? [];
}

function kanjiNamesDiffer(before: readonly string[], after: readonly string[]): boolean {
  return [...without(before, after), ...without(after, before)].some(
    (run) => countryKanji.test(run) || nameEnding.test(run),
  );
}

function negationDiffers(old: string, now: string): boolean {
  if (count(old, negatorEn) !== count(now, negatorEn)) {
    return true;
  }
  if (count(old.replace(noNegatorJa, ''), negatorJa) !== count(now.replace(noNegatorJa, ''), negatorJa)) {
    return true;
  }
  const before = old.toLowerCase().match(word) ?? [];
  const after = now.toLowerCase().match(word) ?? [];
  const gone = without(before, after);
  const come = without(after, before);
  return turns(gone, come) || turns(come, gone);
}

/** Whether a word of the one list is a word of the other with a prefix that denies it. */
function turns(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => negativePrefix.test(one) && others.includes(one.replace(negativePrefix, '')));
}

/** The items of `list` that `other` has fewer of. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const rest = new Map<string, number>();
  for (const item of other) {
    rest.set(item, (rest.get(item) ?? 0) + 1);
  }
  return list.filter((item) => {
    const left = rest.get(item) ?? 0;
    rest.set(item, left - 1);
    return left <= 0;
  });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function sameSequence(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.join('\0') === b.join('\0');
}
