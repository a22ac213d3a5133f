/** Half-width katakana U+FF66-FF9D to full width; voicing marks that follow are composed by {@link foldForSearch}. */
const halfWidthKana =
  'ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン';

/**
 * Kanji that are written both ways in names and old texts; the left stands for the right in search. Pairs from the
 * kyūjitai to shinjitai tables of the Jōyō kanji list (2010) and common name variants.
 */
const kanjiVariants =
  '澤沢邊辺邉辺齋斎齊斉廣広國国學学嶋島嶌島髙高﨑崎櫻桜濱浜濵浜瀧滝龍竜眞真惠恵德徳榮栄壽寿藏蔵澁渋靜静傳伝' +
  '亞亜彌弥豐豊圓円會会體体變変應応對対當当發発圖図聲声舊旧點点黨党從従將将條条數数實実寫写轉転鐵鉄縣県假仮' +
  '價価萬万與与廳庁總総經経續続縱縦戰戦單単獨独氣気爭争證証釋釈驛駅擴拡權権觀観歸帰龜亀狀状乘乗眾衆渡渡槇槙' +
  '遙遥凉涼淺浅壯壮莊荘僞偽聰聡曉暁鷗鴎祐祐靑青黑黒淸清增増橫横步歩緖緒藝芸醫医齒歯歷歴曆暦晚晩每毎海海';

const variantOf = new Map<number, number>();
for (let i = 0; i + 1 < kanjiVariants.length; i += 2) {
  variantOf.set(kanjiVariants.charCodeAt(i), kanjiVariants.charCodeAt(i + 1));
}

const accent = /^[\u0300-\u036f]+$/;

let table: Uint16Array | undefined;

function makeTable(): Uint16Array {
  const made = new Uint16Array(65_536);
  for (let unit = 0; unit < made.length; unit++) {
    made[unit] = computeFold(unit);
  }
  return made;
}

/**
 * One code unit in the form that search compares: lower case, half width Latin and digits, full width katakana instead of
 * hiragana and half-width kana, new kanji for old, no accents. Always one code unit for one, so that offsets in the
 * folded text are offsets in the text.
 */
export function foldUnit(unit: number): number {
  return foldTable()[unit]!;
}

/** {@link foldUnit} of every code unit, for who folds a whole text. */
export function foldTable(): Uint16Array {
  table ??= makeTable();
  return table;
}

function computeFold(unit: number): number {
  if (unit < 0x80) {
    return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  }
  if (unit >= 0x3041 && unit <= 0x3096) {
    return unit + 0x60;
  }
  if (unit >= 0xff01 && unit <= 0xff5e) {
    return computeFold(unit - 0xfee0);
  }
  if (unit >= 0xff66 && unit <= 0xff9d) {
    return halfWidthKana.charCodeAt(unit - 0xff66);
  }
  if (unit === 0x3000 || unit === 0xa0) {
    return 0x20;
  }
  if (unit === 0x2019 || unit === 0x2018) {
    return 0x27;
  }
  if (unit >= 0x3400) {
    return variantOf.get(unit) ?? unit;
  }
  return foldLetter(unit);
}

function foldLetter(unit: number): number {
  const parts = String.fromCharCode(unit).normalize('NFD');
  const base = parts.length > 1 && accent.test(parts.slice(1)) ? parts.slice(0, 1) : String.fromCharCode(unit);
  const lower = base.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
const ascii = /^[\x00-\x7f]*$/;
const buffer = new Uint16Array(4096);

/** The text as search compares it; see {@link foldUnit}. The same length as the text. */
export function foldForSearch(text: string): string {
  if (ascii.test(text)) {
    return text.toLowerCase();
  }
  const chunks: string[] = [];
  for (let from = 0; from < text.length; from += buffer.length) {
    const length = Math.min(buffer.length, text.length - from);
    for (let i = 0; i < length; i++) {
      buffer[i] = foldUnit(text.charCodeAt(from + i));
    }
    chunks.push(String.fromCharCode(...buffer.subarray(0, length)));
  }
  return chunks.join('');
}

/** Whether the folded text has a folded word; makes no text. Slow only for a long word of the same few letters. */
export function foldedIncludes(text: string, word: string): boolean {
  const folds = foldTable();
  const first = word.charCodeAt(0);
  for (let at = 0; at + word.length <= text.length; at++) {
    if (folds[text.charCodeAt(at)] === first) {
      let same = 1;
      while (same < word.length && folds[text.charCodeAt(at + same)] === word.charCodeAt(same)) {
        same++;
      }
      if (same >= word.length) {
        return true;
      }
    }
  }
  return word === '';
}
