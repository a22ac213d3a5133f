import { claimFields } from './claimFields';
import { recordOf } from './claimRecord';
import { crossingSpans } from './crossingSpans';
import type { Exporter, ExportFile } from './exporter';
import type { Loss } from './loss';
import { lossesOf } from './losses';
import { type PreparedArticle, prepare } from './prepare';
import { folderOf, linkedArticle } from './relativePath';
import { uniquePath } from './safeFileName';
import { wellFormedJson } from './wellFormedJson';

/**
 * PubAnnotation's JSON (https://www.pubannotation.org/docs/annotation-format/), one document a file, offsets in code
 * points. Links inside a document are relations; everything else about a claim is an attribute of its denotation.
 */
export const pubAnnotationExporter: Exporter = {
  id: 'pubannotation',
  label: 'PubAnnotation JSON',
  purpose: 'For TextAE and INCEpTION: claims as denotations with attributes; can be imported again.',
  layout: 'folder',
  extension: 'json',
  mimeType: 'application/json',
  export(input) {
    const articles = prepare(input);
    const taken = new Set<string>();
    const files: ExportFile[] = articles.map((article) => ({
      path: uniquePath(`${article.path}.json`, taken),
      content: `${wellFormedJson(documentOf(article))}\n`,
    }));
    const losses = lossesOf(articles, { fields: new Set(claimFields), unplaced: false, context: false });
    return { files, losses: [...losses, ...articles.flatMap(crossing)] };
  },
};

/** TextAE takes spans that cross for errors and leaves them out; other readers of the format do not mind. */
function crossing(article: PreparedArticle): Loss[] {
  const spans = article.claims.flatMap(({ claim, certain, range }) => (certain && range ? [{ ...range, claim }] : []));
  return crossingSpans(spans).map(({ span, crosses }) => ({
    kind: 'crossing',
    article: article.path,
    item: span.claim.id,
    detail: `${crosses.claim.id}: ${span.claim.selector.exact}`,
  }));
}

function documentOf(article: PreparedArticle): object {
  const placed = article.claims.filter((claim) => claim.certain && claim.range);
  const ids = new Map(placed.map(({ claim }, index) => [claim.id, `T${index + 1}`]));
  const attributes: object[] = [];
  const relations: object[] = [];
  const denotations = placed.map(({ claim, range }) => {
    const subj = ids.get(claim.id)!;
    const put = (pred: string, obj: string): void => {
      attributes.push({ id: `A${attributes.length + 1}`, subj, pred, obj });
    };
    put('claim', claim.id);
    for (const [pred, obj] of Object.entries(recordOf(claim))) {
      if (pred !== 'kind') {
        put(pred, obj);
      }
    }
    for (const link of claim.links) {
      const obj = linkedArticle(article.path, link.article) === article.path ? ids.get(link.claim) : undefined;
      if (obj) {
        relations.push({ id: `R${relations.length + 1}`, subj, pred: link.relation, obj });
      }
    }
    return {
      id: subj,
      span: {
        begin: article.offsets.toCodePoint(range!.start),
        end: article.offsets.toCodePoint(range!.end),
      },
      obj: claim.kind,
    };
  });
  return {
    sourcedb: 'editorial-claims',
    sourceid: article.path,
    project: folderOf(article.path) || 'claims',
    text: article.text,
    denotations,
    relations,
    attributes,
  };
}
