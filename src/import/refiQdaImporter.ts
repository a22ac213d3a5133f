import { unzipSync } from 'fflate';
import { readLink } from '../export/claimRecord';

import { offsetsOf } from '../export/offsets';
import { pathFrom } from '../export/relativePath';
import { joinList, splitEntries } from '../export/textList';
import type { ClaimLink } from '../model/claim';
import type { Problem } from '../model/problem';
import { normalise } from '../text/normalise';
import { decodeText } from './decodeText';
import { importedDetails } from './importedDetails';
import type { ImportedClaim, Importer, ImportFile } from './importer';
import { importProblem } from './importProblem';
import { quoteAt } from './quoteAt';
import { elementsOf, readXml, type XmlElement } from './xmlElement';

/** Unpacked, a project may be no larger than this: a small zip can hold terabytes of zeros. */
const largest = 512 * 1024 * 1024;

/** A REFI-QDA project; coded selections of its text sources become claims, their codes concepts. */
export const refiQdaImporter: Importer = {
  id: 'refi-qda',
  label: 'REFI-QDA project',
  extensions: ['qdpx'],
  import(files) {
    const problems: Problem[] = [];
    return { claims: files.flatMap((file) => readProject(file, problems)), problems };
  },
};

interface Project {
  readonly root: XmlElement;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** Group and name by GUID. */
  readonly codes: ReadonlyMap<string, { readonly group: string; readonly name: string }>;
  readonly notes: ReadonlyMap<string, string>;
  readonly users: ReadonlyMap<string, string>;
}

function readProject(file: ImportFile, problems: Problem[]): ImportedClaim[] {
  const files = unzip(file, problems);
  const qde = files?.['project.qde'];
  const xml = qde && decodeText({ path: 'project.qde', bytes: qde }, problems);
  const root = xml === undefined ? undefined : readXml(xml);
  if (!files || root?.name !== 'Project') {
    const message = `${file.path} holds no REFI-QDA project that can be read.`;
    problems.push(importProblem('import-project', 'error', message, { args: [file.path] }));
    return [];
  }
  const byGuid = (name: string, value: (element: XmlElement) => string): Map<string, string> =>
    new Map(elementsOf(root, name).map((element) => [element.attributes.get('guid') ?? '', value(element)]));
  const project: Project = {
    root,
    files,
    codes: codesOf(root),
    notes: byGuid('Note', (note) => note.children.find(({ name }) => name === 'PlainTextContent')?.text ?? ''),
    users: byGuid('User', (user) => user.attributes.get('name') ?? ''),
  };
  const found = elementsOf(root, 'TextSource').flatMap((source) => readSource(project, source, problems));
  return withLinks(project, found);
}

function unzip(file: ImportFile, problems: Problem[]): Record<string, Uint8Array> | undefined {
  let size = 0;
  try {
    return unzipSync(file.bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        return size <= largest;
      },
    });
  } catch {
    const message = `${file.path} is no zip file.`;
    problems.push(importProblem('import-zip', 'error', message, { args: [file.path] }));
    return undefined;
  }
}

function codesOf(root: XmlElement): Map<string, { group: string; name: string }> {
  const codes = new Map<string, { group: string; name: string }>();
  const visit = (element: XmlElement, group: string): void => {
    for (const child of element.children.filter(({ name }) => name === 'Code')) {
      const name = child.attributes.get('name') ?? '';
      codes.set(child.attributes.get('guid') ?? '', { group, name });
      visit(child, name);
    }
  };
  for (const list of elementsOf(root, 'Codes')) {
    visit(list, '');
  }
  return codes;
}

interface Found {
  readonly guid: string;
  readonly ours: boolean;
  readonly claim: ImportedClaim;
}

