import type { ItemId } from '../model/claim';
import { chainsOf, type ItemChange } from './itemChange';
import { type FileKind, type ItemFile, rest } from './itemFile';
import { readFileText } from './itemFileRead';
import { mergeItem } from './mergeItem';
import { rereadItem } from './rereadItem';
import { type BlockSection, blockSection, blockText, compareIds, type ItemBlock } from './sidecarBlocks';
import { printEntry } from './sidecarPrint';
import { type TextEdit, UnsupportedLayout, whereSupported, YamlEditor } from './yamlEdit';
import { entryOf, type MapNode, mapOf } from './yamlTree';
import { equalValues, type YamlMap } from './yamlValue';

export interface EditResult<F extends ItemFile> {
  /** As it is now; the given one where nothing changed. */
  readonly file: F;
  /** `id` and field of every true conflict that the edit met. */
  readonly conflicts: readonly { readonly id: ItemId; readonly field: string }[];
}

/** What items shall mean, by section and id; `undefined` deletes. */
export type ItemTargets = ReadonlyMap<string, ReadonlyMap<ItemId, YamlMap | undefined>>;

/** Lines to use for items as they are, and comments to put above items; by {@link itemKey}. */
export interface ItemLines {
  readonly blocks: ReadonlyMap<string, string>;
  readonly comments: ReadonlyMap<string, readonly string[]>;
}

export function itemKey(section: string, id: ItemId): string {
  return `${section} ${id}`;
}

/**
 * Applies changes to a file that may be edited, each merged field by field with the item as it is there. Applying the
 * same changes again changes nothing.
 */
export function applyChanges<F extends ItemFile>(
  kind: FileKind<F>,
  file: F,
  changes: readonly ItemChange[],
): EditResult<F> {
  const targets = new Map<string, Map<ItemId, YamlMap | undefined>>();
  const conflicts: { id: ItemId; field: string }[] = [];
  for (const { section, id, states } of chainsOf(changes)) {
    const merged = mergeItem(states, file.items.get(section)?.get(id));
    targets.set(section, (targets.get(section) ?? new Map()).set(id, merged.value));
    conflicts.push(...merged.conflicts.map((field) => ({ id, field })));
  }
  const blocks = new Map(
    changes.flatMap(({ section, id, block }) => (block === undefined ? [] : [[itemKey(section, id), block]])),
  );
  return { file: setItems(kind, file, targets, { blocks, comments: new Map() }), conflicts };
}

/** A shorter text is read again as a whole after each change. Code units. */
const bigFile = 100_000;

const noLines: ItemLines = { blocks: new Map(), comments: new Map() };

/**
 * Makes the given items mean what is asked, leaving every other byte of the file alone. The result was read again and
 * means exactly that.
 * @throws Error where the result would not mean what was asked, which must not reach the disk
 */
export function setItems<F extends ItemFile>(
  kind: FileKind<F>,
  file: F,
  targets: ItemTargets,
  lines: ItemLines = noLines,
): F {
  const changed = changedItems(kind, file, targets, lines);
  if ([...changed.values()].every((items) => items.size === 0)) {
    return file;
  }
  const expected = expectedItems(file, changed);
  for (const whole of [false, true]) {
    const result = editOnce(kind, file, changed, lines, whole);
    if (result && result.readOnly === undefined && equalItems(expected, result.items)) {
      return { ...result, bom: file.bom };
    }
  }
  throw new Error(`This ${kind.name} is laid out so that it cannot be changed in place`);
}

function changedItems(kind: FileKind<ItemFile>, file: ItemFile, targets: ItemTargets, lines: ItemLines) {
  const changed = new Map<string, Map<ItemId, YamlMap | undefined>>();
  for (const [section, wanted] of targets) {
    const items = file.items.get(section);
    const touched = [...wanted].filter(([id, value]) => {
      const key = itemKey(section, id);
      return lines.blocks.has(key) || lines.comments.has(key) || !equalValues(items?.get(id), value);
    });
    changed.set(section, new Map(touched));
  }
  const older = kind.sections.some((section) => file.root && entryOf(file.root, section)?.value.type === 'list');
  const others = changed.get(rest.section)?.get(rest.id) ?? file.items.get(rest.section)?.get(rest.id);
  if (older && [...changed.values()].some((items) => items.size > 0)) {
    const { major, minor } = kind.currentVersion;
    const current = new Map(others).set('version', `${major}.${minor}`);
    changed.set(rest.section, new Map([[rest.id, current]]));
  }
  return changed;
}

