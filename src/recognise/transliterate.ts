/**
 * Katakana and Latin spellings of one name brought to a common skeleton, and how alike two skeletons are. Japanese has
 * fewer sounds than the names it borrows, so letters that it cannot tell apart (b and v, l and r, s and th) cost little to
 * change and vowels cost little to lose.
 */

const syllables: Readonly<Record<string, string>> = {
  ア: 'a',
  イ: 'i',
  ウ: 'u',
  エ: 'e',
  オ: 'o',
  ァ: 'a',
  ィ: 'i',
  ゥ: 'u',
  ェ: 'e',
  ォ: 'o',
  カ: 'ka',
  キ: 'ki',
  ク: 'ku',
  ケ: 'ke',
  コ: 'ko',
  ガ: 'ga',
  ギ: 'gi',
  グ: 'gu',
  ゲ: 'ge',
  ゴ: 'go',
  サ: 'sa',
  シ: 'Si',
  ス: 'su',
  セ: 'se',
  ソ: 'so',
  ザ: 'za',
  ジ: 'ji',
  ズ: 'zu',
  ゼ: 'ze',
  ゾ: 'zo',
  タ: 'ta',
  チ: 'Ci',
  ツ: 'Zu',
  テ: 'te',
  ト: 'to',
  ダ: 'da',
  ヂ: 'ji',
  ヅ: 'zu',
  デ: 'de',
  ド: 'do',
  ナ: 'na',
  ニ: 'ni',
  ヌ: 'nu',
  ネ: 'ne',
  ノ: 'no',
  ハ: 'ha',
  ヒ: 'hi',
  フ: 'fu',
  ヘ: 'he',
  ホ: 'ho',
  バ: 'ba',
  ビ: 'bi',
  ブ: 'bu',
  ベ: 'be',
  ボ: 'bo',
  パ: 'pa',
  ピ: 'pi',
  プ: 'pu',
  ペ: 'pe',
  ポ: 'po',
  マ: 'ma',
  ミ: 'mi',
  ム: 'mu',
  メ: 'me',
  モ: 'mo',
  ヤ: 'ya',
  ユ: 'yu',
  ヨ: 'yo',
  ャ: 'ya',
  ュ: 'yu',
  ョ: 'yo',
  ラ: 'ra',
  リ: 'ri',
  ル: 'ru',
  レ: 're',
  ロ: 'ro',
  ワ: 'wa',
  ヮ: 'wa',
  ヰ: 'i',
  ヱ: 'e',
  ヲ: 'o',
  ン: 'n',
  ヴ: 'vu',
};
const smallVowels = 'ァィゥェォ';
const smallY = 'ャュョ';

/**
 * Letters for katakana, one per sound: シ gives S (sh), チ gives C (ch), ツ gives Z (ts); long vowels once, ッ nothing. Other characters are
 * left out, a middle dot or space becomes a space.
 */
export function romaniseKatakana(name: string): string {
  let out = '';
  for (const char of name.normalize('NFKC')) {
    const sound = syllables[char];
    if (sound === undefined) {
      out += /[・＝=\s]/.test(char) ? ' ' : '';
    } else if (smallVowels.includes(char) && /[aiueo]$/.test(out)) {
      // ファ, ティ, ヴィ, ジェ: the small vowel takes the place of the one before.
      out =
        (out.endsWith('u') && char !== 'ゥ' && /(?:^|[aiueon ])u$/.test(out)
          ? `${out.slice(0, -1)}w`
          : out.slice(0, -1)) + sound;
    } else if (smallY.includes(char) && /i$/.test(out)) {
      out = out.slice(0, -1) + (/[SCj]i$/.test(out) ? sound.slice(1) : sound);
    } else {
      out += sound;
    }
  }
  return out;
}

/** A Latin name in the same letters: diacritics folded, digraphs and silent letters brought to one letter per sound. */
export function foldLatin(name: string): string {
  return (
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[-\s]+/g, ' ')
      .replace(/[^a-z ]/g, '')
      .replace(/sch|sh|sz/g, 'S')
      .replace(/tsch|tch|ch|cz/g, 'C')
      .replace(/tz|ts/g, 'Z')
      .replace(/zh/g, 'j')
      .replace(/kh/g, 'h')
      .replace(/gh/g, 'g')
      .replace(/ph/g, 'f')
      .replace(/th/g, 's')
      // Not heard: John, Sarah.
      .replace(/h(?![aeiouy])/g, '')
      .replace(/ck|q/g, 'k')
      .replace(/x/g, 'ks')
      .replace(/c(?=[eiy])/g, 's')
      .replace(/c/g, 'k')
      .replace(/([a-zSC])\1/g, '$1')
  );
}

