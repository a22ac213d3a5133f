import type { ClaimLink, ConflictValue, Evidence, FieldConflict, QuoteSelector, Verdict } from '../model/claim';
import { linkRelations } from '../model/claim';
import { parseEdtf } from '../model/edtf';
import type { Edtf } from '../model/recognition';
import { isList, isMap, PlainScalar, type YamlMap, type YamlValue } from './yamlValue';

/** Something wrong with a field; turned into a Problem where its line is known. */
export interface FieldFault {
  readonly code:
    | 'missing-field'
    | 'wrong-type'
    | 'unknown-value'
    | 'bad-edtf'
    | 'bad-hint'
    | 'field-conflict'
    | 'unsafe-url'
    | 'unsafe-path'
    | 'empty-quote'
    | 'long-quote';
  readonly severity: 'error' | 'warning';
  /** Keys and list indexes from the item to the field. */
  readonly path: readonly (string | number)[];
  readonly detail: string;
}

/** Quotes past this length anchor no better, and are a mistake of selection. UTF-16 units. */
const maxQuoteLength = 5000;

/**
 * Reads the fields of one item. Whatever is wrong is noted and read as missing, so that one bad field does not hide
 * the item; `fatal` says that the item cannot be shown at all.
 */
export class FieldReader {
  constructor(
    readonly map: YamlMap,
    readonly faults: FieldFault[],
    readonly path: readonly (string | number)[] = [],
  ) {}

  fault(code: FieldFault['code'], key: string | number, detail: string, severity: 'error' | 'warning' = 'error'): void {
    this.faults.push({ code, severity, path: [...this.path, key], detail });
  }

  text(key: string): string | undefined {
    const value = this.map.get(key);
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value === 'string') {
      return value;
    }
    this.fault('wrong-type', key, 'text');
    return undefined;
  }

  required(key: string): string | undefined {
    const value = this.text(key);
    if (value === undefined && (this.map.get(key) ?? null) === null) {
      this.fault('missing-field', key, key);
    }
    return value;
  }

  oneOf<T extends string>(key: string, values: readonly T[], fallback: T): T {
    const value = this.required(key);
    return this.known(key, value, values) ?? fallback;
  }

  known<T extends string>(key: string, value: string | undefined, values: readonly T[]): T | undefined {
    const found = values.find((item) => item === value);
    if (value !== undefined && found === undefined) {
      this.fault('unknown-value', key, values.join(', '));
    }
    return found;
  }

  date(key: string): Edtf | undefined {
    const value = this.text(key);
    if (value !== undefined && parseEdtf(value) === undefined) {
      this.fault('bad-edtf', key, value);
      return undefined;
    }
    return value;
  }

  list(key: string): readonly YamlValue[] {
    const value = this.map.get(key) ?? null;
    if (value !== null && !isList(value)) {
      this.fault('wrong-type', key, 'list');
    }
    return isList(value) ? value : [];
  }

  texts(key: string): readonly string[] {
    const found: string[] = [];
    this.list(key).forEach((item, index) => {
      if (typeof item === 'string') {
        found.push(item);
      } else {
        new FieldReader(this.map, this.faults, [...this.path, key]).fault('wrong-type', index, 'text');
      }
    });
    return found;
  }

  /** Readers over the maps of a list; what is no map is noted. */
  maps(key: string): readonly FieldReader[] {
    return this.list(key).flatMap((item, index) => {
      if (isMap(item)) {
        return [new FieldReader(item, this.faults, [...this.path, key, index])];
      }
      new FieldReader(this.map, this.faults, [...this.path, key]).fault('wrong-type', index, 'map');
      return [];
    });
  }

  nested(key: string): FieldReader | undefined {
    const value = this.map.get(key) ?? null;
    if (value !== null && !isMap(value)) {
      this.fault('wrong-type', key, 'map');
    }
    return isMap(value) ? new FieldReader(value, this.faults, [...this.path, key]) : undefined;
  }
}

/** `undefined` where there is no quote to look for. */
export function readSelector(fields: FieldReader): QuoteSelector | undefined {
  const exact = fields.required('quote');
  if (exact === undefined) {
    return undefined;
  }
  if (exact.trim() === '') {
    fields.fault('empty-quote', 'quote', '');
    return undefined;
  }
  if (exact.length > maxQuoteLength) {
    fields.fault('long-quote', 'quote', String(maxQuoteLength), 'warning');
  }
  const hint = fields.map.get('hint') ?? null;
  const good = typeof hint === 'number' && Number.isSafeInteger(hint) && hint >= 0;
  if (hint !== null && !good) {
    fields.fault('bad-hint', 'hint', hint instanceof PlainScalar ? hint.source : String(hint), 'warning');
  }
  const copies = fields.map.get('copies');
  return {
    exact,
    prefix: fields.text('prefix') ?? '',
    suffix: fields.text('suffix') ?? '',
    ...(good ? { hint } : {}),
    ...(typeof copies === 'number' && Number.isSafeInteger(copies) && copies > 1 ? { copies } : {}),
  };
}

