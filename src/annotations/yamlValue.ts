/** A plain scalar that is not written the way we would write it (`0x1F`, `1.0`, `.inf`): kept as its source. */
export class PlainScalar {
  constructor(readonly source: string) {}
}

/** What a YAML node means, free of prototypes: maps are `Map`s, so that `__proto__` is a key like any other. */
export type YamlValue = null | boolean | number | string | PlainScalar | readonly YamlValue[] | YamlMap;
export type YamlMap = ReadonlyMap<string, YamlValue>;

export function isMap(value: YamlValue | undefined): value is YamlMap {
  return value instanceof Map;
}

export function isList(value: YamlValue | undefined): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** Deep equality; the order of keys does not count, the order of a list does. */
export function equalValues(a: YamlValue | undefined, b: YamlValue | undefined): boolean {
  if (a === b) {
    return true;
  }
  if (a instanceof PlainScalar && b instanceof PlainScalar) {
    return a.source === b.source;
  }
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((item, index) => equalValues(item, b[index]));
  }
  return isMap(a) && isMap(b) && a.size === b.size && hasAll(a, b);
}

function hasAll(a: YamlMap, b: YamlMap): boolean {
  for (const [key, value] of b) {
    if (!a.has(key) || !equalValues(a.get(key), value)) {
      return false;
    }
  }
  return true;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** As JSON for the journal. Maps become lists of pairs, so that no key has a meaning of its own. */
export function valueToJson(value: YamlValue): Json {
  if (value instanceof PlainScalar) {
    return { plain: value.source };
  }
  if (isList(value)) {
    return value.map(valueToJson);
  }
  if (isMap(value)) {
    return { map: [...value].map(([key, item]) => [key, valueToJson(item)]) };
  }
  return value;
}

/** Reads what {@link valueToJson} wrote; `undefined` for anything else. */
export function valueFromJson(json: unknown): YamlValue | undefined {
  if (json === null || typeof json === 'boolean' || typeof json === 'number' || typeof json === 'string') {
    return json;
  }
  if (Array.isArray(json)) {
    const items = json.map(valueFromJson);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (typeof json !== 'object') {
    return undefined;
  }
  if ('plain' in json) {
    return typeof json.plain === 'string' ? new PlainScalar(json.plain) : undefined;
  }
  if (!('map' in json) || !Array.isArray(json.map)) {
    return undefined;
  }
  const map = new Map<string, YamlValue>();
  for (const pair of json.map) {
    const value = Array.isArray(pair) && pair.length === 2 ? valueFromJson(pair[1]) : undefined;
    if (value === undefined || typeof pair[0] !== 'string') {
      return undefined;
    }
    map.set(pair[0], value);
  }
  return map;
}
