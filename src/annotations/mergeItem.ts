import { isItemId } from './itemId';
import { equalValues, isList, isMap, type YamlMap, type YamlValue } from './yamlValue';

/** One item as it should become; `undefined` for "not there". The base is what the author of the change saw. */
export interface MergedItem {
  readonly value: YamlMap | undefined;
  /** Fields on which both sides disagree; ours is in the item, theirs in its `conflicts`. */
  readonly conflicts: readonly string[];
}

/** Lists whose order means nothing: merged as sets. The function names what makes two entries the same one. */
const listKeys: Readonly<Record<string, (entry: YamlMap) => string>> = {
  links: (entry) => JSON.stringify([entry.get('relation'), entry.get('article') ?? '', entry.get('claim')]),
  'verdict.evidence': (entry) => JSON.stringify([entry.get('url')]),
};

/**
 * Three-way merge of one item, field by field. Only a field that both sides changed in different ways is a conflict:
 * ours stays in the field and theirs goes to `conflicts`, so that nothing is lost and a person can choose.
 * @param states what ours went through, from what its author saw first to what it is now. Theirs may already hold any
 * of them (a save that was cut short), which is no change of theirs.
 */
export function mergeItem(states: readonly (YamlMap | undefined)[], theirs: YamlMap | undefined): MergedItem {
  const ours = states[states.length - 1];
  const bases = states.slice(0, -1);
  if (equalValues(ours, theirs) || bases.some((base) => equalValues(base, theirs))) {
    return { value: ours, conflicts: [] };
  }
  if (equalValues(bases[0], ours)) {
    return { value: theirs, conflicts: [] };
  }
  if (!ours || !theirs) {
    const kept = (ours ?? theirs)!;
    return { value: withConflicts(kept, [['item', [null]]]), conflicts: ['item'] };
  }
  const merge = new FieldMerge();
  const value = merge.map(bases, ours, theirs, '');
  return { value: withConflicts(value, merge.conflicts), conflicts: merge.conflicts.map(([field]) => field) };
}

class FieldMerge {
  readonly conflicts: [string, YamlValue[]][] = [];

  map(bases: readonly (YamlValue | undefined)[], ours: YamlMap, theirs: YamlMap, path: string): YamlMap {
    const result = new Map<string, YamlValue>();
    for (const key of orderedKeys(ours, theirs)) {
      const before = bases.map((base) => mapOrEmpty(base).get(key));
      const value = this.#field(before, ours.get(key), theirs.get(key), path === '' ? key : `${path}.${key}`);
      if (value !== undefined) {
        result.set(key, value);
      }
    }
    return result;
  }

