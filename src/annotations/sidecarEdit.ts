import type { ItemId } from '../model/claim';
import { chainsOf, type ItemChange } from './itemChange';
import { keyRank, type Section, sections } from './itemCodec';
import { mergeItem } from './mergeItem';
import { type BlockSection, blockSection, blockText, compareIds, type ItemBlock } from './sidecarBlocks';
import { newSidecarText } from './sidecarFormat';
import { printEntry } from './sidecarPrint';
import { readSidecar, type Sidecar } from './sidecarRead';
import { UnsupportedLayout, YamlEditor } from './yamlEdit';
import { entryOf, type MapNode, meaningOf } from './yamlTree';
import { equalValues, isMap, type YamlMap } from './yamlValue';

export interface EditResult {
  /** As it is now; the given one where nothing changed. */
  readonly sidecar: Sidecar;
  /** `id` and field of every true conflict that the edit met. */
  readonly conflicts: readonly { readonly id: ItemId; readonly field: string }[];
}

export type ItemTargets = ReadonlyMap<Section, ReadonlyMap<ItemId, YamlMap | undefined>>;

/** A new sidecar, before its first item. */
export function emptySidecar(): Sidecar {
  return readSidecar(newSidecarText);
}

/**
 * Applies changes to a sidecar that may be edited, each merged field by field with the item as it is there. Applying
 * the same changes again changes nothing.
 */
export function applyChanges(sidecar: Sidecar, changes: readonly ItemChange[]): EditResult {
  const targets = new Map<Section, Map<ItemId, YamlMap | undefined>>(sections.map((section) => [section, new Map()]));
  const conflicts: { id: ItemId; field: string }[] = [];
  for (const { section, id, states } of chainsOf(changes)) {
    const merged = mergeItem(states, sidecar.items.get(section)?.get(id));
    targets.get(section)!.set(id, merged.value);
    conflicts.push(...merged.conflicts.map((field) => ({ id, field })));
  }
  const blocks = new Map(changes.flatMap(({ id, block }) => (block === undefined ? [] : [[id, block]])));
  return { sidecar: setItems(sidecar, targets, blocks), conflicts };
}

/**
 * Makes the given items mean what is asked (`undefined` deletes), leaving every other byte of the file alone. The
 * result was read again and means exactly that.
 * @param blocks lines to use for an item as they are, where they mean the same
 * @param comments lines to put above an item
 * @throws Error where the result does not mean what was asked; a mistake of ours that must not reach the disk
 */
export function setItems(
  sidecar: Sidecar,
  targets: ItemTargets,
  blocks: ReadonlyMap<ItemId, string> = new Map(),
  comments: ReadonlyMap<ItemId, readonly string[]> = new Map(),
): Sidecar {
  const changed = new Map(
    sections.map((section) => {
      const items = sidecar.items.get(section);
      const wanted = [...(targets.get(section) ?? [])];
      const touched = wanted.filter(
        ([id, value]) => blocks.has(id) || comments.has(id) || !equalValues(items?.get(id), value),
      );
      return [section, new Map(touched)];
    }),
  );
  if (sections.every((section) => changed.get(section)?.size === 0)) {
    return sidecar;
  }
  const text = new SidecarEdit(sidecar, changed, blocks, comments).result();
  const result = { ...readSidecar(text), bom: sidecar.bom };
  for (const section of sections) {
    const expected = new Map<string, YamlMap>(sidecar.items.get(section));
    for (const [id, value] of changed.get(section) ?? []) {
      if (value) {
        expected.set(id, value);
      } else {
        expected.delete(id);
      }
    }
    if (result.readOnly !== undefined || !equalValues(expected, result.items.get(section))) {
      throw new Error(`The edit of "${section}" would not read back as intended`);
    }
  }
  return result;
}

class SidecarEdit {
  readonly #editor: YamlEditor;
  readonly #root: MapNode;

  constructor(
    readonly sidecar: Sidecar,
    readonly changed: ItemTargets,
    readonly blocks: ReadonlyMap<ItemId, string>,
    readonly comments: ReadonlyMap<ItemId, readonly string[]>,
  ) {
    if (sidecar.root === undefined) {
      throw new Error('There is no sidecar to edit');
    }
    this.#editor = new YamlEditor(sidecar.text, sidecar.lines);
    this.#root = sidecar.root;
  }

