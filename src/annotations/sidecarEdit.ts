import type { ItemId } from '../model/claim';
import { chainsOf, type ItemChange } from './itemChange';
import { keyRank, type Section, sections } from './itemCodec';
import { LinePositions } from './linePositions';
import { mergeItem } from './mergeItem';
import { newSidecarText } from './sidecarFormat';
import { printEntry } from './sidecarPrint';
import { readSidecar, type Sidecar } from './sidecarRead';
import { UnsupportedLayout, YamlEditor } from './yamlEdit';
import { entryOf, type MapEntry, type MapNode, parseYaml } from './yamlTree';
import { equalValues, type YamlMap } from './yamlValue';

export interface EditResult {
  readonly text: string;
  /** `id` and field of every true conflict that the edit met. */
  readonly conflicts: readonly { readonly id: ItemId; readonly field: string }[];
}

/**
 * Applies changes to a sidecar's text, each merged field by field with the item as it is there. Applying the same
 * changes again gives the same text. The caller makes sure that the text may be edited.
 * @param text '' for a sidecar that does not exist yet
 */
export function applyChanges(text: string, changes: readonly ItemChange[]): EditResult {
  const sidecar = readSidecar(text === '' ? newSidecarText : text);
  const targets = new Map<Section, Map<ItemId, YamlMap | undefined>>(sections.map((section) => [section, new Map()]));
  const conflicts: { id: ItemId; field: string }[] = [];
  for (const { section, id, states } of chainsOf(changes)) {
    const merged = mergeItem(states, sidecar.items.get(section)?.get(id));
    targets.get(section)!.set(id, merged.value);
    conflicts.push(...merged.conflicts.map((field) => ({ id, field })));
  }
  const blocks = new Map(changes.flatMap(({ id, block }) => (block === undefined ? [] : [[id, block]])));
  return { text: setItems(sidecar, targets, blocks), conflicts };
}

/** Makes the given items mean what is asked (`undefined` deletes), leaving every other byte of the file alone. */
export function setItems(
  sidecar: Sidecar,
  targets: ReadonlyMap<Section, ReadonlyMap<ItemId, YamlMap | undefined>>,
  blocks: ReadonlyMap<ItemId, string> = new Map(),
): string {
  let { text } = sidecar;
  for (const section of sections) {
    const items = sidecar.items.get(section);
    const changed = [...(targets.get(section) ?? [])].filter(([id, value]) => !equalValues(items?.get(id), value));
    if (changed.length > 0) {
      text = new SectionEdit(text, section, new Map(changed), blocks).result();
    }
  }
  return text;
}

class SectionEdit {
  readonly #editor: YamlEditor;
  readonly #root: MapNode;

  constructor(
    readonly text: string,
    readonly section: Section,
    readonly changed: ReadonlyMap<ItemId, YamlMap | undefined>,
    readonly blocks: ReadonlyMap<ItemId, string>,
  ) {
    const lines = new LinePositions(text);
    const { root } = parseYaml(text, lines);
    if (root?.type !== 'map') {
      throw new UnsupportedLayout();
    }
    this.#editor = new YamlEditor(text, lines);
    this.#root = root;
  }

  result(): string {
    const editor = this.#editor;
    const entry = entryOf(this.#root, this.section);
    const limit = entry ? this.#after(this.#root, entry) : this.text.length;
    if (entry?.value.type === 'map' && !entry.value.flow && entry.value.entries.length > 0) {
      this.#editItems(entry, entry.value, limit);
    } else {
      this.#fillSection(entry, limit);
    }
    return editor.result();
  }

  #after(map: MapNode, entry: MapEntry): number {
    return map.entries[map.entries.indexOf(entry) + 1]?.start ?? this.text.length;
  }

