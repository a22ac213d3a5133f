import { taggedKeys, taggedLists } from '../export/hypothesis';
import { articleOfIri } from '../export/iri';
import { joinList } from '../export/textList';
import type { Problem } from '../model/problem';
import { decodeJson } from './decodeText';
import { importedDetails } from './importedDetails';
import type { ImportedClaim, Importer } from './importer';
import { importProblem } from './importProblem';
import { countField, fieldsOf, itemsOf, type JsonFields, textField } from './jsonFields';

/** The export file of Hypothesis's client, or the rows that its API answers with. */
export const hypothesisImporter: Importer = {
  id: 'hypothesis',
  label: 'Hypothesis JSON',
  extensions: ['json'],
  import(files) {
    const problems: Problem[] = [];
    const claims: ImportedClaim[] = [];
    for (const file of files) {
      const value = decodeJson(file, problems);
      const fields = fieldsOf(value);
      for (const item of itemsOf(fields ? (fields.annotations ?? fields.rows) : value)) {
        const claim = claimOf(fieldsOf(item) ?? {}, problems);
        if (claim) {
          claims.push(claim);
        }
      }
    }
    return { claims, problems };
  },
};

function claimOf(annotation: JsonFields, problems: Problem[]): ImportedClaim | undefined {
  const item = textField(annotation, 'id') ?? '';
  const target = fieldsOf(itemsOf(annotation.target)[0]);
  const selectors = itemsOf(target?.selector).map((selector) => fieldsOf(selector));
  const quote = selectors.find((selector) => selector?.type === 'TextQuoteSelector');
  const place = selectors.find((selector) => selector?.type === 'TextPositionSelector');
  const uri = textField(annotation, 'uri') ?? textField(target, 'source');
  const exact = textField(quote, 'exact');
  if (!uri || !exact) {
    // Page notes and replies have no quote.
    const message = 'An annotation without a quote (a page note or a reply) is left out.';
    problems.push(importProblem('import-annotation', 'information', message, { item }));
    return undefined;
  }
  const { values, tags, ours } = readTags(itemsOf(annotation.tags).filter((tag) => typeof tag === 'string'));
  const created = textField(annotation, 'created');
  const user = /^acct:(.*)@/.exec(textField(annotation, 'user') ?? '')?.[1];
  const extra: Readonly<Record<string, string | undefined>> = {
    note: textField(annotation, 'text'),
    tags: joinList(tags),
    ...(user === 'editorial-claims' ? {} : { author: user }),
    ...(created?.startsWith('1970-01-01') ? {} : { created }),
  };
  const start = countField(place, 'start');
  const end = countField(place, 'end');
  return {
    article: articleOfIri(uri),
    ...(ours ? { id: ours } : {}),
    selector: { exact, prefix: textField(quote, 'prefix') ?? '', suffix: textField(quote, 'suffix') ?? '' },
    ...(start === undefined || end === undefined ? {} : { position: { start, end, unit: 'utf16' as const } }),
    details: importedDetails((key) => values.get(key) ?? extra[key], problems, { item }),
  };
}

/** Tags of ours are `name:value`; only where the tag `claim:` says that the annotation was once exported from here. */
function readTags(all: readonly string[]): {
  readonly values: ReadonlyMap<string, string>;
  readonly tags: readonly string[];
  readonly ours?: string;
} {
  const values = new Map<string, string>();
  const claimTag = all.findLast((tag) => tag.startsWith('claim:'));
  if (claimTag === undefined) {
    return { values, tags: all };
  }
  // Tags that a person gave stand before ours, so that a person's own "kind:x" stays a tag.
  const from = all.lastIndexOf(claimTag);
  const lists = new Map<string, string[]>();
  const named: ReadonlySet<string> = new Set(taggedKeys);
  const listed: Readonly<Record<string, string>> = taggedLists;
  const tags = all.slice(0, from);
  for (const tag of all.slice(from)) {
    const colon = tag.indexOf(':');
    const name = tag.slice(0, Math.max(0, colon));
    const value = tag.slice(colon + 1);
    const list = listed[name];
    if (list) {
      lists.set(list, [...(lists.get(list) ?? []), value]);
    } else if (named.has(name)) {
      values.set(name, value);
    } else {
      tags.push(tag);
    }
  }
  for (const [key, items] of lists) {
    values.set(key, joinList(items));
  }
  return { values, tags, ours: claimTag.slice('claim:'.length) };
}
