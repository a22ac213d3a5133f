import { foldForSearch } from '../base/searchFold';
import type { TextRange } from '../model/range';
import type { ClaimIndex, MentionPlace } from './claimIndex';
import type { Uri, WorkspaceHost } from './host';

/** A place in an article, with the line around it. Offsets are those of the text as the host shows it. */
export interface ConcordanceLine extends TextRange {
  readonly article: Uri;
  readonly title: string;
  /** What stands before, the words themselves, and what stands after, on the same line. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Told to stop by the one who asked. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** Characters of context on either side. */
export const contextLength = 60;
/** A person reads no more lines than this. */
export const mostLines = 5000;

/** Every given place with the line around it, article by article as they are read. */
export async function* concordanceOf(
  host: WorkspaceHost,
  index: ClaimIndex,
  places: readonly MentionPlace[],
  cancel: Cancellation,
): AsyncGenerator<readonly ConcordanceLine[]> {
  const byArticle = new Map<Uri, MentionPlace[]>();
  for (const place of places.slice(0, mostLines)) {
    byArticle.set(place.article, [...(byArticle.get(place.article) ?? []), place]);
  }
  for (const [uri, own] of byArticle) {
    if (cancel.isCancellationRequested) {
      return;
    }
    const article = await host.readArticle(uri);
    const title = index.get(uri)?.title ?? '';
    yield article ? own.map((place) => lineOf(article.text, uri, title, place)) : [];
    await host.yield();
  }
}

/**
 * Every place of every article that has the words, however they are written: full or half width, hiragana or katakana,
 * old or new kanji, capitals, accents. Article by article as they are read.
 */
export async function* findInArticles(
  host: WorkspaceHost,
  index: ClaimIndex,
  words: string,
  cancel: Cancellation,
): AsyncGenerator<readonly ConcordanceLine[]> {
  const wanted = foldForSearch(words);
  if (wanted.trim() === '') {
    return;
  }
  let lines = 0;
  for (const uri of await host.articles()) {
    if (cancel.isCancellationRequested || lines >= mostLines) {
      return;
    }
    const article = await host.readArticle(uri);
    const folded = foldForSearch(article?.text ?? '');
    const found: ConcordanceLine[] = [];
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      const title = index.get(uri)?.title ?? '';
      found.push(lineOf(article!.text, uri, title, { start: at, end: at + wanted.length }));
    }
    lines += found.length;
    if (found.length > 0) {
      yield found;
    }
    await host.yield();
  }
}

function lineOf(text: string, article: Uri, title: string, { start, end }: TextRange): ConcordanceLine {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - contextLength, 0);
  const newline = text.indexOf('\n', end);
  const to = Math.min(newline < 0 ? text.length : newline, end + contextLength);
  return {
    article,
    title,
    start,
    end,
    before: text.slice(from, start),
    words: text.slice(start, end),
    after: text.slice(end, to).replace(/\r$/, ''),
  };
}

/** A name that is an actor in most articles where it stands, and is not marked in some. */
export interface MissingMark {
  readonly actor: string;
  readonly name: string;
  /** Articles where it is marked. */
  readonly marked: number;
  /** Where it stands unmarked, one place an article. */
  readonly missing: readonly ConcordanceLine[];
}

/** How many names are looked for, the most frequent first; shorter ones stand inside other words too often. */
const mostNames = 200;
const shortestName = 3;

/** Names marked as actors in some articles and left unmarked in others: "NATO marked here, not there". */
export async function findMissingMarks(
  host: WorkspaceHost,
  index: ClaimIndex,
  cancel: Cancellation,
): Promise<MissingMark[]> {
  const names = new Map<string, { actor: string; marked: number; missing: ConcordanceLine[] }>();
  for (const { actor, names: own, articles } of index.actors().slice(0, mostNames)) {
    for (const name of Object.values(own)) {
      if (articles > 1 && name.length >= shortestName) {
        names.set(name, { actor, marked: articles, missing: [] });
      }
    }
  }
  for (const entry of index.articles()) {
    if (cancel.isCancellationRequested) {
      break;
    }
    const marked = new Set(entry.actors.map(({ actor }) => actor));
    const article = await host.readArticle(entry.id);
    for (const [name, { actor, missing }] of article ? names : []) {
      const at = marked.has(actor) ? -1 : wholeWordAt(article!.text, name);
      if (at >= 0) {
        missing.push(lineOf(article!.text, entry.id, entry.title, { start: at, end: at + name.length }));
      }
    }
    await host.yield();
  }
  return [...names]
    .map(([name, rest]) => ({ name, ...rest }))
    .filter(({ missing, marked }) => missing.length > 0 && missing.length < marked)
    .sort((a, b) => b.marked - a.marked || (a.name < b.name ? -1 : 1));
}

const letter = /[\p{L}\p{N}]/u;

/** Where the name stands with no letter of its own script beside it; -1 where it does not. */
function wholeWordAt(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const latin = /^[\x20-\u024f]*$/.test(name);
    const beside = text.charAt(at - 1) + text.charAt(at + name.length);
    if (!(latin && letter.test(beside))) {
      return at;
    }
  }
  return -1;
}
