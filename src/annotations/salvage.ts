import type { ItemId } from '../model/claim';
import { isItemId } from './itemId';
import { meaningOf, parseYaml } from './yamlTree';
import { isMap, type YamlMap } from './yamlValue';

/**
 * Items of a sidecar that as a whole is no YAML: each block of lines is read by itself, so that a slip in one does not
 * hide the others. For showing only; the file stays as it is. Of an item that git left twice, the first is taken.
 */
export function salvageItems(
  text: string,
  sections: readonly string[],
): ReadonlyMap<string, ReadonlyMap<ItemId, YamlMap>> {
  const items = new Map(sections.map((section) => [section, new Map<ItemId, YamlMap>()]));
  let section: string | undefined;
  let indent: string | undefined;
  let block: string[] = [];
  const finish = (): void => {
    const parsed = section && block.length > 0 ? parseYaml(block.join('\n')).root : undefined;
    const entry = parsed?.type === 'map' && parsed.entries.length === 1 ? parsed.entries[0] : undefined;
    const value = entry && meaningOf(entry.value);
    if (section && entry && isMap(value) && isItemId(entry.key) && !items.get(section)?.has(entry.key)) {
      items.get(section)?.set(entry.key, value);
    }
    block = [];
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    const key = /^[a-z_]+(?=:)/.exec(line)?.[0];
    if (key !== undefined) {
      finish();
      section = sections.find((name) => name === key);
      indent = undefined;
      continue;
    }
    const start = /^( +)["']?[a-z0-9_-]+["']?:[ \t]*(?:#.*)?$/.exec(line)?.[1];
    indent ??= start;
    if (start !== undefined && start === indent) {
      finish();
    }
    if (!/^(?:[<>|]{7}(?: |$)|={7}$)/.test(line)) {
      block.push(line);
    }
  }
  finish();
  return items;
}