  #field(
    bases: readonly (YamlValue | undefined)[],
    ours: YamlValue | undefined,
    theirs: YamlValue | undefined,
    path: string,
  ): YamlValue | undefined {
    const [base] = bases;
    if (equalValues(ours, theirs) || bases.some((state) => equalValues(state, theirs))) {
      return ours;
    }
    if (equalValues(base, ours)) {
      return theirs;
    }
    if (path === 'conflicts') {
      const merged = this.map(bases, mapOrEmpty(ours), mapOrEmpty(theirs), path);
      return merged.size > 0 ? merged : undefined;
    }
    if (isMap(ours) && isMap(theirs) && (isMap(base) || base === undefined)) {
      return this.map(bases, ours, theirs, path);
    }
    if (isListOrNone(base) && isListOrNone(ours) && isListOrNone(theirs)) {
      const merged = this.#list(base ?? [], ours ?? [], theirs ?? [], path);
      return merged.length > 0 ? merged : undefined;
    }
    if (ours === undefined) {
      // Removed here: the value that is still there stays in the field, and "removed" is the other choice.
      this.conflicts.push([path, [null]]);
      return theirs;
    }
    this.conflicts.push([path, [theirs === undefined ? null : theirs]]);
    return ours;
  }

  #list(
    base: readonly YamlValue[],
    ours: readonly YamlValue[],
    theirs: readonly YamlValue[],
    path: string,
  ): readonly YamlValue[] {
    const keyOf = (entry: YamlValue): string => {
      const own = listKeys[path];
      return own && isMap(entry) ? own(entry) : identity(entry);
    };
    const of = (list: readonly YamlValue[]): Map<string, YamlValue> => {
      const entries = new Map<string, YamlValue>();
      const counts = new Map<string, number>();
      for (const entry of list) {
        const key = keyOf(entry);
        const count = counts.get(key) ?? 0;
        counts.set(key, count + 1);
        // The second of two entries that are alike is an entry of its own.
        entries.set(`${count} ${key}`, entry);
      }
      return entries;
    };
    const [inBase, inOurs, inTheirs] = [of(base), of(ours), of(theirs)];
    const result: YamlValue[] = [];
    for (const key of orderedKeys(inOurs, inTheirs)) {
      const [before, left, right] = [inBase.get(key), inOurs.get(key), inTheirs.get(key)];
      if (left !== undefined && right !== undefined) {
        const entryPath = `${path}.${isMap(left) ? entryName(left, result.length) : ''}`;
        result.push(isMap(left) && isMap(right) ? this.map([before], left, right, entryPath) : left);
      } else if (left !== undefined && !(before !== undefined && equalValues(before, left))) {
        result.push(left);
      } else if (right !== undefined && !(before !== undefined && equalValues(before, right))) {
        result.push(right);
      }
    }
    return result;
  }
}

/** How a conflict inside an entry names it: a link by the claim it leads to, anything else by its place. */
function entryName(entry: YamlMap, index: number): string {
  const claim = entry.get('claim');
  return typeof claim === 'string' && isItemId(claim) ? claim : String(index);
}

function mapOrEmpty(value: YamlValue | undefined): YamlMap {
  return isMap(value) ? value : new Map();
}

function isListOrNone(value: YamlValue | undefined): value is readonly YamlValue[] | undefined {
  return value === undefined || isList(value);
}

/** A text that two values share exactly when they are equal, whatever the order of their keys. */
function identity(value: YamlValue): string {
  if (isMap(value)) {
    return `{${[...value]
      .map(([key, item]) => `${JSON.stringify(key)}:${identity(item)}`)
      .sort()
      .join(',')}}`;
  }
  if (isList(value)) {
    return `[${value.map(identity).join(',')}]`;
  }
  return typeof value === 'object' && value !== null ? `=${value.source}` : JSON.stringify(value);
}

/** Keys of ours, with those only theirs has after the key that they follow there. */
function orderedKeys(ours: ReadonlyMap<string, unknown>, theirs: ReadonlyMap<string, unknown>): readonly string[] {
  const following = new Map<string | undefined, string[]>();
  let last: string | undefined;
  for (const key of theirs.keys()) {
    if (ours.has(key)) {
      last = key;
    } else {
      const keys = following.get(last);
      if (keys) {
        keys.push(key);
      } else {
        following.set(last, [key]);
      }
    }
  }
  return [
    ...(following.get(undefined) ?? []),
    ...[...ours.keys()].flatMap((key) => [key, ...(following.get(key) ?? [])]),
  ];
}

/** Adds conflicts to those an item already holds; a value that is already among a field's values is not repeated. */
function withConflicts(item: YamlMap, added: readonly (readonly [string, readonly YamlValue[]])[]): YamlMap {
  if (added.length === 0) {
    return item;
  }
  const old = item.get('conflicts');
  const all = new Map<string, YamlValue>(isMap(old) ? old : []);
  for (const [field, values] of added) {
    const present = all.get(field);
    const merged: YamlValue[] = isList(present) ? [...present] : [];
    for (const value of values) {
      if (!merged.some((other) => equalValues(other, value))) {
        merged.push(value);
      }
    }
    all.set(field, merged);
  }
  return new Map<string, YamlValue>(item).set('conflicts', all);
}
