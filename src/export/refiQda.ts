import { strToU8, zipSync } from 'fflate';
import { graphemesAfter } from '../text/graphemes';
import { claimFields } from './claimFields';
import { recordOf } from './claimRecord';
import { deterministicUuid } from './deterministicUuid';
import { escapeXml, fitsXml, xmlCharacters, xmlValue } from './escapeXml';
import type { Exporter } from './exporter';
import { isDateTime } from './iri';
import type { Loss } from './loss';
import { lossesOf } from './losses';
import { type PreparedArticle, type PreparedClaim, prepare } from './prepare';
import { linkedArticle } from './relativePath';
import { joinEntries } from './textList';

const defaultUser = 'Editorial Claims';

/** The groups of the code book, each with one code for every value that occurs. */
const codeGroups = ['Kind', 'Source', 'Concept', 'Stance', 'Status', 'Tag'] as const;
type CodeGroup = (typeof codeGroups)[number];

/**
 * REFI-QDA project 1.5 (https://www.qdasoftware.org): a zip of `project.qde` and the articles as plain text with line
 * ends LF. Claims are coded selections, counted in code points; the memo of each holds its fields, line by line.
 */
export const refiQdaExporter: Exporter = {
  id: 'refi-qda',
  label: 'REFI-QDA project',
  purpose: 'For MAXQDA, ATLAS.ti, NVivo, QualCoder: articles with coded claims; can be imported again.',
  layout: 'file',
  extension: 'qdpx',
  mimeType: 'application/zip',
  export(input) {
    const articles = prepare(input);
    const files: Record<string, Uint8Array> = { 'project.qde': strToU8(projectXml(articles)) };
    for (const article of articles) {
      files[`sources/${sourceGuid(article)}.txt`] = strToU8(article.text);
    }
    // The earliest time that a zip can hold, in local time as its format wants: no clock in the bytes.
    const content = zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
    const characters: Loss[] = articles
      .filter(({ claims }) => claims.some(({ claim }) => !fitsXml(JSON.stringify(recordOf(claim)))))
      .map(({ path }) => ({ kind: 'characters', article: path, detail: 'control characters became U+FFFD' }));
    return {
      files: [{ path: 'claims.qdpx', content }],
      losses: [...lossesOf(articles, { fields: new Set(claimFields), unplaced: false, context: false }), ...characters],
    };
  },
};

function sourceGuid(article: PreparedArticle): string {
  return deterministicUuid(`source ${article.path}`);
}

function selectionGuid(path: string, claim: string): string {
  return deterministicUuid(`claim ${path}#${claim}`);
}

function userGuid(name: string | undefined): string {
  return deterministicUuid(`user ${name ?? defaultUser}`);
}

function codesOf({ claim }: PreparedClaim): [CodeGroup, string][] {
  const codes: [CodeGroup, string][] = [['Kind', claim.kind]];
  if (claim.source) {
    codes.push(['Source', claim.source]);
  }
  codes.push(...claim.concepts.map((concept): [CodeGroup, string] => ['Concept', concept]));
  if (claim.stance) {
    codes.push(['Stance', claim.stance]);
  }
  codes.push(['Status', claim.status], ...claim.tags.map((tag): [CodeGroup, string] => ['Tag', tag]));
  return codes;
}

function codeGuid(group: CodeGroup, name: string): string {
  return deterministicUuid(`code ${group} ${name}`);
}

function projectXml(articles: readonly PreparedArticle[]): string {
  const placed = articles.flatMap((article) => certainOf(article));
  const users = [...new Set([defaultUser, ...placed.flatMap(({ claim }) => claim.author ?? [])])].sort();
  const notes = articles.flatMap((article) => certainOf(article).map((claim) => noteXml(article, claim)));
  const targets = new Set(
    articles.flatMap((article) => certainOf(article).map(({ claim }) => selectionGuid(article.path, claim.id))),
  );
  const links = articles.flatMap((article) => certainOf(article).flatMap((claim) => linksXml(targets, article, claim)));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<Project xmlns="urn:QDA-XML:project:1.0" name="Editorial Claims" origin="Editorial Claims">',
    '<Users>',
    ...users.map((name) => `<User guid="${userGuid(name)}" name=${xmlValue(name)}/>`),
    '</Users>',
    ...codeBook(placed),
    ...section('Sources', articles.map(sourceXml)),
    ...section('Notes', notes),
    ...section('Links', links),
    '</Project>',
    '',
  ].join('\n');
}

