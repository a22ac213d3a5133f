import { firstOf } from '../base/firstOf';
import { FeatureKind } from './claimFeatures';
import type { ClaimQuery } from './claimQuery';
import type { FiledClaims } from './filedClaims';
import type { FiledDocument } from './filedDocument';

/** In a corpus of so many documents all are looked at; in a larger one those that share most with the claim. */
const documentsInFull = 300;
const documentsLookedAt = 120;
/** Postings read to find these; the rarest features are read first. */
const postingBudget = 40_000;

/** The documents worth a closer look; all of them in a small corpus. */
export function candidateDocuments(file: FiledClaims, { filed: query, features }: ClaimQuery): FiledDocument[] {
  if (file.size <= documentsInFull) {
    return [...file.all()].filter((filed) => filed !== query);
  }
  const { postings } = file;
  const sums = new Float64Array(file.numbers);
  const twins = features.flatMap(({ kind, kin }) => (kind === FeatureKind.actor ? kin : []));
  const rarestFirst = [...features, ...twins].sort(
    (a, b) => postings.documents(a.id) - postings.documents(b.id) || postings.hash(a.id) - postings.hash(b.id),
  );
  let budget = postingBudget;
  for (const { id, weight } of rarestFirst) {
    budget -= postings.documents(id);
    if (budget < 0) {
      break;
    }
    postings.visit(id, (number) => {
      sums[number]! += weight;
    });
  }
  const others: FiledDocument[] = [];
  for (let number = 0; number < sums.length; number++) {
    const filed = sums[number]! > 0 ? file.byNumber(number) : undefined;
    if (filed && filed !== query) {
      others.push(filed);
    }
  }
  return firstOf(
    others,
    documentsLookedAt,
    (a, b) => sums[b.number]! - sums[a.number]! || (a.document.id < b.document.id ? -1 : 1),
  );
}
