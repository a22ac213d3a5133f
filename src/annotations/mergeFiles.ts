import type { ItemId } from '../model/claim';
import type { Problem } from '../model/problem';
import { conflictSides } from './conflictMarkers';
import { type FileKind, type ItemFile, rest } from './itemFile';
import { setItems } from './itemFileEdit';
import { absentFile, readFileText } from './itemFileRead';
import { mergeItem } from './mergeItem';
import { itemKey } from './sectionEdit';
import { blockSection, blockText } from './sidecarBlocks';
import { YamlEditor } from './yamlEdit';
import { equalValues, type YamlMap } from './yamlValue';

/** What comes of a three-way merge of texts. */
export interface MergedFile {
  /** `undefined` where one side cannot be understood; nothing was merged then. */
  readonly text: string | undefined;
  /** Fields that both sides changed in different ways. Ours is in the field, theirs in the item's `conflicts`. */
  readonly conflicts: readonly { readonly id: ItemId; readonly field: string }[];
  /** Why there is no text, with the line in that side's file. */
  readonly problem?: Problem;
}

/**
 * Three-way merge of files of one kind, item by item and field by field; what a git merge driver needs. A text that is
 * empty stands for a file that is not there. Comments of both sides are kept.
 */
export function mergeFileTexts<F extends ItemFile>(
  kind: FileKind<F>,
  base: string,
  ours: string,
  theirs: string,
): MergedFile {
  if (ours === theirs || base === theirs) {
    return { text: ours, conflicts: [] };
  }
  if (base === ours) {
    return { text: theirs, conflicts: [] };
  }
  const [before, left, right] = [base, ours, theirs].map((text) =>
    text.trim() === '' ? absentFile(kind) : readFileText(kind, text),
  ) as [F, F, F];
  for (const side of [left, right]) {
    if (side.readOnly !== undefined) {
      return { text: undefined, conflicts: [], problem: side.problems[0]! };
    }
  }
  if (!left.root || !right.root) {
    return mergeDeletedFile(before, left, right);
  }
  // A base that cannot be read only means that nothing is known to be deleted.
  return new FileMerge(kind, before.readOnly === undefined ? before : absentFile(kind), left, right).merge();
}

/** Merges by id what git could not merge by lines; `undefined` where the markers or the sides cannot be read. */
export function resolveConflictMarkers<F extends ItemFile>(kind: FileKind<F>, text: string): MergedFile | undefined {
  const sides = conflictSides(text);
  const merged = sides && mergeFileTexts(kind, sides.base ?? '', sides.ours, sides.theirs);
  return merged?.text === undefined ? undefined : merged;
}

/** One side deleted the file: it stays deleted only if the other side changed nothing that people decided. */
function mergeDeletedFile(before: ItemFile, left: ItemFile, right: ItemFile): MergedFile {
  const kept = left.root ? left : right;
  const same = [...kept.items].every(([section, items]) => equalValues(before.items.get(section), items));
  return { text: before.root && same ? '' : kept.text, conflicts: [] };
}

type Items = ReadonlyMap<ItemId, YamlMap>;

interface Lines {
  /** Lines of each item, by its key. */
  readonly texts: ReadonlyMap<string, string>;
  /** Comment lines outside of all items. */
  readonly comments: readonly string[];
}

class FileMerge<F extends ItemFile> {
  readonly #conflicts: { id: ItemId; field: string }[] = [];
  readonly #base: Lines;
  readonly #ours: Lines;
  readonly #theirs: Lines;
  readonly #blocks = new Map<string, string>();
  readonly #comments = new Map<string, readonly string[]>();

  constructor(
    readonly kind: FileKind<F>,
    readonly base: F,
    readonly ours: F,
    readonly theirs: F,
  ) {
    this.#base = linesOf(kind, base);
    this.#ours = linesOf(kind, ours);
    this.#theirs = linesOf(kind, theirs);
  }

  merge(): MergedFile {
    const targets = new Map<string, Map<ItemId, YamlMap | undefined>>();
    for (const section of [...this.kind.sections, rest.section]) {
      const own = new Map<ItemId, YamlMap | undefined>();
      targets.set(section, own);
      const [before, ours, theirs] = [this.base, this.ours, this.theirs].map(({ items }) => items.get(section)!) as [
        Items,
        Items,
        Items,
      ];
      for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
        const merged = mergeItem([before.get(id), ours.get(id)], theirs.get(id));
        own.set(id, merged.value);
        this.#conflicts.push(...merged.conflicts.map((field) => ({ id, field })));
        this.#keepLines(itemKey(section, id));
      }
    }
    const merged = setItems(this.kind, this.ours, targets, { blocks: this.#blocks, comments: this.#comments });
    return { text: this.#addComments(merged), conflicts: this.#conflicts };
  }

  /** An item that only theirs touched takes their lines; where both did, their new comments move above it. */
  #keepLines(key: string): void {
    const [before, ours, theirs] = [this.#base, this.#ours, this.#theirs].map((side) => side.texts.get(key));
    if (theirs === undefined || theirs === before || theirs === ours) {
      return;
    }
    if (ours === undefined || ours === before) {
      this.#blocks.set(key, theirs);
      return;
    }
    const known = new Set([...commentsOf(ours), ...commentsOf(before ?? '')]);
    const added = commentsOf(theirs).filter((comment) => !known.has(comment));
    if (added.length > 0) {
      this.#comments.set(key, added);
    }
  }

  /** Their new comments outside of the items, below the first line. */
  #addComments(file: F): string {
    const known = new Set([...this.#ours.comments, ...this.#base.comments]);
    const added = this.#theirs.comments.filter((comment) => !known.has(comment));
    const editor = new YamlEditor(file.text, file.lines);
    if (added.length > 0) {
      editor.insertLines(/^#/.test(file.text) ? editor.lineEnd(0) : 0, added.join(editor.eol));
    }
    return editor.result();
  }
}

function linesOf(kind: FileKind<ItemFile>, file: ItemFile): Lines {
  const editor = new YamlEditor(file.text, file.lines);
  const texts = new Map<string, string>();
  const spans: [number, number][] = [];
  for (const section of kind.sections) {
    const found = file.root && blockSection(editor, file.root, section);
    for (const block of found?.blocks() ?? []) {
      texts.set(itemKey(section, block.entry.key), blockText(editor, block).replaceAll(/\r\n|\r/g, '\n'));
      spans.push([block.start, block.end]);
    }
  }
  let outside = '';
  let from = 0;
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    outside += file.text.slice(from, start);
    from = end;
  }
  return { texts, comments: commentsOf(outside + file.text.slice(from)) };
}

/** Lines that are comments, without their indent. */
function commentsOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/).flatMap((line) => (/^[ \t]*#/.test(line) ? [line.trim()] : []));
}
