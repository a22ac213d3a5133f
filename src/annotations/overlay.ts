import { equalValues, type YamlMap, type YamlValue } from './yamlValue';

/**
 * What an item says, with the difference between two readings of it: nested maps key by key, lists by their equal
 * entries. Fields of other tools, and those that could not be read, stay as they are.
 */
export function overlay(raw: YamlMap, old: YamlMap, fields: YamlMap, keyRank: (key: string) => number): YamlMap {
  const result = new Map<string, YamlValue>();
  const added = [...fields].filter(([key]) => !raw.has(key));
  const rest = [...raw];
  for (const [key, value] of rest) {
    const next = overlayValue(value, old.get(key), fields.get(key), keyRank);
    if (next !== undefined) {
      result.set(key, next);
    }
  }
  for (const [key, value] of added) {
    result.set(key, value);
  }
  return new Map([...result].sort(([a], [b]) => keyRank(a) - keyRank(b)));
}

function overlayValue(
  raw: YamlValue,
  old: YamlValue | undefined,
  next: YamlValue | undefined,
  keyRank: (key: string) => number,
): YamlValue | undefined {
  if (equalValues(old, next)) {
    return raw;
  }
  if (raw instanceof Map && next instanceof Map && (old === undefined || old instanceof Map)) {
    return overlay(raw, old ?? new Map(), next, keyRank);
  }
  if (Array.isArray(raw) && Array.isArray(old) && Array.isArray(next)) {
    const changed = next.map((item) => {
      const index = old.findIndex((other) => sameEntry(other, item));
      const rawIndex = raw.findIndex((other) => sameEntry(other, item));
      return index < 0 || rawIndex < 0 ? item : overlayValue(raw[rawIndex]!, old[index], item, keyRank)!;
    });
    // Entries that could not be read are in neither reading; they stay.
    return [...changed, ...raw.filter((item) => ![...old, ...next].some((other) => sameEntry(other, item)))];
  }
  return next;
}

const identifying = [['relation', 'article', 'claim'], ['url']];

function sameEntry(a: YamlValue, b: YamlValue): boolean {
  const named =
    a instanceof Map &&
    b instanceof Map &&
    identifying.some((keys) => a.has(keys.at(-1)!) && keys.every((key) => equalValues(a.get(key), b.get(key))));
  return named || equalValues(a, b);
}
