import type { LinePositions } from './linePositions';
import { printEntry, printItem } from './sidecarPrint';
import type { ListNode, MapEntry, MapNode, YamlNode } from './yamlTree';
import { lastLeaf, meaningOf } from './yamlTree';
import { equalValues, isList, isMap, type YamlMap, type YamlValue } from './yamlValue';

/** Replace `[start, end)` of the text. Edits of one list never overlap; two at the same place apply in order. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  let result = '';
  let from = 0;
  for (const { edit } of sorted) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

/** The line end that a text uses; LF for a text of one line. */
function lineEndOf(text: string): string {
  const end = /\r\n|\n|\r/.exec(text);
  return end ? end[0] : '\n';
}

const blankOrComment = /^[ \t]*(?:#.*)?$/;
const documentEnd = /^\.\.\.[ \t]*$/;

/**
 * Changes values inside a YAML text by replacing as little of it as possible: what is not changed keeps its bytes,
 * comments and order, whoever wrote it in whatever style.
 */
export class YamlEditor {
  readonly edits: TextEdit[] = [];
  readonly eol: string;

  constructor(
    readonly text: string,
    readonly lines: LinePositions,
  ) {
    this.eol = lineEndOf(text);
  }

  result(): string {
    return applyEdits(this.text, this.edits);
  }

  lineStart(offset: number): number {
    return this.lines.starts[this.lines.lineOf(offset)]!;
  }

  /** Offset just after the line's end; the end of the text for the last line. */
  lineEnd(offset: number): number {
    return this.lines.starts[this.lines.lineOf(offset) + 1] ?? this.text.length;
  }

  /** Spaces before an entry's key, or `undefined` where the key is not the first thing on its line. */
  indentOf(offset: number): string | undefined {
    let start = offset;
    while (this.text.charCodeAt(start - 1) === 0x20) {
      start--;
    }
    const before = this.text.charCodeAt(start - 1);
    return start === 0 || before === 0x0a || before === 0x0d ? this.text.slice(start, offset) : undefined;
  }

  /**
   * Offset after the last line of a node that starts at `start`, without the blank lines and comments behind it.
   * @param limit where the next thing starts
   */
  contentEnd(start: number, node: YamlNode, limit: number): number {
    const floor = this.lines.lineOf(Math.max(start, lastLeaf(node)));
    let line = this.lines.lineOf(limit);
    if (limit < this.text.length || this.lines.starts[line] === limit) {
      line--;
    }
    while (line > floor && this.#isBlank(line)) {
      line--;
    }
    return this.lines.starts[Math.max(line, floor) + 1] ?? this.text.length;
  }

  #isBlank(line: number): boolean {
    const text = this.text.slice(this.lines.starts[line], this.lines.starts[line + 1]).replace(/[\r\n]{1,2}$/, '');
    return blankOrComment.test(text) || documentEnd.test(text);
  }

  /** Puts lines (without a line end) at an offset that is a line's start or the end of the text. */
  insertLines(offset: number, lines: string): void {
    const open = offset === this.text.length && offset > 0 && !/[\r\n]/.test(this.text.charAt(offset - 1));
    this.edits.push({ start: offset, end: offset, text: open ? this.eol + lines : lines + this.eol });
  }

  /** Replaces whole lines by others. */
  replaceBlock(start: number, end: number, lines: string): void {
    const closed = /[\r\n]/.test(this.text.charAt(end - 1));
    const text = lines.replaceAll(/\r\n|\n|\r/g, this.eol) + (closed ? this.eol : '');
    this.edits.push({ start, end, text });
  }

  /** Replaces whole lines; comments that stood among them are kept above. `undefined` removes them. */
  replaceLines(
    start: number,
    end: number,
    nodes: readonly YamlNode[],
    lines: string | undefined,
    indent: string,
  ): void {
    const from = this.lineStart(start);
    const kept = this.#commentsIn(from, end, nodes).map((comment) => indent + comment);
    const all = lines === undefined ? kept : [...kept, lines];
    const closed = /[\r\n]/.test(this.text.charAt(end - 1));
    this.edits.push({ start: from, end, text: all.join(this.eol) + (closed && all.length > 0 ? this.eol : '') });
  }

  /** Comments between the leaves of nodes. */
  #commentsIn(start: number, end: number, nodes: readonly YamlNode[]): string[] {
    const leaves: [number, number][] = [];
    for (const node of nodes) {
      collectLeaves(node, leaves);
    }
    const comments: string[] = [];
    let from = start;
    for (const [leafStart, leafEnd] of [...leaves, [end, end] as const]) {
      for (const match of this.text.slice(from, Math.max(from, leafStart)).matchAll(/(?<=^|[ \t\r\n])#[^\r\n]*/g)) {
        comments.push(match[0]);
      }
      from = Math.max(from, leafEnd);
    }
    return comments;
  }

  /**
   * Makes an entry of a block map mean `target`.
   * @param limit where the next entry starts
   */
  setEntry(entry: MapEntry, target: YamlValue, limit: number): void {
    const { value } = entry;
    if (equalValues(meaningOf(value), target)) {
      return;
    }
    const scalar = !isMap(target) && !isList(target);
    if (value.type === 'scalar' && !value.block && scalar) {
      const printed = printEntry(entry.key, target, '', this.eol).slice(printEntry(entry.key, '', '', '').length - 2);
      this.edits.push({
        start: value.start,
        end: value.end,
        text: value.start === value.end ? ` ${printed}` : printed,
      });
    } else if (value.type === 'map' && !value.flow && isMap(target) && target.size > 0 && this.#ownLines(value)) {
      this.setMap(value, target, limit);
    } else if (value.type === 'list' && !value.flow && isList(target) && target.length > 0 && this.#dashes(value)) {
      this.#setList(value, target, limit);
    } else {
      const indent = this.indentOf(entry.start);
      if (indent === undefined) {
        throw new UnsupportedLayout();
      }
      const end = this.contentEnd(entry.start, value, limit);
      this.replaceLines(entry.start, end, [value], printEntry(entry.key, target, indent, this.eol), indent);
    }
  }

  #ownLines(node: MapNode): boolean {
    return node.entries.every((entry) => this.indentOf(entry.start) !== undefined);
  }

  /**
   * Makes a block map mean `target`; new keys go where `rank` puts them, others stay where they are.
   * @param untouched keys of entries that are left alone, whatever they mean
   */
  setMap(
    node: MapNode,
    target: YamlMap,
    limit: number,
    rank: (key: string) => number = () => 0,
    untouched: readonly string[] = [],
  ): void {
    const first = node.entries[0];
    const indent = first && this.indentOf(first.start);
    if (node.flow || first === undefined || indent === undefined) {
      throw new UnsupportedLayout();
    }
    const ends = node.entries.map((entry, index) =>
      this.contentEnd(entry.start, entry.value, node.entries[index + 1]?.start ?? limit),
    );
    node.entries.forEach((entry, index) => {
      if (untouched.includes(entry.key)) {
        return;
      }
      const value = target.get(entry.key);
      if (value !== undefined) {
        this.setEntry(entry, value, node.entries[index + 1]?.start ?? limit);
      } else if (this.indentOf(entry.start) === undefined) {
        throw new UnsupportedLayout();
      } else {
        this.replaceLines(entry.start, ends[index]!, [entry.value], undefined, indent);
      }
    });
    const present = new Set(node.entries.map((entry) => entry.key));
    for (const [key, value] of target) {
      if (!present.has(key)) {
        const after = node.entries.findLastIndex((entry) => rank(entry.key) <= rank(key));
        const offset = after < 0 ? this.lineStart(first.start) : ends[after]!;
        this.insertLines(offset, printEntry(key, value, indent, this.eol));
      }
    }
  }

  #dashes(node: ListNode): boolean {
    return node.items.every((item) => /^ *- +$/.test(this.text.slice(this.lineStart(item.start), item.start)));
  }

  /** Keeps the items that are in both, in order; changes a map in place where it lost its partner; adds the rest. */
  #setList(node: ListNode, target: readonly YamlValue[], limit: number): void {
    const indent = / */.exec(this.text.slice(this.lineStart(node.items[0]!.start)))![0];
    const old = node.items.map(meaningOf);
    let next = 0;
    let offset = this.lineStart(node.items[0]!.start);
    const add = (until: number): void => {
      for (; next < until; next++) {
        this.insertLines(offset, printItem(target[next]!, indent, this.eol));
      }
    };
    node.items.forEach((item, index) => {
      const end = this.contentEnd(item.start, item, node.items[index + 1]?.start ?? limit);
      const value = old[index];
      let found = -1;
      for (let i = next; i < target.length && found < 0; i++) {
        found = equalValues(value, target[i]) ? i : -1;
      }
      if (found >= 0) {
        add(found);
        next++;
      } else {
        this.replaceLines(item.start, end, [item], undefined, indent);
      }
      offset = end;
    });
    add(target.length);
  }
}

/** The text is laid out so that this part cannot be changed in place; print the enclosing part anew. */
export class UnsupportedLayout extends Error {}

/** What an edit gives, `undefined` where the layout does not support it. */
export function whereSupported<T>(edit: () => T): T | undefined {
  try {
    return edit();
  } catch (error) {
    if (error instanceof UnsupportedLayout) {
      return undefined;
    }
    throw error;
  }
}

function collectLeaves(node: YamlNode, into: [number, number][]): void {
  if (node.type === 'scalar') {
    into.push([node.start, node.end]);
  } else if (node.type === 'list') {
    for (const item of node.items) {
      collectLeaves(item, into);
    }
  } else {
    for (const entry of node.entries) {
      into.push([entry.start, entry.start + entry.key.length]);
      collectLeaves(entry.value, into);
    }
  }
}
