import type { ActorId } from '../model/recognition';
import { claimFields } from './claimFields';
import { recordOf } from './claimRecord';
import { escapeXml, fitsXml, xmlId, xmlValue } from './escapeXml';
import type { Exporter, ExportFile, ExportInput } from './exporter';
import type { Loss } from './loss';
import { lossesOf } from './losses';
import { type PreparedArticle, type PreparedClaim, prepare } from './prepare';
import { linkedArticle, pathFrom, pathToIri } from './relativePath';
import { uniquePath } from './safeFileName';

/**
 * TEI P5 with stand-off annotation (https://tei-c.org/guidelines/p5/, chapter 16.10): the article's text untouched in
 * one `ab`, actors as lists, each claim an `annotation` that points into the text by `string-range` in characters.
 */
export const teiExporter: Exporter = {
  id: 'tei',
  label: 'TEI P5 stand-off',
  purpose: 'For text archives and digital humanities: the article with claims as stand-off annotation.',
  layout: 'folder',
  extension: 'xml',
  mimeType: 'application/tei+xml',
  export(input) {
    const articles = prepare(input);
    const taken = new Set<string>();
    const paths = new Map(articles.map((article) => [article.path, uniquePath(`${article.path}.xml`, taken)]));
    const files: ExportFile[] = articles.map((article) => ({
      path: paths.get(article.path)!,
      content: documentOf(input, article, paths),
    }));
    const characters: Loss[] = articles
      .filter((article) => !fitsXml(article.text))
      .map((article) => ({ kind: 'characters', article: article.path, detail: 'control characters became U+FFFD' }));
    return {
      files,
      losses: [...lossesOf(articles, { fields: new Set(claimFields), unplaced: false, context: false }), ...characters],
    };
  },
};

function documentOf(input: ExportInput, article: PreparedArticle, paths: ReadonlyMap<string, string>): string {
  const placed = article.claims.filter(({ certain, range }) => certain && range);
  const standOff = [...actorLists(input, placed), ...annotationList(article, placed, paths)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="${article.language}">`,
    '  <teiHeader>',
    '    <fileDesc>',
    `      <titleStmt><title>${escapeXml(article.title)}</title></titleStmt>`,
    '      <publicationStmt><p>Exported by Editorial Claims.</p></publicationStmt>',
    `      <sourceDesc><p>${escapeXml(article.path)}</p></sourceDesc>`,
    '    </fileDesc>',
    ...(article.published
      ? [`    <profileDesc><creation><date>${escapeXml(article.published)}</date></creation></profileDesc>`]
      : []),
    '  </teiHeader>',
    ...(standOff.length > 0 ? ['  <standOff>', ...standOff, '  </standOff>'] : []),
    '  <text>',
    `    <body><ab xml:id="text" xml:space="preserve">${escapeXml(article.text)}</ab></body>`,
    '  </text>',
    '</TEI>',
    '',
  ].join('\n');
}

/** The actors of the claims, by kind; what is no actor is left to the notes. */
function actorLists(input: ExportInput, placed: readonly PreparedClaim[]): string[] {
  const ids = new Set<ActorId>();
  for (const { claim } of placed) {
    for (const id of [claim.source, claim.addressee, ...claim.actors]) {
      if (id && id !== 'author') {
        ids.add(id);
      }
    }
  }
  const lists = { person: [] as string[], org: [] as string[], place: [] as string[] };
  for (const id of [...ids].sort()) {
    const actor = input.actors.get(id);
    const element =
      actor?.kind === 'person' ? 'person' : actor?.kind === 'country' || actor?.kind === 'place' ? 'place' : 'org';
    const name = { person: 'persName', org: 'orgName', place: 'placeName' }[element];
    const names = Object.entries(actor?.names ?? {}).map(
      ([language, text]) => `<${name} xml:lang="${language}">${escapeXml(text)}</${name}>`,
    );
    const known = names.length > 0 ? names.join('') : `<${name}>${escapeXml(id)}</${name}>`;
    const wikidata =
      actor?.wikidata && /^Q\d+$/.test(actor.wikidata) ? `<idno type="Wikidata">${actor.wikidata}</idno>` : '';
    lists[element].push(`      <${element} xml:id=${xmlValue(xmlId('actor-', id))}>${known}${wikidata}</${element}>`);
  }
  const list = (name: string, items: readonly string[]): string[] =>
    items.length > 0 ? [`    <${name}>`, ...items, `    </${name}>`] : [];
  return [...list('listPerson', lists.person), ...list('listOrg', lists.org), ...list('listPlace', lists.place)];
}

function annotationList(
  article: PreparedArticle,
  placed: readonly PreparedClaim[],
  paths: ReadonlyMap<string, string>,
): string[] {
  if (placed.length === 0) {
    return [];
  }
  const out = ['    <listAnnotation>'];
  for (const { claim, range } of placed) {
    const start = article.offsets.toCodePoint(range!.start);
    const length = article.offsets.toCodePoint(range!.end) - start;
    const motivation = claim.note === undefined ? 'describing' : 'describing commenting';
    out.push(
      `      <annotation xml:id=${xmlValue(xmlId('claim-', claim.id))} target="#string-range(text,${start},${length})" motivation="${motivation}">`,
    );
    for (const link of claim.links) {
      const other = linkedArticle(article.path, link.article);
      const file = other === article.path ? '' : pathToIri(pathFrom(article.path, paths.get(other) ?? `${other}.xml`));
      const target = `${file}#${xmlId('claim-', link.claim)}`;
      out.push(
        `        <ref type=${xmlValue(link.relation)} target=${xmlValue(target)}>${escapeXml(link.quote)}</ref>`,
      );
    }
    for (const [key, value] of Object.entries(recordOf(claim))) {
      out.push(`        <note type="${key}">${escapeXml(value)}</note>`);
    }
    out.push('      </annotation>');
  }
  out.push('    </listAnnotation>');
  return out;
}
