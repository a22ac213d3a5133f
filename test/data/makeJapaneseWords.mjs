// Makes src/recognise/data/ja/words.txt and connections.txt from the IPADIC dictionary (its licence notice is kept in
// media/THIRD-PARTY-NOTICES.txt). Debian: `apt-get download mecab-ipadic && dpkg -x mecab-ipadic*.deb x`, then
//
//   node test/data/makeJapaneseWords.mjs x/usr/share/mecab/dic/ipadic
//
// Kept: words of kanji and katakana that help to cut a run of kanji into words and to tell names from other nouns.
// words.txt: one line per class and cost: class letter, cost / 256, a space, then groups of words by their first
// character: the character and the rests of the words that begin with it, joined by `,`; groups joined by a space.
// connections.txt: a row per left class, `^` for what stands before the run, a column per right class, `$` for what
// stands after it; costs / 16, as in IPADIC's matrix.def (the class's typical context id).
import fs from 'node:fs';
import path from 'node:path';

const folder = process.argv[2];
const out = path.resolve(import.meta.dirname, '../../src/recognise/data/ja');
const decode = new TextDecoder('euc-jp');
const read = (name) => decode.decode(fs.readFileSync(path.join(folder, name)));

/** Part of speech -> [class letter, context id]. */
const classes = {
  '名詞,一般': ['N', 1285],
  '名詞,サ変接続': ['V', 1283],
  '名詞,形容動詞語幹': ['A', 1287],
  '名詞,ナイ形容詞語幹': ['A', 1287],
  '名詞,副詞可能': ['T', 1314],
  '名詞,代名詞': ['D', 1306],
  '名詞,非自立': ['B', 1310],
  '名詞,固有名詞,一般': ['U', 1288],
  '名詞,固有名詞,人名,一般': ['P', 1289],
  '名詞,固有名詞,人名,姓': ['S', 1290],
  '名詞,固有名詞,人名,名': ['G', 1291],
  '名詞,固有名詞,組織': ['O', 1292],
  '名詞,固有名詞,地域,一般': ['L', 1293],
  '名詞,固有名詞,地域,国': ['C', 1294],
  '名詞,数': ['0', 1295],
  '名詞,接尾,サ変接続': ['x', 1297],
  '名詞,接尾,一般': ['x', 1298],
  '名詞,接尾,形容動詞語幹': ['x', 1298],
  '名詞,接尾,特殊': ['x', 1298],
  '名詞,接尾,副詞可能': ['t', 1305],
  '名詞,接尾,助数詞': ['c', 1300],
  '名詞,接尾,人名': ['h', 1302],
  '名詞,接尾,地域': ['l', 1303],
  '接頭詞,名詞接続': ['p', 560],
  '接頭詞,数接続': ['q', 558],
};
const letters = [...new Set(Object.values(classes).map(([letter]) => letter)), 'Y'];

const kanji = /^[一-龥々〇ヶヵ]+$/;
const katakana = /^[ァ-ヴー・]+$/;
const mixedName = /^(?=.*[一-龥])[一-龥々〇ヶヵぁ-んァ-ヴー]+$/;
const rarePlace = 8320;
const rows = new Map();

function keep(word, letter, cost) {
  const key = `${letter}${word}`;
  const rounded = Math.round(cost / 256);
  if (!(rows.get(key) <= rounded)) {
    rows.set(key, rounded);
  }
}

