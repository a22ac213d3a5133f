import type { MapEntry, YamlNode } from './yamlTree';

/** An entry whose text has moved as a whole. Its nodes are moved when somebody looks at them: most never are. */
class ShiftedEntry implements MapEntry {
  #value: YamlNode | undefined;

  constructor(
    readonly base: MapEntry,
    readonly by: number,
  ) {}

  get key(): string {
    return this.base.key;
  }

  get start(): number {
    return this.base.start + this.by;
  }

  get value(): YamlNode {
    this.#value ??= shiftedNode(this.base.value, this.by);
    return this.#value;
  }
}

/** @param by code units, negative for towards the beginning */
export function shiftedEntry(entry: MapEntry, by: number): MapEntry {
  if (by === 0) {
    return entry;
  }
  return entry instanceof ShiftedEntry ? shiftedEntry(entry.base, entry.by + by) : new ShiftedEntry(entry, by);
}

function shiftedNode(node: YamlNode, by: number): YamlNode {
  const start = node.start + by;
  switch (node.type) {
    case 'scalar':
      return { ...node, start, end: node.end + by };
    case 'list':
      return { ...node, start, items: node.items.map((item) => shiftedNode(item, by)) };
    case 'map':
      return { ...node, start, entries: node.entries.map((entry) => shiftedEntry(entry, by)) };
  }
}