function readSource(project: Project, source: XmlElement, problems: Problem[]): Found[] {
  const article = source.attributes.get('name') ?? '';
  const path = (source.attributes.get('plainTextPath') ?? '').replace(/^internal:\/\//, '');
  const content = source.children.find(({ name }) => name === 'PlainTextContent')?.text;
  const bytes = project.files[`sources/${path}`] ?? project.files[`Sources/${path}`];
  const text = content ?? (bytes && decodeText({ path, bytes }, problems));
  if (text === undefined) {
    const message = `The text of ${article} is not in the project.`;
    problems.push(importProblem('import-no-text', 'warning', message, { item: article, args: [article] }));
    return [];
  }
  const folded = normalise(text);
  const offsets = offsetsOf(text);
  return source.children
    .filter(({ name }) => name === 'PlainTextSelection')
    .flatMap((selection) => {
      const place = (name: string): number => {
        const value = Number(selection.attributes.get(name) ?? Number.NaN);
        return value <= offsets.codePoints ? folded.toNormalised(offsets.fromCodePoint(value)) : -1;
      };
      const selector = quoteAt(folded.text, { start: place('startPosition'), end: place('endPosition') });
      const guid = selection.attributes.get('guid') ?? '';
      if (!selector) {
        const message = `A selection is not inside the text of ${article}.`;
        problems.push(importProblem('import-span', 'warning', message, { item: guid, args: [article] }));
        return [];
      }
      const { id, details } = detailsOfSelection(project, selection, problems);
      const start = selector.hint ?? 0;
      const position = { start, end: start + selector.exact.length, unit: 'utf16' as const };
      return [{ guid, ours: id !== undefined, claim: { article, ...(id ? { id } : {}), selector, position, details } }];
    });
}

function detailsOfSelection(project: Project, selection: XmlElement, problems: Problem[]) {
  const guid = selection.attributes.get('guid') ?? '';
  const memos = elementsOf(selection, 'NoteRef').map(
    (ref) => project.notes.get(ref.attributes.get('targetGUID') ?? '') ?? '',
  );
  const values = memos.map((memo) => splitEntries(memo, '\n')).find((entries) => entries.has('claim'));
  if (values) {
    return { id: values.get('claim'), details: importedDetails((key) => values.get(key), problems, { item: guid }) };
  }
  const codes = elementsOf(selection, 'CodeRef').flatMap(
    (ref) => project.codes.get(ref.attributes.get('targetGUID') ?? '') ?? [],
  );
  const own: Readonly<Record<string, string | undefined>> = {
    concepts: joinList(codes.map(({ name }) => name)),
    note: memos.join('\n\n'),
    statement: selection.children.find(({ name }) => name === 'Description')?.text,
    author: project.users.get(selection.attributes.get('creatingUser') ?? ''),
    created: selection.attributes.get('creationDateTime'),
  };
  return { id: undefined, details: importedDetails((key) => own[key], problems, { item: guid }) };
}

/** Links between selections that other programs drew; ours come with the memo. */
function withLinks(project: Project, found: readonly Found[]): ImportedClaim[] {
  const byGuid = new Map(found.map((item) => [item.guid, item]));
  const links = new Map<string, ClaimLink[]>();
  for (const link of elementsOf(project.root, 'Link')) {
    const from = byGuid.get(link.attributes.get('originGUID') ?? '');
    const to = byGuid.get(link.attributes.get('targetGUID') ?? '');
    const read =
      from && to && !from.ours
        ? readLink({
            relation: link.attributes.get('name'),
            article: pathFrom(from.claim.article, to.claim.article),
            claim: to.claim.id ?? to.guid,
            quote: to.claim.selector.exact,
          })
        : undefined;
    if (from && read) {
      links.set(from.guid, [...(links.get(from.guid) ?? []), read]);
    }
  }
  return found.map(({ guid, claim, ours }) => {
    const own = links.get(guid);
    const withId = ours ? claim : { ...claim, id: guid };
    return own ? { ...withId, details: { ...withId.details, links: own } } : withId;
  });
}
