import { claimStatuses, directnesses, linkRelations, stances } from '../model/claim';
import type { TextRange } from '../model/range';
import { claimKinds } from '../model/recognition';
import { claimFields } from './claimFields';
import { recordOf } from './claimRecord';
import type { Exporter, ExportFile, ExportInput } from './exporter';
import type { Loss } from './loss';
import { lossesOf } from './losses';
import { wellFormed } from './offsets';
import { type PreparedArticle, type PreparedClaim, prepare } from './prepare';
import { linkedArticle } from './relativePath';
import { uniquePath } from './safeFileName';
import { joinEntries } from './textList';

/**
 * brat standoff (https://brat.nlplab.org/standoff.html): each article as `.txt` with its `.ann`, offsets in code
 * points, spans cut where a line ends. Everything that has no line type of its own is in the annotator's note.
 */
export const bratExporter: Exporter = {
  id: 'brat',
  label: 'brat standoff',
  purpose: 'For the brat annotation tool and the many programs that read its files; can be imported again.',
  layout: 'folder',
  extension: 'ann',
  mimeType: 'text/plain',
  export(input) {
    const articles = prepare(input);
    const taken = new Set<string>(['annotation.conf', 'visual.conf']);
    const files: ExportFile[] = [];
    for (const article of articles) {
      const path = uniquePath(article.path.endsWith('.txt') ? article.path : `${article.path}.txt`, taken);
      files.push({ path: `${path.slice(0, -'.txt'.length)}.ann`, content: annotations(input, article) });
      files.push({ path, content: article.text });
    }
    files.push({ path: 'annotation.conf', content: annotationConf() }, { path: 'visual.conf', content: visualConf() });
    const losses = lossesOf(articles, { fields: new Set(claimFields), unplaced: false, context: false });
    return { files, losses: [...losses, ...articles.flatMap(trimmed)] };
  },
};

/** "same-event" as brat's type "same-event", "in-progress" as a value; kinds with a capital as brat has it. */
function typeName(name: string): string {
  return name[0]!.toUpperCase() + name.slice(1);
}

function annotations(input: ExportInput, article: PreparedArticle): string {
  const placed = shown(article);
  const ids = new Map(placed.map(({ claim }, index) => [claim.id, `T${index + 1}`]));
  const lines: string[] = [];
  const counts = { A: 0, R: 0, N: 0, '#': 0 };
  const add = (kind: keyof typeof counts, rest: string): void => {
    counts[kind]++;
    lines.push(`${kind}${counts[kind]}\t${rest}`);
  };
  for (const { claim, range } of placed) {
    const id = ids.get(claim.id)!;
    const fragments = lineFragments(article.text, range!);
    const spans = fragments.map(
      ({ start, end }) => `${article.offsets.toCodePoint(start)} ${article.offsets.toCodePoint(end)}`,
    );
    const text = fragments.map(({ start, end }) => article.text.slice(start, end)).join(' ');
    lines.push(`${id}\t${typeName(claim.kind)} ${spans.join(';')}\t${text}`);
    add('A', `Status ${id} ${claim.status}`);
    add('A', `Directness ${id} ${claim.directness}`);
    if (claim.stance) {
      add('A', `Stance ${id} ${claim.stance}`);
    }
    for (const link of claim.links) {
      const other = linkedArticle(article.path, link.article) === article.path ? ids.get(link.claim) : undefined;
      if (other) {
        add('R', `${typeName(link.relation)} Arg1:${id} Arg2:${other}`);
      }
    }
    const wikidata = claim.source ? input.actors.get(claim.source)?.wikidata : undefined;
    if (wikidata && /^Q\d+$/.test(wikidata)) {
      add('N', `Reference ${id} Wikidata:${wikidata}\t${oneLine(claim.source ?? '')}`);
    }
    add(
      '#',
      `AnnotatorNotes ${id}\t${oneLine(joinEntries([['claim', claim.id], ...Object.entries(recordOf(claim))], '|'))}`,
    );
  }
  return lines.length > 0 ? wellFormed(`${lines.join('\n')}\n`) : '';
}

/** Claims with a place that has at least one character that is no space. */
function shown(article: PreparedArticle): PreparedClaim[] {
  return article.claims.filter(
    ({ certain, range }) => certain && range && lineFragments(article.text, range).length > 0,
  );
}

/** Spans that lose blank lines at their edges, and those that are nothing but blank. */
function trimmed(article: PreparedArticle): Loss[] {
  return article.claims.flatMap(({ claim, certain, range }): Loss[] => {
    if (!certain || !range) {
      return [];
    }
    const fragments = lineFragments(article.text, range);
    const place = { article: article.path, item: claim.id };
    if (fragments.length === 0) {
      return [{ kind: 'claim', ...place, detail: 'only blank characters' }];
    }
    return fragments[0]!.start === range.start && fragments.at(-1)!.end === range.end
      ? []
      : [{ kind: 'position', ...place, detail: 'blank lines at the edge of the quote' }];
  });
}

/** A range cut at line ends, without the spaces around them; brat shows a span on one line only. */
function lineFragments(text: string, range: TextRange): TextRange[] {
  const fragments: TextRange[] = [];
  let start = range.start;
  for (let at = range.start; at <= range.end; at++) {
    if (at === range.end || isLineEnd(text.charCodeAt(at))) {
      if (text.slice(start, at).trim() !== '') {
        fragments.push({ start, end: at });
      }
      start = at + 1;
    }
  }
  return fragments;
}

/** What Python's `splitlines`, with which brat reads its files, takes for a line end. */
function isLineEnd(unit: number): boolean {
  return (
    (unit >= 0x0a && unit <= 0x0d) ||
    (unit >= 0x1c && unit <= 0x1e) ||
    unit === 0x85 ||
    unit === 0x2028 ||
    unit === 0x2029
  );
}

function oneLine(text: string): string {
  return [...text].map((char) => (isLineEnd(char.charCodeAt(0)) || char === '\t' ? ' ' : char)).join('');
}

function annotationConf(): string {
  return [
    '[entities]',
    ...claimKinds.map(typeName),
    '',
    '[relations]',
    ...linkRelations.map((relation) => `${typeName(relation)}\tArg1:<ENTITY>, Arg2:<ENTITY>`),
    // Without it brat's verifier calls claims that share a part of the text an error.
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '',
    '[events]',
    '',
    '[attributes]',
    `Status\tArg:<ENTITY>, Value:${claimStatuses.join('|')}`,
    `Directness\tArg:<ENTITY>, Value:${directnesses.join('|')}`,
    `Stance\tArg:<ENTITY>, Value:${stances.join('|')}`,
    '',
  ].join('\n');
}

function visualConf(): string {
  const colours = ['#d0e0ff', '#ffe0c0', '#e0d0ff', '#ffd0d0', '#d0f0d0', '#f0f0c0'];
  return [
    '[labels]',
    ...[...claimKinds, ...linkRelations].map((name) => `${typeName(name)} | ${typeName(name)}`),
    '',
    '[drawing]',
    ...claimKinds.map(
      (kind, index) => `${typeName(kind)}\tbgColor:${colours[index % colours.length]}, borderColor:darken`,
    ),
    '',
  ].join('\n');
}