function expectedItems(file: ItemFile, changed: ItemTargets): ReadonlyMap<string, ReadonlyMap<ItemId, YamlMap>> {
  const expected = new Map(file.items);
  for (const [section, items] of changed) {
    const own = new Map(file.items.get(section));
    expected.set(section, own);
    for (const [id, value] of items) {
      if (value) {
        own.set(id, value);
      } else {
        own.delete(id);
      }
    }
  }
  return expected;
}

function equalItems(a: ItemFile['items'], b: ItemFile['items']): boolean {
  return [...a].every(([section, items]) => equalValues(items, b.get(section)));
}

function editOnce<F extends ItemFile>(
  kind: FileKind<F>,
  file: F,
  changed: ItemTargets,
  lines: ItemLines,
  whole: boolean,
): F | undefined {
  if (!file.root) {
    return undefined;
  }
  const edit = new ItemFileEdit(kind, file, file.root, lines);
  const text = whereSupported(() => edit.edit(changed, whole));
  if (text === undefined) {
    return undefined;
  }
  const only = whole || text.length < bigFile ? undefined : onlyItem(changed);
  return (only && rereadItem(kind, file, only, edit.edits, text)) ?? readFileText(kind, text);
}

function onlyItem(changed: ItemTargets): { readonly section: string; readonly id: ItemId } | undefined {
  const all = [...changed].flatMap(([section, items]) => [...items.keys()].map((id) => ({ section, id })));
  return all.length === 1 && all[0]?.section !== rest.section ? all[0] : undefined;
}

class ItemFileEdit {
  readonly #editor: YamlEditor;

  constructor(
    readonly kind: FileKind<ItemFile>,
    readonly file: ItemFile,
    readonly root: MapNode,
    readonly lines: ItemLines,
  ) {
    this.#editor = new YamlEditor(file.text, file.lines);
  }

  get edits(): readonly TextEdit[] {
    return this.#editor.edits;
  }

