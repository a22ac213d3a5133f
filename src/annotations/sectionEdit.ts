import { compareText } from '../base/textOrder';
import type { ItemId } from '../model/claim';
import { type FileKind, type ItemFile, rest } from './itemFile';
import { readFileText } from './itemFileRead';
import { type BlockSection, blockSection, type ItemBlock } from './sidecarBlocks';
import { printEntry } from './sidecarPrint';
import { type TextEdit, UnsupportedLayout, whereSupported, YamlEditor } from './yamlEdit';
import { entryOf, type MapNode, mapOf } from './yamlTree';
import { equalValues, type YamlMap } from './yamlValue';

/** What items shall mean, by section and id; `undefined` deletes. */
export type ItemTargets = ReadonlyMap<string, ReadonlyMap<ItemId, YamlMap | undefined>>;

/** Lines to use for items as they are, and comments to put above items; by {@link itemKey}. */
export interface ItemLines {
  readonly blocks: ReadonlyMap<string, string>;
  readonly comments: ReadonlyMap<string, readonly string[]>;
}

/** Names an item among those of all sections of a file. */
export function itemKey(section: string, id: ItemId): string {
  return `${section} ${id}`;
}

/** Works out how the text of a file must change, section by section, for its items to mean what is asked. */
export class SectionEdit {
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
    const items = new Map<ItemId, YamlMap | undefined>([...this.file.items.get(section)!, ...changed]);
    const indent = this.root.entries[0] && editor.indentOf(this.root.entries[0].start);
    if (this.root.flow || indent === undefined) {
      throw new UnsupportedLayout();
    }
    const body = [...items]
      .sort(([a], [b]) => compareText(a, b))
      .flatMap(([id, value]) => (value ? [eol + this.#block(section, id, value, `${indent}  `)] : []))
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
    for (const { id, value } of added.sort((a, b) => compareText(a.id, b.id))) {
      const previous = blocks.block(items.findLastIndex(({ key }) => compareText(key, id) < 0));
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
