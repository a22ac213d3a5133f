import type { TextRange } from '../../src/model/range';

/** A seeded source of randomness, so that a failure can be played again (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A text under edit in which every code unit remembers where in the original it came from, -1 for new text. */
interface Draft {
  readonly text: string;
  readonly from: readonly number[];
}

type Random = () => number;
export type EditKind = (typeof editKinds)[number];

export const editKinds = [
  'none',
  'typos',
  'insertParagraphs',
  'insertSentences',
  'deleteParagraph',
  'deleteSentences',
  'moveParagraph',
  'swapSentences',
  'duplicateParagraph',
  'quoteMarks',
  'upperCaseTitle',
  'reflow',
  'hardWrap',
  'crlf',
  'decompose',
  'replaceWords',
  'renameNames',
  'changeNumbers',
  'paraphrase',
  'splitSentences',
  'mergeSentences',
  'shuffleParagraphs',
  'trimSentences',
  'otherPunctuation',
  'newHeadline',
  'digitForms',
  'copySentences',
  'whiteSpace',
  'compatibilityForms',
  'spelling',
  'lookalike',
  'rewrittenCopy',
  'doubleAndEdit',
  'ocrNoise',
  'translateQuotes',
  'mixed',
] as const;

function original(text: string): Draft {
  return { text, from: Array.from({ length: text.length }, (_, i) => i) };
}

function splice(draft: Draft, start: number, end: number, inserted: string): Draft {
  return {
    text: draft.text.slice(0, start) + inserted + draft.text.slice(end),
    from: [...draft.from.slice(0, start), ...Array<number>(inserted.length).fill(-1), ...draft.from.slice(end)],
  };
}

/** Replaces each match; `change` gets the match and returns its new form. */
function replaceEach(draft: Draft, pattern: RegExp, change: (match: string) => string): Draft {
  const text: string[] = [];
  const from: number[] = [];
  let at = 0;
  for (const match of draft.text.matchAll(pattern)) {
    text.push(draft.text.slice(at, match.index));
    from.push(...draft.from.slice(at, match.index));
    const now = change(match[0]);
    text.push(now);
    const end = match.index + match[0].length;
    from.push(...placesOf(now, match[0], draft.from.slice(match.index, end)));
    at = end;
  }
  text.push(draft.text.slice(at));
  from.push(...draft.from.slice(at));
  return { text: text.join(''), from };
}

/** Where the units of a new form come from: what both forms begin and end with, else end on end. */
function placesOf(now: string, was: string, from: readonly number[]): number[] {
  if (now.length === was.length) {
    return [...from];
  }
  const places = Array<number>(now.length).fill(-1);
  let head = 0;
  while (head < Math.min(now.length, was.length) && now[head] === was[head]) {
    places[head] = from[head]!;
    head++;
  }
  let tail = 0;
  while (tail < Math.min(now.length, was.length) - head && now.at(-1 - tail) === was.at(-1 - tail)) {
    tail++;
    places[now.length - tail] = from[was.length - tail]!;
  }
  if (head + tail === 0 && now.length > 1) {
    places[0] = from[0]!;
    places[now.length - 1] = from[was.length - 1]!;
  }
  return places;
}