function certainOf(article: PreparedArticle): PreparedClaim[] {
  return article.claims.filter(({ certain, range }) => certain && range);
}

/** The schema allows no section that is empty. */
function section(name: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`<${name}>`, ...items, `</${name}>`] : [];
}

function codeBook(placed: readonly PreparedClaim[]): string[] {
  const names = new Map<CodeGroup, Set<string>>(codeGroups.map((group) => [group, new Set()]));
  for (const [group, name] of placed.flatMap(codesOf)) {
    names.get(group)?.add(name);
  }
  const codes = [...names].flatMap(([group, values]) =>
    values.size === 0
      ? []
      : [
          `<Code guid="${codeGuid(group, '')}" name="${group}" isCodable="false">`,
          ...[...values]
            .sort()
            .map((name) => `<Code guid="${codeGuid(group, name)}" name=${xmlValue(name)} isCodable="true"/>`),
          '</Code>',
        ],
  );
  return codes.length > 0 ? ['<CodeBook>', '<Codes>', ...codes, '</Codes>', '</CodeBook>'] : [];
}

function sourceXml(article: PreparedArticle): string {
  const guid = sourceGuid(article);
  return [
    `<TextSource guid="${guid}" name=${xmlValue(article.path)} plainTextPath="internal://${guid}.txt">`,
    `<Description>${escapeXml(article.title)}</Description>`,
    ...certainOf(article).map((claim) => selectionXml(article, claim)),
    '</TextSource>',
  ].join('\n');
}

function selectionXml(article: PreparedArticle, placed: PreparedClaim): string {
  const { claim, range, selector } = placed;
  const guid = selectionGuid(article.path, claim.id);
  const by = `creatingUser="${userGuid(claim.author)}"`;
  const when = isDateTime(claim.created) ? ` creationDateTime="${claim.created}"` : '';
  const start = article.offsets.toCodePoint(range!.start);
  const end = article.offsets.toCodePoint(range!.end);
  const name = xmlValue(graphemesAfter(selector.exact, 0, 80));
  return [
    `<PlainTextSelection guid="${guid}" name=${name} startPosition="${start}" endPosition="${end}" ${by}${when}>`,
    ...(claim.statement ? [`<Description>${escapeXml(claim.statement)}</Description>`] : []),
    ...codesOf(placed).map(([group, value], index) => {
      const coding = deterministicUuid(`coding ${guid} ${index}`);
      return `<Coding guid="${coding}" ${by}><CodeRef targetGUID="${codeGuid(group, value)}"/></Coding>`;
    }),
    `<NoteRef targetGUID="${deterministicUuid(`note ${guid}`)}"/>`,
    '</PlainTextSelection>',
  ].join('');
}

function noteXml(article: PreparedArticle, { claim }: PreparedClaim): string {
  const guid = deterministicUuid(`note ${selectionGuid(article.path, claim.id)}`);
  const lines = joinEntries([['claim', claim.id], ...Object.entries(recordOf(claim))], '\n');
  return (
    `<Note guid="${guid}" name="Claim" creatingUser="${userGuid(claim.author)}">` +
    `<PlainTextContent>${escapeXml(xmlCharacters(lines))}</PlainTextContent></Note>`
  );
}

function linksXml(targets: ReadonlySet<string>, article: PreparedArticle, { claim }: PreparedClaim): string[] {
  const origin = selectionGuid(article.path, claim.id);
  return claim.links.flatMap((link, index) => {
    const path = linkedArticle(article.path, link.article);
    const target = selectionGuid(path, link.claim);
    if (!targets.has(target)) {
      return [];
    }
    const guid = deterministicUuid(`link ${origin} ${index}`);
    return [
      `<Link guid="${guid}" name=${xmlValue(link.relation)} direction="OneWay" originGUID="${origin}" targetGUID="${target}"/>`,
    ];
  });
}
