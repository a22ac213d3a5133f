import type { ItemId } from '../model/claim';
import type { Problem } from '../model/problem';
import { conflictSides } from './conflictMarkers';
import { type Section, sections } from './itemCodec';
import { mergeItem } from './mergeItem';
import { blockSection, blockText } from './sidecarBlocks';
import { setItems } from './sidecarEdit';
import { absentSidecar, readSidecar, type Sidecar } from './sidecarRead';
import { YamlEditor } from './yamlEdit';
import { mapOf } from './yamlTree';
import { equalValues, type YamlMap } from './yamlValue';

export interface MergedSidecar {
  /** `undefined` where one side cannot be understood; nothing was merged then. */
  readonly text: string | undefined;
  /** Fields that both sides changed in different ways. Ours is in the field, theirs in the item's `conflicts`. */
  readonly conflicts: readonly { readonly id: ItemId; readonly field: string }[];
  /** Why there is no text, with the line in that side's file. */
  readonly problem?: Problem;
}

/**
 * Three-way merge of sidecars, item by item and field by field; what a git merge driver needs. A text that is empty
 * stands for a file that is not there. Comments of both sides are kept.
 */
export function mergeSidecarTexts(base: string, ours: string, theirs: string): MergedSidecar {
  if (ours === theirs || base === theirs) {
    return { text: ours, conflicts: [] };
  }
  if (base === ours) {
    return { text: theirs, conflicts: [] };
  }
  const [left, right] = [readOrAbsent(ours), readOrAbsent(theirs)];
  for (const side of [left, right]) {
    if (side.readOnly !== undefined) {
      return { text: undefined, conflicts: [], ...(side.problems[0] ? { problem: side.problems[0] } : {}) };
    }
  }
  // A base that cannot be read only means that nothing is known to be deleted.
  const before = readOrAbsent(base);
  if (!left.root || !right.root) {
    return mergeDeletedFile(before, left, right);
  }
  return new SidecarMerge(before.readOnly === undefined ? before : absentSidecar, left, right).merge();
}

/** Merges by id what git could not merge by lines; `undefined` where the markers or the sides cannot be read. */
export function resolveConflictMarkers(text: string): MergedSidecar | undefined {
  const sides = conflictSides(text);
  const merged = sides && mergeSidecarTexts(sides.base ?? '', sides.ours, sides.theirs);
  return merged?.text === undefined ? undefined : merged;
}

function readOrAbsent(text: string): Sidecar {
  return text.trim() === '' ? absentSidecar : readSidecar(text);
}

/** One side deleted the file: it stays deleted only if the other side changed nothing that people decided. */
function mergeDeletedFile(before: Sidecar, left: Sidecar, right: Sidecar): MergedSidecar {
  const kept = left.root ? left : right;
  const unchanged =
    before.root && sections.every((section) => equalValues(before.items.get(section), kept.items.get(section)));
  return { text: unchanged ? '' : kept.text, conflicts: [] };
}

interface Blocks {
  readonly editor: YamlEditor;
  readonly texts: ReadonlyMap<string, string>;
  /** Comment lines outside of all items. */
  readonly comments: readonly string[];
}

class SidecarMerge {
  readonly #conflicts: { id: ItemId; field: string }[] = [];
  readonly #base: Blocks;
  readonly #ours: Blocks;
  readonly #theirs: Blocks;

  constructor(
    readonly base: Sidecar,
    readonly ours: Sidecar,
    readonly theirs: Sidecar,
  ) {
    this.#base = blocksOf(base);
    this.#ours = blocksOf(ours);
    this.#theirs = blocksOf(theirs);
  }

  merge(): MergedSidecar {
    const targets = new Map<Section, Map<ItemId, YamlMap | undefined>>();
    const blocks = new Map<ItemId, string>();
    const comments = new Map<ItemId, readonly string[]>();
    for (const section of sections) {
      const own = new Map<ItemId, YamlMap | undefined>();
      targets.set(section, own);
      const [before, ours, theirs] = [this.base, this.ours, this.theirs].map((side) => side.items.get(section)!);
      for (const id of new Set([...ours!.keys(), ...theirs!.keys()])) {
        const merged = mergeItem([before!.get(id), ours!.get(id)], theirs!.get(id));
        own.set(id, merged.value);
        this.#conflicts.push(...merged.conflicts.map((field) => ({ id, field })));
        this.#keepLines(`${section} ${id}`, id, blocks, comments);
      }
    }
    const merged = setItems(this.ours, targets, blocks, comments);
    return { text: this.#mergeRest(merged), conflicts: this.#conflicts };
  }

  /** An item that only theirs touched takes their lines; where both did, their new comments move above it. */
  #keepLines(key: string, id: ItemId, blocks: Map<ItemId, string>, comments: Map<ItemId, readonly string[]>): void {
    const [before, ours, theirs] = [this.#base, this.#ours, this.#theirs].map((side) => side.texts.get(key));
    if (theirs === undefined || theirs === before || theirs === ours) {
      return;
    }
    if (ours === undefined || ours === before) {
      blocks.set(id, theirs);
      return;
    }
    const known = new Set([...commentsOf(ours), ...commentsOf(before ?? '')]);
    const added = commentsOf(theirs).filter((comment) => !known.has(comment));
    if (added.length > 0) {
      comments.set(id, added);
    }
  }

  /** Keys and comments outside of the items. */
  #mergeRest(sidecar: Sidecar): string {
    const [before, ours, theirs] = [this.base, this.ours, this.theirs].map(restOf);
    const editor = new YamlEditor(sidecar.text, sidecar.lines);
    const merged = mergeItem([before, ours], theirs).value ?? new Map();
    if (sidecar.root && !equalValues(merged, ours)) {
      const own = mapOf(sidecar.root);
      const target = new Map([...merged, ...[...own].filter(([key]) => sections.some((section) => section === key))]);
      editor.setMap(sidecar.root, target, sidecar.text.length, (key) =>
        sections.some((section) => section === key) ? 1 : 0,
      );
    }
    const known = new Set([...this.#ours.comments, ...this.#base.comments]);
    const added = this.#theirs.comments.filter((comment) => !known.has(comment));
    if (added.length > 0) {
      const firstLine = /^ *#/.test(sidecar.text) ? editor.lineEnd(0) : 0;
      editor.insertLines(firstLine, added.join(editor.eol));
    }
    return editor.result();
  }
}

function blocksOf(sidecar: Sidecar): Blocks {
  const editor = new YamlEditor(sidecar.text, sidecar.lines);
  const texts = new Map<string, string>();
  const outside: string[] = [];
  let from = 0;
  for (const section of sections) {
    const found = sidecar.root && blockSection(editor, sidecar.root, section);
    for (const block of found?.blocks ?? []) {
      texts.set(`${section} ${block.entry.key}`, blockText(editor, block).replaceAll(/\r\n|\r/g, '\n'));
      outside.push(sidecar.text.slice(from, block.start));
      from = block.end;
    }
  }
  return { editor, texts, comments: commentsOf([...outside, sidecar.text.slice(from)].join('')) };
}

/** Lines that are comments, without their indent. */
function commentsOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/).flatMap((line) => (/^[ \t]*#/.test(line) ? [line.trim()] : []));
}

function restOf(sidecar: Sidecar): YamlMap {
  const all = sidecar.root ? mapOf(sidecar.root) : new Map();
  return new Map([...all].filter(([key]) => !sections.some((section) => section === key)));
}