/** Classes of consonants that Japanese writes alike. */
const similar: Readonly<Record<string, string>> = {
  b: 'v',
  v: 'bwf',
  w: 'vu',
  l: 'r',
  r: 'l',
  s: 'zSZ',
  z: 'sjZ',
  Z: 'stzC',
  S: 'sCj',
  C: 'StkK',
  j: 'zSgyd',
  f: 'hvp',
  h: 'fgk',
  k: 'gCh',
  g: 'kjh',
  t: 'dCs',
  d: 'tj',
  n: 'm',
  m: 'n',
  p: 'bf',
  y: 'ij',
  i: 'ey',
  u: 'wo',
  e: 'ia',
  o: 'ua',
  a: 'eo',
};

function isVowel(char: string): boolean {
  return char === 'a' || char === 'e' || char === 'i' || char === 'o' || char === 'u' || char === 'y';
}

const vowelChange = 0.15;
const similarChange = 0.3;
const vowelDrop = 0.15;
/** Written but not heard, or heard as a long vowel. */
const weak = 'hwr ';
const weakDrop = 0.3;
const strongDrop = 0.9;

/** Skeletons are written in these. */
const letters = 128;

/** Costs by the codes of two letters, and of one; made when first asked for. */
let costs: { readonly change: Float64Array; readonly drop: Float64Array } | undefined;

function costTables(): { readonly change: Float64Array; readonly drop: Float64Array } {
  if (!costs) {
    const change = new Float64Array(letters * letters).fill(1);
    const drop = new Float64Array(letters).fill(strongDrop);
    for (let i = 0; i < letters; i++) {
      const a = String.fromCharCode(i);
      drop[i] = isVowel(a) ? vowelDrop : weak.includes(a) ? weakDrop : strongDrop;
      for (let j = 0; j < letters; j++) {
        const b = String.fromCharCode(j);
        if (a === b) {
          change[i * letters + j] = 0;
        } else if (isVowel(a) && isVowel(b)) {
          change[i * letters + j] = vowelChange;
        } else if (similar[a]?.includes(b) || similar[b]?.includes(a)) {
          change[i * letters + j] = similarChange;
        }
      }
    }
    costs = { change, drop };
  }
  return costs;
}

/** Longer names are compared by their beginning. */
const longest = 48;

const row = new Float64Array(longest + 1);

function distance(a: string, b: string): number {
  const { change, drop } = costTables();
  row[0] = 0;
  for (let j = 1; j <= b.length; j++) {
    row[j] = row[j - 1]! + drop[b.charCodeAt(j - 1)]!;
  }
  for (let i = 1; i <= a.length; i++) {
    const unit = a.charCodeAt(i - 1);
    const dropped = drop[unit]!;
    let diagonal: number = row[0]!;
    row[0] = diagonal + dropped;
    for (let j = 1; j <= b.length; j++) {
      const above: number = row[j]!;
      const other = b.charCodeAt(j - 1);
      row[j] = Math.min(diagonal + change[unit * letters + other]!, above + dropped, row[j - 1]! + drop[other]!);
      diagonal = above;
    }
  }
  return row[b.length]!;
}

const katakana = /[ァ-ヺー]/;

/** The common skeleton of a name in katakana or Latin letters. */
export function soundsOf(name: string): string {
  return (katakana.test(name) ? romaniseKatakana(name) : foldLatin(name)).trim().slice(0, longest);
}

/** From this likeness on a person is asked whether two names are one. */
export const maybeSameName = 0.6;

/** How alike two skeletons are, 0 to 1: one less the weighted edit distance over the mean weight of the two. */
export function likeness(a: string, b: string): number {
  return a === '' || b === '' ? 0 : Math.max(0, 1 - (2 * distance(a, b)) / (weight(a) + weight(b)));
}

function weight(sounds: string): number {
  const { drop } = costTables();
  let sum = 0;
  for (let i = 0; i < sounds.length; i++) {
    sum += drop[sounds.charCodeAt(i)]!;
  }
  return sum;
}

/** Consonants that Japanese mixes up or writes alike; those left out are too weak to go by. */
const consonantClasses: Readonly<Record<string, string>> = Object.fromEntries(
  ['pbvf', 'tdszSCjZ', 'kg', 'nm'].flatMap((group) => [...group].map((letter) => [letter, group.charAt(0)])),
);

/**
 * A key that two spellings of one name mostly share and two names mostly do not: the classes of the consonants of each
 * word, runs as one. Of 379 pairs of spellings in the lexicon of known persons 287 have the same key.
 */
export function soundKey(sounds: string): string {
  let key = '';
  for (const letter of sounds) {
    const part = letter === ' ' ? ' ' : (consonantClasses[letter] ?? '');
    key += part !== ' ' && key.endsWith(part) ? '' : part;
  }
  return key;
}
