import type { ItemId } from '../model/claim';
import { chainsOf, type ItemChange } from './itemChange';
import { type FileKind, type ItemFile, rest } from './itemFile';
import { readFileText } from './itemFileRead';
import { mergeItem } from './mergeItem';
import { rereadItem } from './rereadItem';
import { type ItemLines, type ItemTargets, itemKey, SectionEdit } from './sectionEdit';
import { blockSection, blockText } from './sidecarBlocks';
import { whereSupported, YamlEditor } from './yamlEdit';
import { entryOf } from './yamlTree';
import { equalValues, type YamlMap } from './yamlValue';

/** What became of a file by an edit. */
export interface EditResult<F extends ItemFile> {
  /** As it is now; the given one where nothing changed. */
  readonly file: F;
  /** `id` and field of every true conflict that the edit met. */
  readonly conflicts: readonly { readonly id: ItemId; readonly field: string }[];
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
  for (const whole of [false, true]) {
    const result = editOnce(kind, file, changed, lines, whole);
    if (result && result.readOnly === undefined && areAsAsked(file, changed, result)) {
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

/** Whether the items of a file are those of another with the changes, and no others. */
function areAsAsked(before: ItemFile, changed: ItemTargets, after: ItemFile): boolean {
  return [...before.items].every(([section, was]) => {
    const asked = changed.get(section);
    const is = after.items.get(section)!;
    let size = was.size;
    for (const [id, value] of asked ?? []) {
      size += (value ? 1 : 0) - (was.has(id) ? 1 : 0);
    }
    for (const [id, value] of is) {
      if (!equalValues(value, asked?.has(id) ? asked.get(id) : was.get(id))) {
        return false;
      }
    }
    return is.size === size;
  });
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
  const edit = new SectionEdit(kind, file, file.root, lines);
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