function pieces(text: string, pattern: RegExp): TextRange[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const paragraphs = (text: string): TextRange[] => pieces(text, /[^\n]+\n*/g);
const sentences = (text: string): TextRange[] =>
  pieces(text, /[^.!?。！？\n]+(?:[.!?](?=\s|$)|[。！？]|[.!?])*["”」’]* ?/g);

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!;
}

function cut(draft: Draft, range: TextRange): Draft {
  return { text: draft.text.slice(range.start, range.end), from: draft.from.slice(range.start, range.end) };
}

function insert(draft: Draft, at: number, piece: Draft): Draft {
  return {
    text: draft.text.slice(0, at) + piece.text + draft.text.slice(at),
    from: [...draft.from.slice(0, at), ...piece.from, ...draft.from.slice(at)],
  };
}

const wordPattern = /[A-Za-z]{4,}|[\u4E00-\u9FFF]{2,}|[\u30A1-\u30FC]{3,}/g;

function apply(kind: EditKind, draft: Draft, random: Random, foreign: string): Draft {
  const { text } = draft;
  switch (kind) {
    case 'none':
      return draft;
    case 'typos':
      return replaceEach(draft, /[a-z]{4,}|[\u3041-\u3096\u4E00-\u9FFF]{4,}/g, (found) => {
        if (random() > 0.08) {
          return found;
        }
        const at = 1 + Math.floor(random() * (found.length - 2));
        const kindOf = Math.floor(random() * 3);
        return kindOf === 0
          ? found.slice(0, at) + found.slice(at + 1)
          : kindOf === 1
            ? found.slice(0, at) + found[at] + found.slice(at)
            : found.slice(0, at) + found[at + 1] + found[at] + found.slice(at + 2);
      });
    case 'insertParagraphs': {
      let now = draft;
      for (let n = 0; n < 3; n++) {
        const at = pick(random, [...paragraphs(now.text)]).start;
        const { start, end } = pick(random, paragraphs(foreign));
        now = splice(now, at, at, `${foreign.slice(start, end).trimEnd()}\n\n`);
      }
      return now;
    }
    case 'insertSentences': {
      let now = draft;
      for (let n = 0; n < 4; n++) {
        const at = pick(random, sentences(now.text)).end;
        const { start, end } = pick(random, sentences(foreign));
        now = splice(now, at, at, foreign.slice(start, end));
      }
      return now;
    }
    case 'deleteParagraph': {
      const { start, end } = pick(random, paragraphs(text));
      return splice(draft, start, end, '');
    }
    case 'deleteSentences': {
      let now = draft;
      for (let n = 0; n < 3; n++) {
        const all = sentences(now.text);
        if (all.length > 1) {
          const { start, end } = pick(random, all);
          now = splice(now, start, end, '');
        }
      }
      return now;
    }
    case 'moveParagraph': {
      const range = pick(random, paragraphs(text));
      const rest = splice(draft, range.start, range.end, '');
      const others = paragraphs(rest.text);
      return others.length === 0 ? draft : insert(rest, pick(random, others).start, cut(draft, range));
    }
    case 'swapSentences': {
      const all = sentences(text);
      const i = Math.floor(random() * (all.length - 1));
      const range = all[i];
      const next = all[i + 1];
      return range && next && next.start === range.end
        ? insert(splice(draft, range.start, range.end, ''), next.end - (range.end - range.start), cut(draft, range))
        : draft;
    }
    case 'duplicateParagraph': {
      const range = pick(random, paragraphs(text));
      const target = pick(
        random,
        paragraphs(text).filter((one) => one.start >= range.end),
      );
      const copy = text.slice(range.start, range.end);
      const at = target?.end ?? text.length;
      return splice(draft, at, at, copy.endsWith('\n') ? copy : `\n${copy}`);
    }
    case 'quoteMarks':
      return replaceEach(draft, /[“”"‘’'「」–—-]|[0-9]+|[、。]/g, (found) => {
        const swap: Record<string, string> = {
          '“': '"',
          '”': '"',
          '"': '”',
          '‘': "'",
          '’': "'",
          "'": '’',
          '「': '『',
          '」': '』',
          '—': '-',
          '–': '-',
          '、': '，',
        };
        return swap[found] ?? (/\d/.test(found) && /[\u3040-\u30FF]/.test(text) ? fullWidth(found) : found);
      });
    case 'upperCaseTitle':
      return replaceEach(draft, /^[^\n]+/g, (found) =>
        found.toUpperCase().length === found.length ? found.toUpperCase() : found,
      );
    case 'reflow':
      return replaceEach(draft, / /g, (found) => (random() < 0.08 ? '\n' : random() < 0.03 ? '  ' : found));
    case 'hardWrap': {
      let column = 0;
      return replaceEach(draft, /[^\n]|\n/gu, (found) => {
        column = found === '\n' ? 0 : column + 1;
        if (column > 38 && /[\u3040-\u9FFF]/.test(found)) {
          column = 0;
          return `${found}\n`;
        }
        if (column > 60 && found === ' ') {
          column = 0;
          return '\n';
        }
        return found;
      });
    }
    case 'crlf':
      return replaceEach(draft, /\n/g, () => '\r\n');
    case 'decompose':
      return replaceEach(draft, /[\u00C0-\u024F\u304C-\u30FE]/g, (found) => found.normalize('NFD'));
    case 'replaceWords':
      return replaceEach(draft, /(?<![A-Za-z])[a-z]{4,}(?![A-Za-z])|[\u3041-\u3096]{4,}/g, (found) => {
        const words = foreign.match(/(?<![A-Za-z])[a-z]{4,}(?![A-Za-z])|[\u3041-\u3096]{4,}/g);
        return words && random() < 0.12 ? pick(random, words) : found;
      });
    case 'renameNames': {
      const names = [...new Set(text.match(/(?<=[a-z,] )[A-Z][a-z]{3,}|[\u30A1-\u30FC]{4,}/g) ?? [])];
      const renamed = new Map(names.filter(() => random() < 0.5).map((name, i) => [name, newName(name, i)]));
      return replaceEach(draft, /[A-Z][a-z]{3,}|[\u30A1-\u30FC]{4,}/g, (found) => renamed.get(found) ?? found);
    }
    case 'changeNumbers':
      return replaceEach(draft, /\d+/g, (found) => (random() < 0.5 ? String(Number(found) + 1) : found));
    case 'paraphrase':
      return inSomeSentences(draft, random, 0.3, (sentence) => {
        const words = pieces(sentence, /(?<![A-Za-z])[a-z]{2,}(?![A-Za-z])|[\u3041-\u3096]{2,}/g);
        const first = Math.floor(random() * words.length);
        const from = words[first];
        const to = words[Math.min(words.length - 1, first + 2)];
        const others = foreign.match(/(?<![A-Za-z])[a-z]{3,}(?![A-Za-z])|[\u3041-\u3096]{3,}/g) ?? [];
        return from && to
          ? { start: from.start, end: to.end, now: [pick(random, others), pick(random, others)].join(gap(sentence)) }
          : undefined;
      });
    case 'splitSentences':
      return inSomeSentences(draft, random, 0.4, (sentence) => {
        const comma = pick(random, pieces(sentence, /, (?=[a-z])|、/g));
        return comma && { ...comma, now: gap(sentence) === '' ? '。' : '. It was said that ' };
      });
    case 'mergeSentences':
      return replaceEach(draft, /(?<=[a-z])\. (?=[A-Z])|。(?=[^\n」])/g, (found) =>
        random() > 0.4 ? found : found === '。' ? '、' : '; ',
      );
    case 'shuffleParagraphs':
      return paragraphs(text)
        .map((range) => ({ piece: cut(draft, range), key: random() }))
        .sort((a, b) => a.key - b.key)
        .reduce((now, { piece }) => insert(now, now.text.length, piece), { text: '', from: [] } as Draft);
    case 'trimSentences':
      return inSomeSentences(draft, random, 0.3, (sentence) => {
        const clause = pick(random, pieces(sentence, /(?:,|、)[^,、。.]{3,}(?=[,、])|(?<=、)[^、。]{3,}、/g));
        return clause && { ...clause, now: '' };
      });
    case 'otherPunctuation': {
      const marks: Record<string, string> = {
        '“': '«',
        '”': '»',
        '"': '“',
        '「': '“',
        '」': '”',
        '—': ' – ',
        '、': '，',
        '。': '．',
        '…': '...',
      };
      return replaceEach(draft, /[“”"「」—、。…]/g, (found) => marks[found]!);
    }
    case 'newHeadline': {
      const { start, end } = pick(random, sentences(foreign));
      return splice(draft, 0, text.indexOf('\n'), foreign.slice(start, end).trim());
    }
    case 'digitForms':
      return replaceEach(draft, /\d{5,}|\d+/g, (found) =>
        random() < 0.4 ? fullWidth(found) : found.replace(/\B(?=(?:\d{3})+$)/g, found.length > 4 ? ',' : ''),
      );
    case 'copySentences': {
      let now = draft;
      for (let n = 0; n < 3; n++) {
        const { start, end } = pick(random, sentences(now.text));
        const copy = now.text.slice(start, end);
        const target = pick(
          random,
          paragraphs(now.text).filter((one) => one.start >= end),
        );
        now = splice(now, target?.end ?? now.text.length, target?.end ?? now.text.length, `${copy.trim()}\n\n`);
      }
      return now;
    }
    case 'whiteSpace':
      return replaceEach(draft, / |\n\n|(?<=。)/g, (found) => {
        const roll = random();
        return found === '\n\n'
          ? roll < 0.3
            ? '\n'
            : roll < 0.6
              ? '\n \n\n'
              : found
          : found === ''
            ? roll < 0.2
              ? '\u3000'
              : ''
            : roll < 0.1
              ? '\u00a0'
              : roll < 0.2
                ? '  '
                : found;
      });
    case 'compatibilityForms':
      return replaceEach(draft, /[A-Za-z]|[\u30A2-\u30ED]/g, (found) =>
        found < '\x7f' ? (/[\u3040-\u30FF]/.test(text) ? fullWidth(found) : found) : (halfWidth[found] ?? found),
      );
    case 'spelling':
      return spellings.reduce(
        (now, [one, other]) => replaceEach(now, new RegExp(one, 'g'), () => other),
        replaceEach(draft, /(?<=[a-z])is(?=e\b|ed\b|ing\b)|(?<=[a-z]l)l(?=ed\b|ing\b)/g, (found) =>
          found === 'is' ? 'iz' : found,
        ),
      );
    case 'lookalike': {
      // A sentence goes; one like it, about somebody else, comes at another place.
      let now = draft;
      for (let n = 0; n < 2; n++) {
        const { start, end } = pick(random, sentences(now.text));
        const twin = now.text
          .slice(start, end)
          .replace(/(?<=\s|^)[A-Z][a-z]{3,}|[\u30A1-\u30FC]{4,}/g, (name) => newName(name, n))
          .replace(/[\u4E00-\u9FFF]{2}(?=氏|市|会)/g, '北原')
          .replace(/\d+/g, (digits) => String(Number(digits) + 3));
        // One that names nobody would only have moved.
        if (twin !== now.text.slice(start, end)) {
          now = splice(now, start, end, '');
          const at = pick(random, sentences(now.text))?.end ?? 0;
          now = splice(now, at, at, twin);
        }
      }
      return now;
    }
    case 'rewrittenCopy': {
      // A sentence goes; one that tells of the same people in other words comes at another place.
      let now = draft;
      for (let n = 0; n < 2; n++) {
        const { start, end } = pick(random, sentences(now.text));
        const twin = otherWords(now.text.slice(start, end), random, 0.5, foreign);
        // One that has hardly a word of its own would only have moved.
        if (changedShare(now.text.slice(start, end), twin) > 0.3) {
          now = splice(now, start, end, '');
          const at = pick(random, sentences(now.text))?.end ?? 0;
          now = splice(now, at, at, twin);
        }
      }
      return now;
    }
    case 'doubleAndEdit': {
      // Some sentences stand twice, as after a slip in merging two versions; then one of the two is edited.
      const all = sentences(text);
      const first = Math.floor(random() * all.length);
      const start = all[first]!.start;
      const end = all[Math.min(all.length - 1, first + Math.floor(random() * 3))]!.end;
      const copy = text.slice(start, end).trim();
      const editsCopy = random() < 0.5;
      const below = random() < 0.5;
      const doubled = editsCopy ? otherWords(copy, random, 0.15, foreign) : copy;
      const kept = editsCopy ? draft : inSentences(draft, start, end, random, foreign);
      const moved = kept.text.length - text.length;
      return below
        ? splice(kept, end + moved, end + moved, `\n${doubled}\n`)
        : splice(kept, start, start, `${doubled}\n`);
    }
    case 'ocrNoise':
      return replaceEach(draft, /rn|[mleo]|[口ー力ニ日一]/g, (found) => (random() < 0.02 ? misread[found]! : found));
    case 'translateQuotes':
      return replaceEach(draft, /[“"「][^“”"「」\n]{8,}[”"」]/g, (found) => {
        const other = /[\u3040-\u30FF]/.test(found)
          ? 'it has been put into another language'
          : '別の言語に訳されたものである';
        return random() < 0.7 ? found[0] + other + found.at(-1) : found;
      });
    case 'mixed': {
      let now = draft;
      for (const each of [
        'insertSentences',
        'typos',
        'deleteSentences',
        'quoteMarks',
        'moveParagraph',
        'hardWrap',
      ] as const) {
        now = apply(each, now, random, foreign);
      }
      return now;
    }
  }
}

/** Replaces one stretch in some of the sentences. */
function inSomeSentences(
  draft: Draft,
  random: Random,
  share: number,
  change: (sentence: string) => { start: number; end: number; now: string } | undefined,
): Draft {
  let now = draft;
  for (const { start, end } of sentences(draft.text).reverse()) {
    const found = random() < share ? change(draft.text.slice(start, end)) : undefined;
    if (found) {
      now = splice(now, start + found.start, start + found.end, found.now);
    }
  }
  return now;
}

/** Some of the words that are no names give way to others. */
function otherWords(text: string, random: Random, share: number, foreign: string): string {
  const pattern = /(?<![A-Za-z])[a-z]{3,}(?![A-Za-z])|[\u3041-\u3096]{2,}/g;
  const others = foreign.match(pattern) ?? [];
  return text.replace(pattern, (found) => (random() < share ? pick(random, others) : found));
}

/** Words of one text that the other has not, by all of its words; Japanese is cut where the script changes. */
function changedShare(before: string, after: string): number {
  const words = before.match(/[A-Za-z]+|[\u3041-\u3096]+|[\u30A1-\u30FC]+|[\u4E00-\u9FFF]+/g) ?? [];
  return words.filter((one) => !after.includes(one)).length / Math.max(1, words.length);
}

function inSentences(draft: Draft, start: number, end: number, random: Random, foreign: string): Draft {
  const piece = cut(draft, { start, end });
  const edited = replaceEach(piece, /(?<![A-Za-z])[a-z]{3,}(?![A-Za-z])|[\u3041-\u3096]{2,}/g, (found) =>
    random() < 0.15 ? otherWords(found, random, 1, foreign) : found,
  );
  return insert(splice(draft, start, end, ''), start, edited);
}

/** What scanners take letters for. */
const misread: Readonly<Record<string, string>> = {
  rn: 'm',
  m: 'rn',
  l: '1',
  e: 'c',
  o: '0',
  口: 'ロ',
  ー: '一',
  力: 'カ',
  ニ: '二',
  日: '曰',
  一: 'ー',
};

/** What stands between words. */
function gap(text: string): string {
  return /[\u3040-\u30FF]/.test(text) ? '' : ' ';
}

const halfWidth: Record<string, string> = {
  ア: 'ｱ',
  イ: 'ｲ',
  カ: 'ｶ',
  ス: 'ｽ',
  ト: 'ﾄ',
  ノ: 'ﾉ',
  ラ: 'ﾗ',
  ル: 'ﾙ',
  ン: 'ﾝ',
};

/** Words that house styles spell in two ways. */
const spellings: readonly (readonly [string, string])[] = [
  ['できる', '出来る'],
  ['こと', '事'],
  ['含まれて', 'ふくまれて'],
  ['古い', 'ふるい'],
  ['最も', 'もっとも'],
  ['慣れて', 'なれて'],
  ['明らか', 'あきらか'],
  ['増え', 'ふえ'],
  ['すべて', '全て'],
  ['toward\\b', 'towards'],
  ['percent\\b', 'per cent'],
  ['-year-old', ' year old'],
];

function fullWidth(digits: string): string {
  return digits.replace(/[\dA-Za-z]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function newName(name: string, salt: number): string {
  return /[A-Z]/.test(name)
    ? `${['Vor', 'Kel', 'Mur', 'Das'][salt % 4]}${['anti', 'oski', 'emba'][salt % 3]}`
    : `${['ザ', 'ヴェ', 'ミョ'][salt % 3]}ルガノフ`;
}

export interface EditedSpan extends TextRange {
  readonly id: number;
  /** `null` where the passage is gone. */
  readonly expected: TextRange | null;
  /** What became of it cannot be said: partly gone. */
  readonly skip?: boolean;
}

export interface EditedArticle {
  readonly id: string;
  readonly edit: EditKind;
  readonly before: string;
  readonly after: string;
  readonly spans: readonly EditedSpan[];
}

/** Spans as editors make them: sentences, names, words, two sentences, one kanji compound. */
export function chooseSpans(text: string, random: Random, count: number): TextRange[] {
  const whole = sentences(text).map(({ start, end }) => ({
    start,
    end: start + text.slice(start, end).trimEnd().length,
  }));
  const words = pieces(text, wordPattern);
  const spans: TextRange[] = [];
  for (let n = 0; n < count; n++) {
    const sentence = pick(random, whole);
    const kind = random();
    if (kind < 0.45 && sentence) {
      spans.push(sentence);
    } else if (kind < 0.55 && sentence) {
      spans.push({
        start: sentence.start,
        end: (pick(random, whole.filter((one) => one.start >= sentence.start).slice(0, 3)) ?? sentence).end,
      });
    } else {
      spans.push(pick(random, words) ?? sentence!);
    }
  }
  return spans.filter((span) => span.end > span.start && text.slice(span.start, span.end).trim() !== '');
}

/** Edits an article and says where each span went. */
export function editArticle(
  id: string,
  text: string,
  spans: readonly TextRange[],
  edit: EditKind,
  random: Random,
  foreign: string,
): EditedArticle {
  const draft = apply(edit, original(text), random, foreign);
  const place = new Map<number, TextRange>();
  for (const [now, was] of draft.from.entries()) {
    if (was >= 0) {
      // One unit may have become several.
      place.set(was, { start: place.get(was)?.start ?? now, end: now + 1 });
    }
  }
  return {
    id,
    edit,
    before: text,
    after: draft.text,
    spans: spans.map((span, i) => {
      const became = expectedPlace(span, place);
      const around = text.slice(Math.max(0, span.start - sameAround), span.end + sameAround);
      const replaced =
        (became.expected === null || edit === 'doubleAndEdit') &&
        draft.text.includes(around) &&
        !standsAround(draft.text, around, became.expected);
      return { id: i, ...span, ...became, ...(replaced ? { skip: true } : {}) };
    }),
  };
}

/** Whether `around` stands about `range`. */
function standsAround(text: string, around: string, range: TextRange | null): boolean {
  return range !== null && text.slice(Math.max(0, range.start - sameAround), range.end + sameAround) === around;
}

/** Where a passage went, or changed, but stands again with this much of its surroundings, nobody can tell it from a moved one. */
const sameAround = 16;

function expectedPlace(
  span: TextRange,
  place: ReadonlyMap<number, TextRange>,
): { expected: TextRange | null; skip?: boolean } {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  let kept = 0;
  for (let at = span.start; at < span.end; at++) {
    const now = place.get(at);
    if (now !== undefined) {
      kept++;
      low = Math.min(low, now.start);
      high = Math.max(high, now.end);
    }
  }
  if (kept === 0) {
    return { expected: null };
  }
  const length = span.end - span.start;
  const expected = { start: low, end: high };
  return kept < length / 3 || high - low > 2 * length + 40 ? { expected, skip: true } : { expected };
}
