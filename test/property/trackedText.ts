import type { TextRange } from '../../src/model/range';
import type { Random } from '../support/random';
import { englishArticle, japaneseArticle, otherEnglishArticle, otherJapaneseArticle } from './sampleArticles';

/**
 * A text, lines ending in LF, in which every code unit has a number that it keeps wherever it goes. The same sentence
 * has the same numbers each time it is put in, so that a copy may stand for the passage.
 */
export interface TrackedText {
  readonly text: string;
  readonly ids: readonly number[];
}

/** `deleted` code units from `start` on give way to `inserted`. */
export interface Splice {
  readonly start: number;
  readonly deleted: number;
  readonly inserted: TrackedText;
}

export const emptyText: TrackedText = { text: '', ids: [] };

let lastId = 1e6;

/** New text, with numbers of its own. */
export function fresh(text: string): TrackedText {
  return { text, ids: Array.from({ length: text.length }, () => ++lastId) };
}

export function part({ text, ids }: TrackedText, { start, end }: TextRange): TrackedText {
  return { text: text.slice(start, end), ids: ids.slice(start, end) };
}

export function join(...parts: readonly TrackedText[]): TrackedText {
  return { text: parts.map(({ text }) => text).join(''), ids: parts.flatMap(({ ids }) => ids) };
}

/** @param splices apart from one another, the last place first */
export function spliced(draft: TrackedText, splices: readonly Splice[]): TrackedText {
  let now = draft;
  for (const { start, deleted, inserted } of splices) {
    const rest = part(now, { start: start + deleted, end: now.text.length });
    now = join(part(now, { start: 0, end: start }), inserted, rest);
  }
  return now;
}

/** Each character in another Unicode form; what it becomes keeps its number. */
export function inForm({ text, ids }: TrackedText, form: 'NFC' | 'NFD'): TrackedText {
  const pieces = [...text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)].map(({ 0: from, index }) => {
    const to = from.normalize(form);
    return { text: to, ids: Array.from({ length: to.length }, (_, i) => ids[index + Math.min(i, from.length - 1)]!) };
  });
  return join(...pieces);
}

