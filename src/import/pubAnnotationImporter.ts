import { readLink } from '../export/claimRecord';

import { offsetsOf } from '../export/offsets';
import type { Problem } from '../model/problem';
import { claimKinds } from '../model/recognition';
import { normalise } from '../text/normalise';
import { decodeJson } from './decodeText';
import { importedDetails } from './importedDetails';
import type { ImportedClaim, Importer } from './importer';
import { importProblem } from './importProblem';
import { countField, fieldsOf, itemsOf, type JsonFields, textField } from './jsonFields';
import { quoteAt } from './quoteAt';

/** PubAnnotation JSON, one document or a list; denotations become claims, with their attributes where they are ours. */
export const pubAnnotationImporter: Importer = {
  id: 'pubannotation',
  label: 'PubAnnotation JSON',
  extensions: ['json'],
  import(files) {
    const problems: Problem[] = [];
    const claims: ImportedClaim[] = [];
    for (const file of files) {
      for (const item of itemsOf(decodeJson(file, problems))) {
        const document = fieldsOf(item);
        const text = textField(document, 'text');
        if (!document || text === undefined) {
          problems.push(importProblem('import-document', 'warning', 'A document without text is left out.'));
          continue;
        }
        const article =
          textField(document, 'sourceid') ?? textField(document, 'target') ?? file.path.replace(/\.json$/, '');
        claims.push(...claimsOf(document, article, text, problems));
      }
    }
    return { claims, problems };
  },
};

function claimsOf(document: JsonFields, article: string, text: string, problems: Problem[]): ImportedClaim[] {
  const attributes = new Map<string, Map<string, string>>();
  for (const attribute of itemsOf(document.attributes).map(fieldsOf)) {
    const subject = textField(attribute, 'subj');
    const name = textField(attribute, 'pred');
    if (subject && name) {
      const values = attributes.get(subject) ?? new Map<string, string>();
      attributes.set(subject, values.set(name, String(attribute?.obj ?? '')));
    }
  }
  const claimIds = new Map([...attributes].map(([subject, values]) => [subject, values.get('claim') ?? subject]));
  const offsets = offsetsOf(text);
  const folded = normalise(text);
  const claims: ImportedClaim[] = [];
  for (const denotation of itemsOf(document.denotations).map(fieldsOf)) {
    const name = textField(denotation, 'id') ?? '';
    const span = fieldsOf(denotation?.span);
    const start = countField(span, 'begin');
    const end = countField(span, 'end');
    const place = (codePoint: number): number => folded.toNormalised(offsets.fromCodePoint(codePoint));
    const selector =
      start === undefined || end === undefined || end > offsets.codePoints
        ? undefined
        : quoteAt(folded.text, { start: place(start), end: place(end) });
    if (!selector) {
      const message = `The span of ${name} is not inside the text; it is left out.`;
      problems.push(importProblem('import-span', 'warning', message, { item: name, args: [name] }));
      continue;
    }
    const values = attributes.get(name) ?? new Map<string, string>();
    const type = textField(denotation, 'obj') ?? '';
    const kind = claimKinds.find((known) => known === type.toLowerCase());
    const details = importedDetails((key) => (key === 'kind' ? kind : values.get(key)), problems, { item: name });
    const relations = values.has('claim') ? [] : relationsOf(document, name, claimIds);
    const id = values.get('claim');
    claims.push({
      article,
      ...(id ? { id } : {}),
      selector,
      position: { start: selector.hint ?? 0, end: (selector.hint ?? 0) + selector.exact.length, unit: 'utf16' },
      details: {
        ...details,
        tags: kind || type === '' ? details.tags : [...details.tags, type],
        links: relations.length > 0 ? relations : details.links,
      },
    });
  }
  return claims;
}

function relationsOf(document: JsonFields, subject: string, claimIds: ReadonlyMap<string, string>) {
  return itemsOf(document.relations).flatMap((item) => {
    const relation = fieldsOf(item);
    const object = textField(relation, 'obj');
    if (textField(relation, 'subj') !== subject || !object) {
      return [];
    }
    const link = readLink({ relation: relation?.pred, article: '', claim: claimIds.get(object) ?? object, quote: '' });
    return link ? [link] : [];
  });
}
