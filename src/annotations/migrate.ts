import { isItemId } from './itemId';
import { entryOf, type MapEntry, type YamlNode } from './yamlTree';

/**
 * Items of a section in the form of format 0, a list of maps that hold their own `id`; people who write by hand still
 * do. They are read as the map of items that format 1 has, and become one with the first edit. `undefined` where the
 * node is no such list.
 */
export function olderItems(node: YamlNode): readonly MapEntry[] | undefined {
  if (node.type !== 'list') {
    return undefined;
  }
  const items: MapEntry[] = [];
  for (const item of node.items) {
    const id = item.type === 'map' ? entryOf(item, 'id') : undefined;
    if (
      item.type !== 'map' ||
      id?.value.type !== 'scalar' ||
      typeof id.value.value !== 'string' ||
      !isItemId(id.value.value)
    ) {
      return undefined;
    }
    const entries = item.entries.filter((entry) => entry !== id);
    items.push({ key: id.value.value, start: item.start, value: { ...item, entries } });
  }
  return items;
}