  result(): string {
    for (const section of sections) {
      const changed = this.changed.get(section);
      if (changed && changed.size > 0) {
        const blocks = blockSection(this.#editor, this.#root, section);
        if (blocks) {
          this.#editItems(section, blocks, changed);
        } else {
          this.#printSection(section, changed);
        }
      }
    }
    return this.#editor.result();
  }

  /** Items of a section that is missing, empty or written in braces: the section is printed anew. */
  #printSection(section: Section, changed: ReadonlyMap<ItemId, YamlMap | undefined>): void {
    const editor = this.#editor;
    const { eol } = editor;
    const entry = entryOf(this.#root, section);
    const items = new Map(
      entry?.value.type === 'map' ? entry.value.entries.map((item) => [item.key, meaningOf(item.value)]) : [],
    );
    for (const [id, value] of changed) {
      if (value) {
        items.set(id, value);
      } else {
        items.delete(id);
      }
    }
    const body = [...items]
      .sort(([a], [b]) => compareIds(a, b))
      .map(
        ([id, value]) =>
          eol + (isMap(value) ? this.#block(section, id, value, '  ') : printEntry(id, value, '  ', eol)),
      )
      .join(eol);
    const printed = `${section}:${body === '' ? '' : eol + body}`;
    if (entry?.value.type === 'scalar') {
      editor.insertLines(editor.lineEnd(entry.start), body);
    } else if (entry) {
      const limit = this.#root.entries[this.#root.entries.indexOf(entry) + 1]?.start ?? editor.text.length;
      editor.replaceLines(entry.start, editor.contentEnd(entry.start, entry.value, limit), [entry.value], printed, '');
    } else if (this.#root.flow) {
      throw new Error('A sidecar in braces cannot be changed in place');
    } else {
      const end = editor.contentEnd(this.#root.start, this.#root, editor.text.length);
      editor.insertLines(end, eol + printed);
    }
  }

  #editItems(
    section: Section,
    { entry, indent, blocks }: BlockSection,
    changed: ReadonlyMap<ItemId, YamlMap | undefined>,
  ): void {
    const editor = this.#editor;
    const present = new Set<ItemId>();
    for (const block of blocks) {
      const id = block.entry.key;
      present.add(id);
      if (changed.has(id)) {
        this.#editItem(section, block, changed.get(id), indent);
      }
    }
    const added = [...changed].flatMap(([id, value]) => (value && !present.has(id) ? [{ id, value }] : []));
    for (const { id, value } of added.sort((a, b) => compareIds(a.id, b.id))) {
      const previous = blocks.findLast((block) => compareIds(block.entry.key, id) < 0);
      const offset = previous?.end ?? editor.lineEnd(entry.start);
      editor.insertLines(offset, editor.eol + this.#block(section, id, value, indent));
    }
  }

  #editItem(section: Section, block: ItemBlock, value: YamlMap | undefined, indent: string): void {
    const editor = this.#editor;
    const { entry } = block;
    const comments = this.comments.get(entry.key) ?? [];
    if (value && comments.length > 0) {
      editor.insertLines(block.keyLine, comments.map((comment) => indent + comment).join(editor.eol));
    }
    const lines = this.blocks.get(entry.key);
    if (value && lines !== undefined && blockMeans(section, entry.key, lines, value, indent)) {
      editor.replaceBlock(block.start, block.end, lines);
      return;
    }
    if (value === undefined) {
      const above = block.start > 0 ? editor.lineStart(block.start - 1) : 0;
      const blankAbove = editor.text.slice(above, block.start).trim() === '';
      editor.edits.push({ start: blankAbove ? above : block.start, end: block.end, text: '' });
      return;
    }
    const mark = editor.edits.length;
    try {
      if (entry.value.type !== 'map') {
        throw new UnsupportedLayout();
      }
      editor.setMap(entry.value, value, block.limit, keyRank);
    } catch (error) {
      if (!(error instanceof UnsupportedLayout)) {
        throw error;
      }
      editor.edits.length = mark;
      const printed = printEntry(entry.key, value, indent, editor.eol);
      editor.replaceLines(entry.start, block.end, [entry.value], printed, indent);
    }
  }

  #block(section: Section, id: ItemId, value: YamlMap, indent: string): string {
    const block = this.blocks.get(id);
    if (block !== undefined && blockMeans(section, id, block, value, indent)) {
      return block.replaceAll(/\r\n|\n|\r/g, this.#editor.eol);
    }
    return printEntry(id, value, indent, this.#editor.eol);
  }
}

/** Whether lines are exactly one item of that meaning, indented as its new neighbours are. */
function blockMeans(section: Section, id: ItemId, block: string, value: YamlMap, indent: string): boolean {
  const read = readSidecar(`${section}:\n${block}\n`);
  const items = read.items.get(section);
  const found = read.root && blockSection(new YamlEditor(read.text, read.lines), read.root, section);
  return (
    read.readOnly === undefined && items?.size === 1 && found?.indent === indent && equalValues(items.get(id), value)
  );
}

/** The lines of an item as they stand in the file, to be given back when its deletion is undone. */
export function blockOf(sidecar: Sidecar, section: Section, id: ItemId): string | undefined {
  const editor = new YamlEditor(sidecar.text, sidecar.lines);
  const blocks = sidecar.root && blockSection(editor, sidecar.root, section)?.blocks;
  const block = blocks?.find((item) => item.entry.key === id);
  return block && blockText(editor, block);
}
