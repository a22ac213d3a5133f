// Re-anchors 2,000 annotations in a text of one million characters after edits made outside, and prints the times.
// node out/test/bench/anchor.mjs [characters] [annotations]
import { anchorAll } from '../../src/annotations/anchor';
import { describe } from '../../src/annotations/quoteSelector';
import { normalise } from '../../src/text/normalise';
import { seeded } from '../property/articleEdits';

const characters = Number(process.argv[2] ?? 1_000_000);
const annotations = Number(process.argv[3] ?? 2000);

const syllables = 'ka to ri men so la vin de por sha mu ter ol ban gre fi nor wes qua ti el dra jun po'.split(' ');
const kanji = '国会政府首相外交経済安全保障市長選挙結果発表企業労働教育制度研究開発地域住民環境問題予算案成立';

function englishText(random: () => number, length: number): string {
  const words = Array.from({ length: 4000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]).join(
      '',
    ),
  );
  const parts: string[] = [];
  for (let size = 0, n = 0; size < length; n++) {
    // Few words are frequent, many are rare, as in language.
    const word = words[Math.floor(words.length * random() ** 3)]!;
    const last = random() < 0.08;
    const part = `${parts.at(-1)?.endsWith('\n') ? word.toUpperCase() : word}${last ? (n % 5 === 0 ? '.\n\n' : '. ') : ' '}`;
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}

function japaneseText(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) {
    const at = Math.floor(random() * (kanji.length - 3));
    text += `${kanji.slice(at, at + 2 + Math.floor(random() * 2))}${'をにがはでと'[Math.floor(random() * 6)]}${random() < 0.1 ? 'した。\n' : random() < 0.2 ? '、' : ''}`;
  }
  return text;
}

const scenarios: readonly [string, (text: string) => string][] = [
  ['nothing changed', (text) => text],
  ['one paragraph put on top', (text) => `A new first paragraph, put there by another program.\n\n${text}`],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['hard-wrapped', (text) => text.replace(/(.{60,80}) /g, '$1\n')],
  ['one word in twenty replaced', (text) => replaceSome(text, 20)],
  ['another text altogether', (text) => [...text.slice(0, characters)].reverse().join('')],
];

function replaceSome(text: string, each: number): string {
  let n = 0;
  return text.replace(/[a-z]{3,}|[\u4E00-\u9FFF]{2}/g, (found) =>
    n++ % each === 0 ? (found > '~' ? '変更' : 'changed') : found,
  );
}

for (const [name, make] of [
  ['English', englishText],
  ['Japanese', japaneseText],
] as const) {
  const random = seeded(1);
  const before = normalise(make(random, characters)).text;
  const selectors = Array.from({ length: annotations }, (_, i) => {
    const start = Math.floor(((i + random()) / annotations) * (before.length - 200));
    return describe(before, { start, end: start + 5 + Math.floor(random() * 150) });
  });
  for (const [scenario, edit] of scenarios) {
    const after = edit(before);
    const times: number[] = [];
    const processor: number[] = [];
    let states = '';
    for (let run = 0; run < 5; run++) {
      const from = performance.now();
      const used = process.cpuUsage();
      const anchors = anchorAll(normalise(after).text, selectors);
      times.push(performance.now() - from);
      processor.push(process.cpuUsage(used).user / 1000);
      const count = new Map<string, number>();
      for (const { state } of anchors) {
        count.set(state, (count.get(state) ?? 0) + 1);
      }
      states = [...count].map(([state, times]) => `${state} ${times}`).join(', ');
    }
    times.sort((a, b) => a - b);
    processor.sort((a, b) => a - b);
    console.log(
      `${name}, ${before.length} characters, ${annotations} annotations, ${scenario}: best ${times[0]!.toFixed(0)} ms, median ${times[2]!.toFixed(0)} ms, worst ${times[4]!.toFixed(0)} ms, processor ${processor[0]!.toFixed(0)} ms (${states})`,
    );
  }
}
