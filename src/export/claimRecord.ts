import {
  type Claim,
  type ClaimLink,
  claimStatuses,
  directnesses,
  type Evidence,
  linkRelations,
  stances,
  type Verdict,
} from '../model/claim';
import { claimKinds } from '../model/recognition';
import { claimFields, isList, type RecordKey } from './claimFields';
import { joinList, splitList } from './textList';

/** Everything about a claim but its place, as flat text. */
export type ClaimRecord = Readonly<Partial<Record<RecordKey, string>>>;

/** The part of a claim that a record can hold. */
export type ClaimDetails = Omit<Claim, 'id' | 'selector'>;

/** Flat text of a claim; fields without a value are absent. */
export function recordOf(claim: ClaimDetails): ClaimRecord {
  const record: Partial<Record<RecordKey, string>> = {};
  const put = (key: RecordKey, value: string | null | undefined): void => {
    if (value !== undefined && value !== null && value !== '') {
      record[key] = value;
    }
  };
  for (const field of claimFields) {
    if (field === 'verdict') {
      const { rating, summary, reviewer, date, evidence = [] }: Partial<Verdict> = claim.verdict ?? {};
      put('verdict_rating', rating);
      put('verdict_summary', summary);
      put('verdict_reviewer', reviewer);
      put('verdict_date', date);
      put('evidence', evidence.length > 0 ? JSON.stringify(evidence) : undefined);
    } else if (field === 'links') {
      put(field, claim.links.length > 0 ? JSON.stringify(claim.links) : undefined);
    } else {
      put(field, isList(field) ? joinList(claim[field]) : claim[field]);
    }
  }
  return record;
}

/** A claim's details from flat text. Values that are not of the model are left out and told by `report`. */
export function detailsOf(record: ClaimRecord, report: (key: RecordKey, value: string) => void): ClaimDetails {
  const oneOf = <T extends string>(key: RecordKey, values: readonly T[]): T | undefined => {
    const value = record[key];
    const known = values.find((candidate) => candidate === value);
    if (value && known === undefined) {
      report(key, value);
    }
    return known;
  };
  const text = (key: RecordKey): string | undefined => record[key] || undefined;
  const stance = oneOf('stance', stances);
  const verdict = verdictOf(record, report);
  return {
    source: text('source') ?? null,
    ...optional('role', text('role')),
    ...optional('statement', text('statement')),
    kind: oneOf('kind', claimKinds) ?? 'statement',
    directness: oneOf('directness', directnesses) ?? 'indirect',
    ...optional('cue', text('cue')),
    ...optional('addressee', text('addressee')),
    concepts: splitList(record.concepts),
    ...optional('stance', stance),
    ...optional('date', text('date')),
    status: oneOf('status', claimStatuses) ?? 'unverified',
    ...optional('verdict', verdict),
    ...optional('note', text('note')),
    tags: splitList(record.tags),
    actors: splitList(record.actors),
    links: parseItems(record, 'links', readLink, report),
    ...optional('author', text('author')),
    ...optional('created', text('created')),
  };
}

function verdictOf(record: ClaimRecord, report: (key: RecordKey, value: string) => void): Verdict | undefined {
  const evidence = parseItems(record, 'evidence', readEvidence, report);
  if (!record.verdict_rating && evidence.length === 0) {
    return undefined;
  }
  return {
    rating: record.verdict_rating ?? '',
    ...optional('summary', record.verdict_summary || undefined),
    ...optional('reviewer', record.verdict_reviewer || undefined),
    ...optional('date', record.verdict_date || undefined),
    evidence,
  };
}

/** `{ [key]: value }`, or nothing at all where the value is missing. */
export function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

type Fields = Readonly<Record<string, unknown>>;

function parseItems<T>(
  record: ClaimRecord,
  key: RecordKey,
  read: (fields: Fields) => T | undefined,
  report: (key: RecordKey, value: string) => void,
): T[] {
  const value = record[key];
  if (!value) {
    return [];
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    parsed = undefined;
  }
  const items: T[] = [];
  for (const item of Array.isArray(parsed) ? parsed : [undefined]) {
    const result = item && typeof item === 'object' ? read(item as Fields) : undefined;
    if (result === undefined) {
      report(key, value);
    } else {
      items.push(result);
    }
  }
  return items;
}

function textOf(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A link from parsed JSON, `undefined` where it has no known relation or no target. */
export function readLink(fields: Fields): ClaimLink | undefined {
  const relation = linkRelations.find((known) => known === fields.relation);
  const claim = textOf(fields, 'claim');
  if (!relation || !claim) {
    return undefined;
  }
  return {
    relation,
    article: textOf(fields, 'article') ?? '',
    claim,
    quote: textOf(fields, 'quote') ?? '',
    ...optional('note', textOf(fields, 'note')),
  };
}

/** Evidence from parsed JSON, `undefined` where it has no address. */
export function readEvidence(fields: Fields): Evidence | undefined {
  const url = textOf(fields, 'url');
  if (!url) {
    return undefined;
  }
  return {
    url,
    ...optional('title', textOf(fields, 'title')),
    ...optional('quote', textOf(fields, 'quote')),
    ...optional('accessed', textOf(fields, 'accessed')),
  };
}