export function selectorFields(selector: QuoteSelector): [string, YamlValue | undefined][] {
  return [
    ['quote', selector.exact],
    ['prefix', selector.prefix],
    ['suffix', selector.suffix],
    ['hint', selector.hint],
    ['copies', selector.copies],
  ];
}

export function readVerdict(fields: FieldReader | undefined): Verdict | undefined {
  const rating = fields?.required('rating');
  if (!fields || rating === undefined) {
    return undefined;
  }
  return {
    rating,
    ...optional({ summary: fields.text('summary'), reviewer: fields.text('reviewer'), date: fields.date('date') }),
    evidence: fields.maps('evidence').flatMap(readEvidence),
  };
}

function readEvidence(fields: FieldReader): Evidence[] {
  const url = fields.required('url');
  const rest = optional({
    title: fields.text('title'),
    quote: fields.text('quote'),
    accessed: fields.date('accessed'),
  });
  if (url !== undefined && !/^https?:\/\//i.test(url)) {
    fields.fault('unsafe-url', 'url', url, 'warning');
    return [];
  }
  return url === undefined ? [] : [{ url, ...rest }];
}

export function verdictValue(verdict: Verdict): YamlMap {
  return present([
    ['rating', verdict.rating],
    ['summary', verdict.summary],
    ['reviewer', verdict.reviewer],
    ['date', verdict.date],
    ['evidence', nonEmpty(verdict.evidence.map(evidenceValue))],
  ]);
}

function evidenceValue(evidence: Evidence): YamlMap {
  return present([
    ['url', evidence.url],
    ['title', evidence.title],
    ['quote', evidence.quote],
    ['accessed', evidence.accessed],
  ]);
}

export function readLink(fields: FieldReader): ClaimLink[] {
  const relation = fields.known('relation', fields.required('relation'), linkRelations);
  const claim = fields.required('claim');
  if (relation === undefined || claim === undefined) {
    return [];
  }
  const article = fields.text('article') ?? '';
  if (!isRelativePath(article)) {
    fields.fault('unsafe-path', 'article', article);
    return [];
  }
  const quote = fields.text('quote') ?? '';
  return [{ relation, article, claim, quote, ...optional({ note: fields.text('note') }) }];
}

/** A path with `/` from the folder of a file; no root, drive, server, scheme, or escape that hides one. */
export function isRelativePath(path: string): boolean {
  return !/^[/~]|^[a-z][a-z0-9+.-]*:|\\|%2e|%2f|%5c|\0/i.test(path);
}

export function linkValue(link: ClaimLink): YamlMap {
  return present([
    ['relation', link.relation],
    ['article', link.article === '' ? undefined : link.article],
    ['claim', link.claim],
    ['quote', link.quote],
    ['note', link.note],
  ]);
}

export function readConflicts(fields: FieldReader): readonly FieldConflict[] | undefined {
  const map = fields.nested('conflicts');
  if (!map) {
    return undefined;
  }
  return [...map.map.keys()].map((field) => {
    fields.faults.push({ code: 'field-conflict', severity: 'warning', path: ['conflicts', field], detail: field });
    return { field, others: map.list(field).map(plainValue) };
  });
}

export function conflictsValue(conflicts: readonly FieldConflict[]): YamlMap | undefined {
  const map = new Map(conflicts.map(({ field, others }) => [field, others.map(yamlValue)] as const));
  return map.size > 0 ? map : undefined;
}

function plainValue(value: YamlValue): ConflictValue {
  if (value instanceof PlainScalar) {
    return value.source;
  }
  if (isList(value)) {
    return value.map(plainValue);
  }
  return isMap(value) ? Object.fromEntries([...value].map(([key, item]) => [key, plainValue(item)])) : value;
}

function yamlValue(value: ConflictValue): YamlValue {
  if (Array.isArray(value)) {
    return value.map(yamlValue);
  }
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([key, item]) => [key, yamlValue(item)]));
  }
  return value as null | boolean | number | string;
}

/** Without the keys that are `undefined`. */
export function optional<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** A map of the fields that have a value. */
export function present(pairs: readonly (readonly [string, YamlValue | undefined])[]): YamlMap {
  return new Map(pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

/** The list, `undefined` where it is empty: then its field is not written. */
export function nonEmpty(list: readonly YamlValue[]): readonly YamlValue[] | undefined {
  return list.length > 0 ? list : undefined;
}