  /** @param whole print the sections anew instead of changing them in place */
  edit(changed: ItemTargets, whole: boolean): string {
    for (const section of this.kind.sections) {
      const items = changed.get(section) ?? new Map();
      const older = entryOf(this.root, section)?.value.type === 'list' && changed.has(rest.section);
      const blocks = whole || older ? undefined : blockSection(this.#editor, this.root, section);
      if (items.size > 0 && blocks) {
        this.#editItems(section, blocks, items);
      } else if (items.size > 0 || older) {
        this.#printSection(section, items);
      }
    }
    const others = changed.get(rest.section)?.get(rest.id);
    if (others) {
      const own = [...mapOf(this.root)].filter(([key]) => this.kind.sections.includes(key));
      const rank = (key: string): number => this.kind.sections.indexOf(key);
      const limit = this.#editor.text.length;
      this.#editor.setMap(this.root, new Map([...others, ...own]), limit, rank, this.kind.sections);
    }
    return this.#editor.result();
  }

  /** A section that is missing, empty, written in braces or as a list: it is printed anew. */
  #printSection(section: string, changed: ReadonlyMap<ItemId, YamlMap | undefined>): void {
    const editor = this.#editor;
    const { eol } = editor;
    const entry = entryOf(this.root, section);
    const items = expectedItems(this.file, new Map([[section, changed]])).get(section)!;
    const indent = this.root.entries[0] && editor.indentOf(this.root.entries[0].start);
    if (this.root.flow || indent === undefined) {
      throw new UnsupportedLayout();
    }
    const body = [...items]
      .sort(([a], [b]) => compareIds(a, b))
      .map(([id, value]) => eol + this.#block(section, id, value, `${indent}  `))
      .join(eol);
    const printed = `${indent}${section}:${body === '' ? '' : eol + body}`;
    if (entry?.value.type === 'scalar' && entry.value.start === entry.value.end) {
      editor.insertLines(editor.lineEnd(entry.start), body);
    } else if (entry) {
      const limit = this.root.entries[this.root.entries.indexOf(entry) + 1]?.start ?? editor.text.length;
      editor.replaceLines(
        entry.start,
        editor.contentEnd(entry.start, entry.value, limit),
        [entry.value],
        printed,
        indent,
      );
    } else {
      editor.insertLines(editor.contentEnd(this.root.start, this.root, editor.text.length), eol + printed);
    }
  }

  #editItems(section: string, blocks: BlockSection, changed: ReadonlyMap<ItemId, YamlMap | undefined>): void {
    const editor = this.#editor;
    const { entry, indent, items } = blocks;
    const present = new Set<ItemId>();
    for (const [index, { key }] of items.entries()) {
      if (changed.has(key)) {
        present.add(key);
        this.#editItem(section, blocks.block(index)!, changed.get(key), indent);
      }
    }
    const added = [...changed].flatMap(([id, value]) => (value && !present.has(id) ? [{ id, value }] : []));
    for (const { id, value } of added.sort((a, b) => compareIds(a.id, b.id))) {
      const previous = blocks.block(items.findLastIndex(({ key }) => compareIds(key, id) < 0));
      const offset = previous?.end ?? editor.lineEnd(entry.start);
      editor.insertLines(offset, editor.eol + this.#block(section, id, value, indent));
    }
  }

  #editItem(section: string, block: ItemBlock, value: YamlMap | undefined, indent: string): void {
    const editor = this.#editor;
    const { entry } = block;
    if (value === undefined) {
      const above = editor.lineStart(block.start - 1);
      const blankAbove = editor.text.slice(above, block.start).trim() === '';
      editor.edits.push({ start: blankAbove ? above : block.start, end: block.end, text: '' });
      return;
    }
    const key = itemKey(section, entry.key);
    const comments = this.lines.comments.get(key) ?? [];
    if (comments.length > 0) {
      editor.insertLines(block.keyLine, comments.map((comment) => indent + comment).join(editor.eol));
    }
    const lines = this.lines.blocks.get(key);
    if (lines !== undefined && blockMeans(this.kind, section, entry.key, lines, value, indent)) {
      editor.replaceBlock(block.start, block.end, lines);
      return;
    }
    const mark = editor.edits.length;
    const inPlace = whereSupported(() => {
      if (entry.value.type !== 'map') {
        throw new UnsupportedLayout();
      }
      editor.setMap(entry.value, value, block.limit, (name) => this.kind.keyRank(name));
      return true;
    });
    if (!inPlace) {
      editor.edits.length = mark;
      const printed = printEntry(entry.key, value, indent, editor.eol);
      editor.replaceLines(entry.start, block.end, [entry.value], printed, indent);
    }
  }

  #block(section: string, id: ItemId, value: YamlMap, indent: string): string {
    const block = this.lines.blocks.get(itemKey(section, id));
    if (block !== undefined && blockMeans(this.kind, section, id, block, value, indent)) {
      return block.replaceAll(/\r\n|\n|\r/g, this.#editor.eol);
    }
    return printEntry(id, value, indent, this.#editor.eol);
  }
}

/** Whether lines are exactly one item of that meaning, indented as its new neighbours are. */
function blockMeans(
  kind: FileKind<ItemFile>,
  section: string,
  id: ItemId,
  block: string,
  value: YamlMap,
  indent: string,
): boolean {
  const read = readFileText(kind, `${section}:\n${block}\n`);
  const items = read.items.get(section);
  const found = read.root && blockSection(new YamlEditor(read.text, read.lines), read.root, section);
  const alone = read.readOnly === undefined && items?.size === 1 && read.root?.entries.length === 1;
  return alone && found?.indent === indent && equalValues(items.get(id), value);
}

/** The lines of an item as they stand in the file, to be given back when its deletion is undone. */
function blockOf(file: ItemFile, section: string, id: ItemId): string | undefined {
  const editor = new YamlEditor(file.text, file.lines);
  const block = file.root && blockSection(editor, file.root, section)?.blockOf(id);
  return block && blockText(editor, block);
}

/** Undoes changes made to a file: each item back to what it was, unless somebody changed the same field since. */
export function inverseOf(file: ItemFile, changes: readonly ItemChange[]): readonly ItemChange[] {
  return [...changes].reverse().map(({ section, id, before, after }) => {
    const block = after === undefined ? blockOf(file, section, id) : undefined;
    return { section, id, before: after, after: before, ...(block === undefined ? {} : { block }) };
  });
}