  /** Items in a section that is missing, empty or written in braces. */
  #fillSection(entry: MapEntry | undefined, limit: number): void {
    const editor = this.#editor;
    const { eol } = editor;
    const items =
      entry?.value.type === 'map' ? new Map(entry.value.entries.map((item) => [item.key, item])) : new Map();
    const kept = [...items.values()].filter((item) => !this.changed.has(item.key));
    const added = [...this.changed].flatMap(([id, value]) => (value ? [{ id, value }] : []));
    if (kept.length > 0) {
      throw new UnsupportedLayout();
    }
    const body = added
      .sort((a, b) => compareIds(a.id, b.id))
      .map(({ id, value }) => eol + this.#block(id, value, '  '))
      .join(eol);
    if (!entry) {
      const end = editor.contentEnd(this.#root.start, this.#root, this.text.length);
      editor.insertLines(end, `${eol}${this.section}:${body === '' ? '' : eol + body}`);
    } else if (entry.value.type === 'scalar') {
      editor.insertLines(editor.lineEnd(entry.start), body);
    } else {
      const end = editor.contentEnd(entry.start, entry.value, limit);
      editor.replaceLines(entry.start, end, [entry.value], `${this.section}:${body === '' ? '' : eol + body}`, '');
    }
  }

  #editItems(section: MapEntry, map: MapNode, limit: number): void {
    const editor = this.#editor;
    const indent = editor.indentOf(map.entries[0]!.start);
    if (indent === undefined) {
      throw new UnsupportedLayout();
    }
    const ends = new Map(
      map.entries.map((item, index) => [item, this.#itemEnd(item, map.entries[index + 1]?.start ?? limit, indent)]),
    );
    for (const item of map.entries) {
      if (this.changed.has(item.key)) {
        this.#editItem(
          item,
          this.changed.get(item.key),
          this.#after(map, item) === this.text.length ? limit : this.#after(map, item),
          ends.get(item)!,
          indent,
        );
      }
    }
    const present = new Set(map.entries.map((item) => item.key));
    const added = [...this.changed].flatMap(([id, value]) => (value && !present.has(id) ? [{ id, value }] : []));
    for (const { id, value } of added.sort((a, b) => compareIds(a.id, b.id))) {
      const previous = map.entries.findLast((item) => compareIds(item.key, id) < 0);
      const offset = previous ? ends.get(previous)! : editor.lineEnd(section.start);
      editor.insertLines(offset, editor.eol + this.#block(id, value, indent));
    }
  }

  /** End of an item's lines with the comments that are indented as its fields are. */
  #itemEnd(item: MapEntry, limit: number, indent: string): number {
    const editor = this.#editor;
    let end = editor.contentEnd(item.start, item.value, limit);
    while (end < limit) {
      const line = this.text.slice(end, editor.lineEnd(end));
      if (!/^ *#/.test(line) || !line.startsWith(`${indent} `)) {
        break;
      }
      end = editor.lineEnd(end);
    }
    return end;
  }

  #editItem(item: MapEntry, value: YamlMap | undefined, limit: number, end: number, indent: string): void {
    const editor = this.#editor;
    if (value === undefined) {
      let start = editor.lineStart(item.start);
      const before = start > 0 ? editor.lineStart(start - 1) : start;
      if (this.text.slice(before, start).trim() === '') {
        start = before;
      }
      editor.edits.push({ start, end, text: '' });
      return;
    }
    const mark = editor.edits.length;
    try {
      if (item.value.type !== 'map') {
        throw new UnsupportedLayout();
      }
      editor.setMap(item.value, value, limit, keyRank);
    } catch (error) {
      if (!(error instanceof UnsupportedLayout)) {
        throw error;
      }
      editor.edits.length = mark;
      editor.replaceLines(item.start, end, [item.value], printEntry(item.key, value, indent, editor.eol), indent);
    }
  }

  #block(id: ItemId, value: YamlMap, indent: string): string {
    const block = this.blocks.get(id);
    if (block !== undefined) {
      const restored = readSidecar(`${this.section}:\n${block}\n`);
      if (restored.readOnly === undefined && equalValues(restored.items.get(this.section)?.get(id), value)) {
        return block;
      }
    }
    return printEntry(id, value, indent, this.#editor.eol);
  }
}

/** The lines of an item as they stand in the file, to be given back when its deletion is undone. */
export function blockOf(text: string, section: Section, id: ItemId): string | undefined {
  const lines = new LinePositions(text);
  const { root } = parseYaml(text, lines);
  const map = root?.type === 'map' ? entryOf(root, section)?.value : undefined;
  const index = map?.type === 'map' ? map.entries.findIndex((entry) => entry.key === id) : -1;
  const entry = map?.type === 'map' ? map.entries[index] : undefined;
  if (map?.type !== 'map' || map.flow || !entry || root?.type !== 'map') {
    return undefined;
  }
  const editor = new YamlEditor(text, lines);
  const sectionIndex = root.entries.findIndex((item) => item.key === section);
  const limit = map.entries[index + 1]?.start ?? root.entries[sectionIndex + 1]?.start ?? text.length;
  const end = editor.contentEnd(entry.start, entry.value, limit);
  return text.slice(editor.lineStart(entry.start), end).replace(/[\r\n]{1,2}$/, '');
}

/** Order of ids in the file: by code unit, the same in every locale. */
export function compareIds(a: ItemId, b: ItemId): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