const files = fs.readdirSync(folder).filter((name) => /^(Noun|Suffix|Prefix)/.test(name) && name.endsWith('.csv'));
for (const line of files.flatMap((name) => read(name).split('\n'))) {
  const [word, , , cost, ...features] = line.split(',');
  if (!features.length) {
    continue;
  }
  const found = [4, 3, 2].map((n) => classes[features.slice(0, n).join(',')]).find(Boolean);
  if (!found) {
    continue;
  }
  const [letter] = found;
  const length = word.length;
  if (kanji.test(word)) {
    // Long common nouns and place names with their suffix are put together from their parts.
    if ((/[NVATU]/.test(letter) && length > 3) || (letter === 'U' && length > 2)) {
      continue;
    }
    if (
      letter === 'L' &&
      (length > 3 || (length === 3 && /[町村通条線島川山丘台東西南北上下中新本沢野原田崎浜]$/.test(word)))
    ) {
      continue;
    }
    // The default costs of places (no occurrence in the corpus that IPADIC was trained on): hamlets.
    if (letter === 'L' && Number(cost) >= rarePlace) {
      continue;
    }
    // Longer organisations are read by their heads.
    if (letter === 'O' && length > 4 && !(length < 7 && word.endsWith('大学'))) {
      continue;
    }
    keep(word, letter, Number(cost));
  } else if (katakana.test(word) && length > 1) {
    keep(word, letter, Number(cost));
  } else if (/[SGOP]/.test(letter) && mixedName.test(word) && length > 1 && length <= 8) {
    keep(word, letter, Number(cost));
  } else if (/[GS]/.test(letter) && /^[ぁ-ん]{2,5}$/.test(word)) {
    keep(word, letter, Number(cost));
  }
}
// Verbs and adjectives: the kanji at the end of a run that okurigana follow.
for (const name of ['Verb.csv', 'Adj.csv']) {
  for (const line of read(name).split('\n')) {
    const [word, , , cost] = line.split(',');
    const stem = /^([一-龥々]{1,3})[ぁ-ん]/.exec(word ?? '');
    if (stem) {
      keep(stem[1], 'Y', Number(cost));
    }
  }
}

const byLine = new Map();
for (const [key, cost] of rows) {
  const line = `${key[0]}${cost}`;
  byLine.set(line, [...(byLine.get(line) ?? []), key.slice(1)]);
}
const lines = [];
for (const [line, words] of [...byLine].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const groups = new Map();
  for (const word of words.sort()) {
    groups.set(word[0], [...(groups.get(word[0]) ?? []), word.slice(1)]);
  }
  lines.push(`${line} ${[...groups].map(([first, rest]) => first + rest.join(',')).join(' ')}`);
}
fs.writeFileSync(path.join(out, 'words.txt'), `${lines.join('\n')}\n`);

// Connections.
const idOf = Object.fromEntries(Object.values(classes).map(([letter, id]) => [letter, id]));
const leftIds = decode.decode(fs.readFileSync(path.join(folder, 'left-id.def'))).split('\n');
const contextId = (pattern) => leftIds.filter((row) => pattern.test(row)).map((row) => Number(row.split(' ')[0]));
const verbs = contextId(/ 動詞,自立,\*,\*,(五段・ラ行|一段|五段・ワ行促音便),(連用形|未然形|連用タ接続),\*$/);
const around = [
  0,
  ...contextId(/ 助詞,(格助詞,一般|連体化|係助詞|並立助詞|格助詞,一般,\*,\*,\*),.*(の|は|が|を|に|で|と|も)$/),
];
const commas = contextId(/ 記号,(読点|句点|括弧開|括弧閉)/);
around.push(...commas);
console.log({ verbs, around });
const matrix = fs.readFileSync(path.join(folder, 'matrix.def'), 'latin1');
const wanted = [...new Set([...Object.values(idOf), ...verbs, ...around])];
const need = new Set(wanted);
const cost = new Map();
for (const line of matrix.split('\n')) {
  const [right, left, value] = line.split(' ');
  if (need.has(Number(right)) && need.has(Number(left))) {
    cost.set(`${right} ${left}`, Number(value));
  }
}
const mean = (as, bs) => {
  let sum = 0;
  for (const a of as) {
    for (const b of bs) {
      sum += cost.get(`${a} ${b}`) ?? 0;
    }
  }
  return sum / as.length / bs.length;
};
const idsOf = (letter) => (letter === 'Y' ? verbs : letter === '^' || letter === '$' ? around : [idOf[letter]]);
const table = [` ${[...letters, '$'].join(' ')}`];
for (const left of ['^', ...letters]) {
  table.push(`${left} ${[...letters, '$'].map((right) => Math.round(mean(idsOf(left), idsOf(right)) / 16)).join(' ')}`);
}
fs.writeFileSync(path.join(out, 'connections.txt'), `${table.join('\n')}\n`);
const counts = {};
for (const key of rows.keys()) {
  counts[key[0]] = (counts[key[0]] ?? 0) + 1;
}
console.log(counts, rows.size);
