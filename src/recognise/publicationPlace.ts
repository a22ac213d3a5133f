import { isCalendarDate } from '../model/calendar';
import type { Edtf, Publication } from '../model/recognition';

/** How far from the start and the end of a text its own address may stand, and how long a line may be. */
const headLength = 2000;
const tailLength = 800;
const lineLength = 600;
/** What may stand on the line beside the address: a label, brackets, the words of a Markdown link. */
const besideLength = 40;
const mostLines = 200;

/** Lines that point to another article. */
const elsewhere =
  /^[-*+•・◆■▶→>]|^\d+[.)．、]|\b(?:related|see also|read (?:more|next|also)|more on|further|earlier|previous|next|cf|photo|image|video|by email|references?|cited)\b|関連|あわせて|合わせて|次の記事|前の記事|こちら|参照|参考|写真|動画/i;
const address = /https?:\/\/[^\s<>"'「」『』（）()[\]{}]+/i;
const frontMatterKey = /^["']?(?:url|link|source|canonical(?:_?url)?|permalink|original(?:_?url)?)["']?[ \t]*[:=]/i;

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "/2025/12/04/", "/2025-12-04-talks", "/2025/dec/04/". */
const partedDay = /[/_-]((?:19|20)\d\d)[-/_.](\d\d?|[a-z]{3})[-/_.](\d\d?)(?![\da-z])/gi;
/** "/20251204/", "/20251204-talks": nothing but the day between a slash and the next mark. */
const compactDay = /\/((?:19|20)\d\d)(\d\d)(\d\d)(?=[-/_.?#]|$)/g;

/**
 * The day in the address of the article, where a line of its own at the head or tail gives it: "Source: https://...".
 * Addresses in sentences and in lists of other articles tell nothing of this one, and two that disagree tell nothing.
 */
export function fromAddress(text: string): Publication | null {
  let found: Publication | null = null;
  let inFrontMatter = text.startsWith('---') || text.startsWith('+++');
  for (const [start, line] of outerLines(text)) {
    const ends = start > 0 && /^(?:---|\+\+\+)/.test(line);
    inFrontMatter &&= !ends;
    const match = address.exec(line);
    const beside = match ? `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}`.trim() : '';
    const isOwn = inFrontMatter ? frontMatterKey.test(line) : beside.length <= besideLength && !elsewhere.test(beside);
    const day = match && isOwn ? dayOfAddress(match[0]) : undefined;
    if (match && day) {
      if (found && found.value !== day.value) {
        return null;
      }
      const at = start + match.index + day.start;
      found ??= { value: day.value, rule: 'url', range: { start: at, end: at + day.length } };
    }
  }
  return found;
}

/** Lines of the head and the tail with their offsets, without white space around; longer ones are passed over. */
function* outerLines(text: string): Generator<readonly [start: number, line: string]> {
  let lines = 0;
  for (let at = 0; at < text.length && lines < mostLines; lines++) {
    if (at >= headLength && at < text.length - tailLength) {
      at = text.length - tailLength;
      // Not from the middle of a line.
      at = text.indexOf('\n', at) + 1 || text.length;
    }
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    if (end - at <= lineLength) {
      const line = text.slice(at, end);
      yield [at + line.length - line.trimStart().length, line.trim()];
    }
    at = end + 1;
  }
}

/** The one day that the path of an address holds, and where; what stands in its query is not its own. */
function dayOfAddress(url: string): { value: Edtf; start: number; length: number } | undefined {
  const pathStart = url.indexOf('/', url.indexOf('://') + 3);
  const pathEnd = url.search(/[?#]/);
  if (pathStart < 0) {
    return undefined;
  }
  const path = url.slice(pathStart, pathEnd < 0 ? url.length : Math.max(pathStart, pathEnd));
  const days = [...path.matchAll(partedDay), ...path.matchAll(compactDay)].flatMap((match) => {
    const value = dayOf(match[1], match[2], match[3]);
    return value ? [{ value, start: pathStart + match.index + 1, length: match[0].length - 1 }] : [];
  });
  return days.every(({ value }) => value === days[0]?.value) ? days[0] : undefined;
}

function dayOf(year = '', month = '', day = ''): Edtf | undefined {
  const named = monthNames.indexOf(month.toLowerCase()) + 1;
  const number = named > 0 ? named : Number(month);
  return isCalendarDate(Number(year), number, Number(day))
    ? `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
    : undefined;
}

const nameDay = /(?<!\d)((?:19|20)\d\d)[-_./年]?(0?[1-9]|1[0-2])[-_./月]?(0[1-9]|[12]\d|3[01]|[1-9])(?!\d)/;

/** "2025-12-04-talks.md", "20251204_sanctions.txt"; else the folders: "2025/12/04/talks.md", "2025-12-04/talks.md". */
export function fromName(path: string): Publication | null {
  const folders = path.slice(-300).split('/');
  const match = nameDay.exec(folders.pop() ?? '');
  const named = match && dayOf(match[1], match[2], match[3]);
  if (named) {
    return { value: named, rule: 'file-name' };
  }
  const [year, month, day] = folders.slice(-3);
  const last = /^((?:19|20)\d\d)-?(\d\d)-?(\d\d)$/.exec(folders.at(-1) ?? '');
  const isTree = /^(?:19|20)\d\d$/.test(year ?? '') && /^\d\d$/.test(month ?? '') && /^\d\d$/.test(day ?? '');
  const value = last ? dayOf(last[1], last[2], last[3]) : isTree ? dayOf(year, month, day) : undefined;
  return value ? { value, rule: 'folders' } : null;
}
