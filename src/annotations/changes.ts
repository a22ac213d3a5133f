/** What changed between a stored quote and the passage that may be its new form, as far as meaning may hang on it. */
export type Change = 'name' | 'number' | 'negation' | 'wording';

const word = /[\p{L}\p{M}\p{Nd}]+(?:['’][\p{L}\p{M}]+)*/gu;
const katakana = /[\u30A1-\u30FA\u30FC\u30FD\u30FE]{2,}/g;
const kanji = /[\u3005\u3007\u3400-\u9FFF\uF900-\uFAFF]+/g;
const number =
  /\p{Nd}+(?:[.,:/]\p{Nd}+)*|(?<![〇一二三四五六七八九十百千万億兆])[〇一二三四五六七八九十百千万億兆]+(?=[年月日人回件円％度位倍時分歳国社台])/gu;
const negationEn =
  /\b(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|without|cannot|hardly|barely)\b|n't\b|\b(?:un|dis)\p{L}{4,}\b/giu;
const negationJa = /ない|なかっ|なく|なけれ|ません|ず(?=[、。に]|$)|ぬ(?=[。]|$)|[不非否未無反]/g;

/** Capitalised only because they begin a sentence. */
const openers = new Set(
  (
    'a about according after again all also although among an and another any are as at back be because been before being ' +
    'between both but by can could despite did do does during each earlier either even every few finally for from first ' +
    'further furthermore given had has have he her here his how however i if in indeed instead into is it its just last ' +
    'later like many may meanwhile more moreover most much must my nevertheless new next now of off on once one only or ' +
    'other others our out over own perhaps recently second several shall she should since so some something soon still ' +
    'such than that the their them then there therefore these they third this those though three through thus to today ' +
    'together two under until up upon us very was we were what when where whether which while who whose why will with ' +
    'within would yesterday yet you your'
  ).split(' '),
);

/** Characters that stand for a country in Japanese headlines, and endings that make what precedes them a name. */
const countryKanji = /[米英仏独伊露中韓朝日台印豪加欧蘇]/;
const nameEnding =
  /大統領|首相|氏$|議員|長官|大臣|外相|国防相|主席|総裁|総書記|社長|会長|教授|知事|市長|容疑者|被告|さん|様|県$|市$|州$|国$|党$|社$|省$|庁$|軍$|側$/;

/**
 * What differs. `undefined` where nothing does after folding width and form. Names: capitalised words other than
 * sentence openers, katakana words, kanji runs that look like names. Numbers and negations: as they follow one another.
 */
export function compareWording(before: string, after: string): Change | undefined {
  const old = before.normalize('NFKC');
  const now = after.normalize('NFKC');
  if (!sameSequence(joined(old).match(number), joined(now).match(number))) {
    return 'number';
  }
  if (namesDiffer(old, now)) {
    return 'name';
  }
  if (count(old, negationEn) !== count(now, negationEn)) {
    return 'negation';
  }
  if (count(joined(old), negationJa) !== count(joined(now), negationJa)) {
    return 'negation';
  }
  return old === now ? undefined : 'wording';
}

/** Without the line ends and spaces that a hard wrap puts between Japanese characters. */
function joined(text: string): string {
  return text.replace(/(?<=[\u2E80-\u9FFF\uFF00-\uFFEF])\s+(?=[\u2E80-\u9FFF\uFF00-\uFFEF\d])/g, '');
}

function namesDiffer(old: string, now: string): boolean {
  const oldJoined = joined(old);
  const nowJoined = joined(now);
  if (!sameSequence(oldJoined.match(katakana), nowJoined.match(katakana))) {
    return true;
  }
  const wordsBefore = old.match(word) ?? [];
  const wordsAfter = now.match(word) ?? [];
  if (!sameSequence(capitalised(wordsBefore, wordsAfter), capitalised(wordsAfter, wordsBefore))) {
    return true;
  }
  return kanjiNamesDiffer(oldJoined.match(kanji) ?? [], nowJoined.match(kanji) ?? []);
}

/** Capitalised words; those that the other side has in lower case, and openers, are no names. */
function capitalised(words: readonly string[], others: readonly string[]): string[] {
  const elsewhere = new Set(others);
  return words
    .filter((one) => /^\p{Lu}/u.test(one) && !openers.has(one.toLowerCase()) && !elsewhere.has(one.toLowerCase()))
    .map((one) => one.replace(/['’]s$/, '').toLowerCase());
}

function kanjiNamesDiffer(before: readonly string[], after: readonly string[]): boolean {
  const gone = without(before, after);
  const come = without(after, before);
  return [...gone, ...come].some((run) => countryKanji.test(run) || nameEnding.test(run));
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

function sameSequence(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return (a ?? []).join('\0') === (b ?? []).join('\0');
}
