import { readLink } from '../export/claimRecord';

import { type Offsets, offsetsOf } from '../export/offsets';
import { splitEntries } from '../export/textList';
import type { ClaimLink } from '../model/claim';
import type { Problem } from '../model/problem';
import { claimKinds } from '../model/recognition';
import { type NormalisedText, normalise } from '../text/normalise';
import { decodeText } from './decodeText';
import { importedDetails } from './importedDetails';
import type { ImportedClaim, Importer, ImportFile } from './importer';
import { importProblem } from './importProblem';
import { quoteAt } from './quoteAt';

/** brat standoff: each `.ann` with the `.txt` of the same name. Text-bound annotations become claims. */
export const bratImporter: Importer = {
  id: 'brat',
  label: 'brat standoff',
  extensions: ['ann', 'txt'],
  import(files) {
    const problems: Problem[] = [];
    const texts = new Map(files.filter(({ path }) => path.endsWith('.txt')).map((file) => [file.path, file]));
    const claims = files
      .filter(({ path }) => path.endsWith('.ann'))
      .flatMap((file) => {
        const path = file.path.replace(/\.ann$/, '.txt');
        const textFile = texts.get(path);
        if (!textFile) {
          const message = `${file.path} needs ${path} beside it, whose characters it counts.`;
          problems.push(importProblem('import-no-text', 'error', message, { args: [file.path, path] }));
          return [];
        }
        return readPair(file, textFile, path, problems);
      });
    return { claims, problems };
  },
};

interface Standoff {
  /** Type, first and last offset in code points, by id. */
  readonly spans: Map<
    string,
    { readonly type: string; readonly start: number; readonly end: number; readonly line: number }
  >;
  readonly notes: Map<string, string>;
  readonly attributes: Map<string, Map<string, string>>;
  readonly relations: { readonly type: string; readonly from: string; readonly to: string }[];
}

function readPair(file: ImportFile, textFile: ImportFile, path: string, problems: Problem[]): ImportedClaim[] {
  const annotations = decodeText(file, problems);
  const text = decodeText(textFile, problems);
  if (annotations === undefined || text === undefined) {
    return [];
  }
  const standoff = readStandoff(annotations, problems);
  const offsets = offsetsOf(text);
  const folded = normalise(text);
  const entries = new Map(
    [...standoff.spans.keys()].map((id) => [id, splitEntries(standoff.notes.get(id) ?? '', '|')]),
  );
  const claimIds = new Map([...entries].map(([id, values]) => [id, values.get('claim') ?? id]));
  const claims: ImportedClaim[] = [];
  for (const id of standoff.spans.keys()) {
    const claim = claimOf(id, standoff, folded, offsets, entries.get(id) ?? new Map(), claimIds, problems);
    if (claim) {
      claims.push({ article: path, ...claim });
    }
  }
  return claims;
}

function claimOf(
  id: string,
  standoff: Standoff,
  folded: NormalisedText,
  offsets: Offsets,
  values: ReadonlyMap<string, string>,
  claimIds: ReadonlyMap<string, string>,
  problems: Problem[],
): Omit<ImportedClaim, 'article'> | undefined {
  const { type, start, end, line } = standoff.spans.get(id)!;
  const place = (codePoint: number): number => folded.toNormalised(offsets.fromCodePoint(codePoint));
  const selector =
    end > offsets.codePoints ? undefined : quoteAt(folded.text, { start: place(start), end: place(end) });
  if (!selector) {
    problems.push(
      importProblem('import-span', 'warning', `The span of ${id} is not inside the text.`, {
        line,
        item: id,
        args: [id],
      }),
    );
    return undefined;
  }
  const ours = values.has('claim');
  const kind = claimKinds.find((known) => known === type.toLowerCase());
  const attributes = standoff.attributes.get(id) ?? new Map<string, string>();
  const details = importedDetails(
    (key) => (key === 'kind' ? kind : attributes.get(key)) ?? (ours ? values.get(key) : undefined),
    problems,
    { line, item: id },
  );
  const note = ours ? details.note : standoff.notes.get(id);
  return {
    ...(ours ? { id: values.get('claim')! } : {}),
    selector,
    position: { start: selector.hint ?? 0, end: (selector.hint ?? 0) + selector.exact.length, unit: 'utf16' },
    details: {
      ...details,
      ...(note ? { note } : {}),
      tags: kind ? details.tags : [...details.tags, type],
      links: ours ? details.links : linksOf(id, standoff, claimIds),
    },
  };
}

function linksOf(id: string, standoff: Standoff, claimIds: ReadonlyMap<string, string>): ClaimLink[] {
  return standoff.relations
    .filter(({ from }) => from === id)
    .flatMap(({ type, to }) => {
      const link = readLink({ relation: type.toLowerCase(), article: '', claim: claimIds.get(to) ?? to, quote: '' });
      return link ? [link] : [];
    });
}

function readStandoff(text: string, problems: Problem[]): Standoff {
  const standoff: Standoff = { spans: new Map(), notes: new Map(), attributes: new Map(), relations: [] };
  for (const [line, content] of text.split('\n').entries()) {
    const [id = '', body = '', rest = ''] = content.replace(/\r$/, '').split('\t');
    const words = body.split(' ');
    const known = id === '' || readLine(id, words, rest, line, standoff);
    if (!known) {
      const message = `Line ${line + 1} is no annotation that can be imported: ${id}.`;
      problems.push(importProblem('import-line', 'information', message, { line, item: id, args: [id] }));
    }
  }
  return standoff;
}

/** Takes one line in; `false` where it is of a type that has no claim (events, equivalences) or is not well-formed. */
function readLine(id: string, words: readonly string[], rest: string, line: number, standoff: Standoff): boolean {
  const [type = '', first = '', second = ''] = words;
  switch (id[0]) {
    case 'T': {
      const numbers = words.slice(1).flatMap((word) => word.split(';'));
      const start = Number(numbers[0]);
      const end = Number(numbers.at(-1));
      if (type === '' || !Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start >= end) {
        return false;
      }
      standoff.spans.set(id, { type, start, end, line });
      return true;
    }
    case '#':
      standoff.notes.set(first, [standoff.notes.get(first), rest].filter(Boolean).join('\n'));
      return first !== '';
    case 'A':
    case 'M': {
      const values = standoff.attributes.get(first) ?? new Map<string, string>();
      standoff.attributes.set(first, values.set(type.toLowerCase(), second));
      return first !== '';
    }
    case 'R': {
      const argument = (word: string): string => word.slice(word.indexOf(':') + 1);
      standoff.relations.push({ type, from: argument(first), to: argument(second) });
      return first !== '' && second !== '';
    }
    case 'N':
      return true;
    default:
      return false;
  }
}
