import { optional } from '../export/claimRecord';
import { correctionOfIri } from '../export/iri';
import type { CorrectionDecision } from '../model/claim';
import { parseEdtf } from '../model/edtf';
import type { Problem } from '../model/problem';
import { nameKinds } from '../model/recognition';
import type { ImportedCorrection } from './importer';
import { importProblem } from './importProblem';
import { type JsonFields, textField } from './jsonFields';
import { annotationAuthor, annotationPlace } from './webAnnotationPlace';

/** Whether an annotation of an export of ours says what a name or date is, and is no claim. */
export function isCorrection(annotation: JsonFields): boolean {
  return correctionOfIri(textField(annotation, 'id') ?? '') !== undefined;
}

/** The correction, or none where it is damaged; then that is told. */
export function correctionOf(annotation: JsonFields, problems: Problem[]): ImportedCorrection[] {
  const iri = textField(annotation, 'id') ?? '';
  const id = correctionOfIri(iri);
  const place = annotationPlace(annotation);
  const decision = decisionOf(annotation);
  if (!id || !place || !decision) {
    const message = 'A correction that does not say what is corrected is left out.';
    problems.push(importProblem('import-annotation', 'warning', message, { item: iri }));
    return [];
  }
  const author = annotationAuthor(annotation);
  const created = textField(annotation, 'created') ?? textField(annotation, 'ec:created');
  return [{ id, ...place, decision, ...optional('author', author), ...optional('created', created) }];
}

function decisionOf(annotation: JsonFields): CorrectionDecision | undefined {
  const about = textField(annotation, 'ec:correction');
  const decision = textField(annotation, 'ec:decision');
  if (about !== 'actor' && about !== 'date') {
    return undefined;
  }
  if (decision !== 'set') {
    return decision === 'reject' ? { about, decision } : undefined;
  }
  if (about === 'date') {
    const value = textField(annotation, 'ec:value') ?? null;
    return value === null || parseEdtf(value) ? { about, decision, value } : undefined;
  }
  const actor = textField(annotation, 'ec:actor');
  const kind = nameKinds.find((name) => name === annotation['ec:nameKind']);
  return actor && kind ? { about, decision, actor, kind } : undefined;
}
