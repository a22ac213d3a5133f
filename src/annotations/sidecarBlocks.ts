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

/** A section whose items stand in lines of their own, as we write them. */
export interface BlockSection {
  readonly entry: MapEntry;
  readonly indent: string;
  readonly blocks: readonly ItemBlock[];
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
  const sectionLimit = root.entries[root.entries.indexOf(entry) + 1]?.start ?? editor.text.length;
  let floor = editor.lineEnd(entry.start);
  const blocks = entries.map((item, index): ItemBlock => {
    const limit = entries[index + 1]?.start ?? sectionLimit;
    const end = belowComments(editor, editor.contentEnd(item.start, item.value, limit), limit, indent);
    const keyLine = editor.lineStart(item.start);
    const start = aboveComments(editor, keyLine, floor);
    floor = end;
    return { entry: item, start, keyLine, end, limit };
  });
  return { entry, indent, blocks };
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

/** Order of ids in the file: by code unit, the same in every locale. */
export function compareIds(a: ItemId, b: ItemId): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