function sentencesOf(article: string, base: number): TrackedText[] {
  const found = article.matchAll(/[^.!?。！？\n]+(?:[.!?](?=\s|$)|[。！？]|[.!?])*["”」’]* ?/g);
  return [...found].map(({ 0: text, index }) => ({
    text: /[。」]$/.test(text) ? text : `${text.trim()} `,
    ids: Array.from({ length: text.length + 1 }, (_, i) => base + index + i),
  }));
}

const pools = [
  [...sentencesOf(englishArticle, 0), ...sentencesOf(otherEnglishArticle, 1e5)],
  [...sentencesOf(japaneseArticle, 2e5), ...sentencesOf(otherJapaneseArticle, 3e5)],
].map((pool) => pool.map(({ text, ids }) => ({ text, ids: ids.slice(0, text.length) })));

/** Sentences of one language, to make articles of. */
export type Pool = readonly TrackedText[];

export function randomPool(random: Random): Pool {
  return random.pick(pools);
}

/** A few different sentences in paragraphs. */
export function randomArticle(random: Random, pool: Pool): TrackedText {
  const left = [...pool];
  const parts: TrackedText[] = [];
  for (let i = 3 + random.below(5); i > 0; i--) {
    parts.push(left.splice(random.below(left.length), 1)[0]!);
    if (random.chance(0.4)) {
      parts.push(fresh('\n\n'));
    }
  }
  return join(...parts);
}

/** Where sentences stand, each with the space behind it. */
export function sentenceRanges(text: string): TextRange[] {
  const found = text.matchAll(/[^.!?。！？\n]+(?:[.!?](?=\s|$)|[。！？]|[.!?])*["”」’]* ?/g);
  return [...found].map(({ 0: sentence, index }) => ({ start: index, end: index + sentence.length }));
}

const words = /[A-Za-z]{4,}|[\u4E00-\u9FFF]{2,}|[\u30A1-\u30FC]{3,}/g;

function wordRanges(text: string, pattern = words): TextRange[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}

/** A passage as editors mark it: a sentence, two of them, a part of one, a word. */
export function randomPassage(random: Random, text: string): TextRange | undefined {
  const sentences = sentenceRanges(text);
  const first = sentences.length > 0 ? random.pick(sentences) : undefined;
  const trimmed = ({ start, end }: TextRange): TextRange => ({
    start,
    end: start + text.slice(start, end).trimEnd().length,
  });
  if (!first || text.slice(first.start, first.end).trim() === '') {
    return undefined;
  }
  switch (random.below(5)) {
    case 0:
      return trimmed({ start: first.start, end: (sentences[sentences.indexOf(first) + 1] ?? first).end });
    case 1: {
      const inside = wordRanges(text).filter(({ start, end }) => start >= first.start && end <= first.end);
      return inside.length > 0 ? random.pick(inside) : trimmed(first);
    }
    case 2: {
      const inside = wordRanges(text).filter(({ start, end }) => start >= first.start && end <= first.end);
      const [from, to] = [inside[0], inside.at(-1)];
      return from && to ? { start: from.start, end: to.end } : trimmed(first);
    }
    default:
      return trimmed(first);
  }
}

/** Names that nobody has, so that a changed name is known by its look. */
export const inventedNames = ['Vorantine', 'Keloskar', 'Muremba', 'ザルガノフ', 'ヴェルガノフ'] as const;

export const edits = [
  'insert',
  'insert',
  'delete',
  'delete',
  'deleteParagraph',
  'move',
  'double',
  'typo',
  'typo',
  'word',
  'number',
  'name',
  'reflow',
  'marks',
] as const;

/** What people do to a text, as splices with the last place first. */
export function randomEdit(random: Random, kind: (typeof edits)[number], draft: TrackedText, pool: Pool): Splice[] {
  const { text } = draft;
  const sentences = sentenceRanges(text);
  const sentence = sentences.length > 0 ? random.pick(sentences) : undefined;
  const place = sentences.length > 0 ? random.pick(sentences).start : 0;
  const replace = ({ start, end }: TextRange, now: TrackedText): Splice => ({
    start,
    deleted: end - start,
    inserted: now,
  });
  switch (kind) {
    case 'insert':
      return [replace({ start: place, end: place }, random.pick(pool))];
    case 'delete':
      return sentence ? [replace(sentence, emptyText)] : [];
    case 'deleteParagraph': {
      const paragraphs = wordRanges(text, /[^\n]+\n*/g);
      return paragraphs.length > 1 ? [replace(random.pick(paragraphs), emptyText)] : [];
    }
    case 'move':
    case 'double': {
      if (!sentence || (place > sentence.start && place < sentence.end)) {
        return [];
      }
      const copy = { start: place, deleted: 0, inserted: part(draft, sentence) };
      const both = [replace(sentence, emptyText), copy].sort((a, b) => b.start - a.start);
      return kind === 'double' ? [copy] : sentence.start === place ? [] : both;
    }
    case 'reflow':
    case 'marks': {
      const pattern = kind === 'reflow' ? / /g : /["“”「」、,]/g;
      const swap: Readonly<Record<string, string>> = {
        '"': '”',
        '“': '"',
        '”': '"',
        '「': '『',
        '」': '』',
        '、': '，',
      };
      return wordRanges(text, pattern)
        .filter(() => random.chance(0.2))
        .map((range) =>
          replace(range, fresh(kind === 'reflow' ? '\n' : (swap[text[range.start]!] ?? text[range.start]!))),
        )
        .reverse();
    }
    case 'number': {
      const numbers = wordRanges(text, /[0-9]+/g);
      const number = numbers.length > 0 ? random.pick(numbers) : undefined;
      return number ? [replace(number, fresh(String(Number(text.slice(number.start, number.end)) + 1)))] : [];
    }
    case 'name': {
      // A name put in the place of the same name would look as if nothing had changed.
      const names = wordRanges(text, /(?<=[a-z,] )[A-Z][a-z]{3,}|[\u30A1-\u30FC]{4,}/g).filter(
        ({ start, end }) => !inventedNames.some((name) => text.slice(start, end) === name),
      );
      const name = names.length > 0 ? random.pick(names) : undefined;
      const japanese = name && text.charCodeAt(name.start) > 0x3000;
      return name ? [replace(name, fresh(random.pick(inventedNames.slice(japanese ? 3 : 0, japanese ? 5 : 3))))] : [];
    }
    default: {
      const found = wordRanges(
        text,
        kind === 'word' ? /(?<![A-Za-z])[a-z]{4,}(?![A-Za-z])|[\u3041-\u3096]{4,}/g : /[a-z]{4,}/g,
      );
      const word = found.length > 0 ? random.pick(found) : undefined;
      if (!word) {
        return [];
      }
      const at = word.start + 1 + random.below(word.end - word.start - 2);
      return kind === 'word'
        ? [replace(word, fresh(text.charCodeAt(word.start) > 0x3000 ? 'それゆえに' : 'otherwise'))]
        : [replace({ start: at, end: at + 1 }, random.chance(0.5) ? emptyText : fresh(text[at]!.repeat(2)))];
    }
  }
}
