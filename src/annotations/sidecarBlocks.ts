import type { ItemId } from '../model/claim';
import type { YamlEditor } from './yamlEdit';
import { entryOf, type MapEntry, type MapNode } from './yamlTree';

/** The lines that belong to one item. Offsets are starts of lines, or the end of the text. */
export interface ItemBlock {
  readonly entry: MapEntry;
  /** With the comments directly above the key. */
  readonly start: number;
  /** Start of the key's line. */
  readonly keyLine: number;
  /** After the last field, and after comments below it that are indented as fields are. */
  readonly end: number;
  /** Where the next thing starts, behind blank lines and comments. */
  readonly limit: number;
}

/** A section whose items stand in lines of their own, as we write them. Blocks are worked out when they are asked for. */
export class BlockSection {
  readonly #ends: number[] = [];

  constructor(
    readonly editor: YamlEditor,
    readonly entry: MapEntry,
    /** One for each block, in the order of the file. */
    readonly items: readonly MapEntry[],
    readonly indent: string,
    /** Where the next section starts, or the text ends. */
    readonly limit: number,
  ) {}

  block(index: number): ItemBlock | undefined {
    const entry = this.items[index];
    if (!entry) {
      return undefined;
    }
    const floor = index === 0 ? this.editor.lineEnd(this.entry.start) : this.#end(index - 1);
    const keyLine = this.editor.lineStart(entry.start);
    const start = aboveComments(this.editor, keyLine, floor);
    return { entry, start, keyLine, end: this.#end(index), limit: this.#limit(index) };
  }

  blockOf(id: ItemId): ItemBlock | undefined {
    return this.block(this.items.findIndex(({ key }) => key === id));
  }

  *blocks(): Iterable<ItemBlock> {
    for (let i = 0; i < this.items.length; i++) {
      yield this.block(i)!;
    }
  }

  #limit(index: number): number {
    return this.items[index + 1]?.start ?? this.limit;
  }

  #end(index: number): number {
    const known = this.#ends[index];
    if (known !== undefined) {
      return known;
    }
    const { editor, indent } = this;
    const { start, value } = this.items[index]!;
    const limit = this.#limit(index);
    const end = belowComments(editor, editor.contentEnd(start, value, limit), limit, indent);
    this.#ends[index] = end;
    return end;
  }
}

/** `undefined` for a section that is missing, empty, or laid out so that items share lines (braces). */
export function blockSection(editor: YamlEditor, root: MapNode, section: string): BlockSection | undefined {
  const entry = entryOf(root, section);
  if (entry?.value.type !== 'map' || entry.value.flow) {
    return undefined;
  }
  const { entries } = entry.value;
  const indent = entries[0] && editor.indentOf(entries[0].start);
  if (indent === undefined || entries.some((item) => editor.indentOf(item.start) === undefined)) {
    return undefined;
  }
  const limit = root.entries[root.entries.indexOf(entry) + 1]?.start ?? editor.text.length;
  return new BlockSection(editor, entry, entries, indent, limit);
}

function aboveComments(editor: YamlEditor, keyLine: number, floor: number): number {
  let start = keyLine;
  while (start > floor) {
    const above = editor.lineStart(start - 1);
    if (above < floor || !/^ *#/.test(editor.text.slice(above, start))) {
      break;
    }
    start = above;
  }
  return start;
}

function belowComments(editor: YamlEditor, from: number, limit: number, indent: string): number {
  let end = from;
  while (end < limit) {
    const line = editor.text.slice(end, editor.lineEnd(end));
    if (!line.startsWith(`${indent} `) || !/^ *#/.test(line)) {
      break;
    }
    end = editor.lineEnd(end);
  }
  return end;
}

/** The block's lines without the last line end. */
export function blockText(editor: YamlEditor, block: ItemBlock): string {
  return editor.text.slice(block.start, block.end).replace(/(?:\r\n|\n|\r)$/, '');
}
