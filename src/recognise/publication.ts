import { isCalendarDate } from '../model/calendar';
import { parseEdtf, printEdtf } from '../model/edtf';
import type { Edtf, Language, Publication } from '../model/recognition';
import type { Tokens } from '../text/tokens';
import type { RecogniseContext } from './context';
import type { PublicationRule } from './dateReading';
import { expressionsOf } from './dates/expressions';
import type { DateExpression } from './dates/meaning';
import { resolveMeaning } from './dates/resolve';
import { fromAddress, fromName } from './publicationPlace';

/** How far from the start and the end of a text a dateline, byline or source line may stand, in code units. */
const headLength = 2000;
const tailLength = 800;
/** A line that says when an article appeared holds little else. */
const lineLength = 120;

/**
 * The article's own publication date: told from outside, or in front matter, dateline, byline, source line, URL, file
 * name or folders, in this order of trust. `null` where none is found: never today.
 */
export function findPublication(tokens: Tokens, language: Language, context: RecogniseContext): Publication | null {
  const told = context.published ? parseEdtf(context.published) : undefined;
  if (told) {
    return { value: printEdtf(told), rule: 'told' };
  }
  return (
    fromFrontMatter(tokens.text) ??
    fromLines(tokens, language) ??
    fromAddress(tokens.text) ??
    (context.fileName ? fromName(context.fileName) : null)
  );
}

const frontMatterKey =
  /^["']?(?:date|published|publish_?date|pubdate|datepublished|published_at|公開日|日付)["']?[ \t]*[:=][ \t]*/i;
const isoDay = /(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\d|3[01])/;

/** `date: 2025-12-04` between `---` or `+++` lines at the very start. */
function fromFrontMatter(text: string): Publication | null {
  const fence = text.slice(0, 3);
  if (fence !== '---' && fence !== '+++') {
    return null;
  }
  let at = text.indexOf('\n') + 1;
  for (let lines = 0; at > 0 && at < headLength && lines < 60; lines++) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, Math.min(end, at + lineLength));
    if (line.startsWith(fence)) {
      return null;
    }
    const key = frontMatterKey.exec(line);
    const day = key && isoDay.exec(line.slice(key[0].length));
    const value = day && readDay(day[0]);
    if (key && day && value) {
      const start = at + key[0].length + day.index;
      return { value, rule: 'front-matter', range: { start, end: start + day[0].length } };
    }
    at = newline + 1;
  }
  return null;
}

function readDay(written: string): Edtf | undefined {
  const [year = 0, month = 0, day = 0] = written.split(/[-/._年月]/).map(Number);
  return isCalendarDate(year, month, day)
    ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : undefined;
}

/** The best line at the head or tail of the text. */
function fromLines(tokens: Tokens, language: Language): Publication | null {
  const { text } = tokens;
  let best: { score: number; publication: Publication } | undefined;
  for (const expression of expressionsOf(tokens, language)) {
    const head = expression.start < headLength;
    if (!head && expression.start < text.length - tailLength) {
      continue;
    }
    const value = ownDay(expression);
    if (!value) {
      continue;
    }
    const { score, rule } = scoreLine(text, expression, head);
    if (score > (best?.score ?? 0)) {
      best = { score, publication: { value, rule, range: { start: expression.start, end: expression.end } } };
    }
  }
  return best?.publication ?? null;
}

/** The value of an expression that is a full date by itself. */
function ownDay({ meaning }: DateExpression): Edtf | null {
  if (meaning.type !== 'calendar' || meaning.yearFrom || meaning.year === undefined || meaning.day === undefined) {
    return null;
  }
  return resolveMeaning(meaning, { published: null, focus: null, focusIsNear: false, tense: 'unknown' });
}

const publishedCue =
  /\b(?:published|posted|issued|released|filed|first published|last updated|updated|date)\b|公開|掲載|配信|更新|発行|投稿/i;
const clockCue = /\b(?:JST|GMT|UTC|EST|EDT|PST|PDT|CET|BST|a\.?m\.?|p\.?m\.?)(?![a-z])|\d{1,2}[:：]\d\d|\d{1,2}時/i;
const sourceCue = /^[(（[—–-]?\s?(?:from|source|via|courtesy)\b|[（(][^（(]{0,30}(?:付|朝刊|夕刊|新聞|通信|社説)/i;
const bylineCue = /^(?:by|author|文|記者|【)/i;

/** How much a line looks like one that dates the article; 0 for a sentence that only happens to hold a date. */
function scoreLine(
  text: string,
  { start, end }: DateExpression,
  head: boolean,
): { score: number; rule: PublicationRule } {
  const leading = text.slice(Math.max(0, start - lineLength), start);
  const trailing = text.slice(end, end + lineLength);
  const before = leading.slice(leading.lastIndexOf('\n') + 1).trim();
  const newline = trailing.indexOf('\n');
  const after = (newline < 0 ? trailing : trailing.slice(0, newline)).trim();
  const rest = before.length + after.length;
  if (rest > lineLength - 20) {
    return { score: isDateline(before, after) && head ? 5 : 0, rule: 'dateline' };
  }
  const line = `${before} ${after}`;
  if (publishedCue.test(line) && rest < 60) {
    return { score: /updat|更新/i.test(line) ? 8 : 9, rule: 'published-line' };
  }
  if (clockCue.test(line) && rest < 40 && !/[。．]$|[はがを]/.test(after)) {
    return { score: head ? 8 : 4, rule: 'dateline' };
  }
  if (sourceCue.test(before) || (/^[（(]/.test(before) && /(?:付|朝刊|夕刊|新聞)/.test(line))) {
    return { score: 7, rule: 'source-line' };
  }
  if (rest <= 8 && /^$|[:：—–-]$/.test(before) && !/[。にはがをで]|^[-–—〜～]/.test(after)) {
    return { score: head ? 6 : 3, rule: 'dateline' };
  }
  if (bylineCue.test(before) || (head && /[|｜•·／/]/.test(line) && rest < 60)) {
    return { score: 5, rule: 'byline' };
  }
  return { score: isDateline(before, after) && head ? 5 : 0, rule: 'dateline' };
}

/** "TOKYO, Dec. 4, 2025 — ...", "KYIV, December 4, 2025 (Reuters) - ...". */
function isDateline(before: string, after: string): boolean {
  return (
    /^[A-Z][A-Z .'-]{2,30}(?:\([A-Z][A-Za-z ]{1,20}\))?[,:—–-]{0,3}$/.test(before) &&
    /^(?:\(|—|–|--|-|:|\/)/.test(after)
  );
}
