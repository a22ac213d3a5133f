import type { ItemId } from '../model/claim';
import { type FileKind, type ItemFile, rest } from './itemFile';
import { type ReadItem, readItem } from './itemRead';
import type { LinePositions } from './linePositions';
import { shiftedEntry } from './shiftedNodes';
import { conflictMarkerLine } from './sidecarGate';
import type { TextEdit } from './yamlEdit';
import { entryOf, lastLeaf, type MapEntry, type MapNode, parseYaml, type YamlNode } from './yamlTree';

/** Stands behind the lines that are read, so that whatever is open in them ends as it does in the file. */
const sentinel = 'end-of-item';

/** Lines that end a document or begin another one. */
const ends = /^(?:\.\.\.|---|%)/m;

/**
 * A file in which one item was added, changed or deleted, reading only that item's lines and taking over the rest: what
 * {@link readFileText} gives for the whole text, at a fraction of the cost in a file with thousands of items.
 * `undefined` where that cannot be known from these lines alone; the whole text has to be read then.
 *
 * @param edits what was done to `file.text`
 * @param text the result
 */
export function rereadItem<F extends ItemFile>(
  kind: FileKind<F>,
  file: F,
  { section, id }: { readonly section: string; readonly id: ItemId },
  edits: readonly TextEdit[],
  text: string,
): F | undefined {
  const header = file.root && !file.root.flow ? entryOf(file.root, section) : undefined;
  const map = header?.value;
  if (!file.root || map?.type !== 'map' || map.flow || file.readOnly !== undefined || edits.length === 0) {
    return undefined;
  }
  const place = placeOf(file, file.root, map, id, edits);
  const delta = text.length - file.text.length;
  const lines = place && text.slice(place.start, place.end + delta);
  const behind = place && file.text.slice(place.end, place.limit);
  if (!place || lines === undefined || place.start < lineBehind(file, header!.start) || ends.test(`${behind}`)) {
    return undefined;
  }
  const head = `${section}:\n`;
  const entry = entryIn(head + lines + behind, section, id, place.indent);
  if (entry === undefined || conflictMarkerLine(lines) !== undefined) {
    return undefined;
  }
  const { entries } = map;
  const changed = entry ? [shiftedEntry(entry, place.start - head.length)] : [];
  const after = entries.slice(place.next).map((other) => shiftedEntry(other, delta));
  const now = [...entries.slice(0, place.previous + 1), ...changed, ...after];
  const isDuplicate = place.next - place.previous === 1 && hasId(file, id);
  if (!now[0] || isDuplicate) {
    return undefined;
  }
  const node: MapNode = { ...map, start: now[0].start, entries: now };
  const positions = file.lines.spliced(text, place.start, place.end, lines);
  const read = changed[0] && readItem(kind, section, changed[0], positions);
  return kind.finish({
    ...file,
    text,
    problems: problemsAfter(file, place, positions, read),
    root: { ...file.root, entries: file.root.entries.map((other) => withSection(other, section, node, delta)) },
    lines: positions,
    items: withItem(file.items, section, now, id, read?.map),
    decoded: withItem(file.decoded, section, now, id, read?.decoded),
  });
}

/** Whole lines of the old text that gave way, between two items that did not change. */
interface Place {
  readonly start: number;
  readonly end: number;
  /** Where the next item or section starts its line, or the text ends. */
  readonly limit: number;
  /** Items before and after; next to one another where the item is new. */
  readonly previous: number;
  readonly next: number;
  readonly indent: string;
}

function placeOf(
  file: ItemFile,
  root: MapNode,
  { entries }: MapNode,
  id: ItemId,
  edits: readonly TextEdit[],
): Place | undefined {
  const { lines, text } = file;
  const lineStart = (offset: number): number => lines.starts[lines.lineOf(offset)]!;
  const low = Math.min(...edits.map(({ start }) => start));
  const high = Math.max(...edits.map(({ end }) => end));
  const index = entries.findIndex(({ key }) => key === id);
  const previous = index >= 0 ? index - 1 : entries.findLastIndex(({ start }) => start < low);
  const next = index >= 0 ? index + 1 : previous + 1;
  const own = entries[index];
  const start = own ? Math.min(lineStart(low), lineStart(own.start)) : low;
  // Behind the item, blank lines and comments may stand; an edit that reaches in there decides where they belong.
  const end = own ? Math.max(lineBehind(file, lastLeaf(own.value)), lineBehind(file, high - 1)) : high;
  const following = entries[next] ?? root.entries.find((entry) => entry.start >= end);
  const limit = following ? lineStart(following.start) : text.length;
  const before = entries[previous];
  const aligned = text.slice(lineStart(entries[0]!.start), entries[0]!.start);
  const closed = before && (endsInBlock(before.value) || lineBehind(file, lastLeaf(before.value)) > start);
  const whole = /[\r\n]/.test(text.charAt(start - 1)) && /[\r\n]/.test(text.charAt(end - 1));
  const replacesOthers = !own && low < high;
  return closed || !whole || replacesOthers || end > limit || /[^ ]/.test(aligned)
    ? undefined
    : { start, end, limit, previous, next, indent: aligned };
}

/** Start of the line behind the one that an offset is in. */
function lineBehind({ lines, text }: ItemFile, offset: number): number {
  return lines.starts[lines.lineOf(offset) + 1] ?? text.length;
}

/** The item as it stands in its lines; `null` for none, `undefined` where they hold anything else. */
function entryIn(lines: string, section: string, id: ItemId, indent: string): MapEntry | null | undefined {
  const { root, problems } = parseYaml(`${lines}${indent}${sentinel}:\n`);
  const only = root?.type === 'map' && root.entries.length === 1 && problems.length === 0 ? root.entries[0] : undefined;
  if (only?.key !== section || only.value.type !== 'map' || only.value.flow) {
    return undefined;
  }
  const { entries } = only.value;
  const [first, second] = entries;
  if (first?.key === sentinel && entries.length === 1) {
    return null;
  }
  return first?.key === id && second?.key === sentinel && entries.length === 2 ? first : undefined;
}

function hasId(file: ItemFile, id: ItemId): boolean {
  return [...file.items].some(([section, items]) => section !== rest.section && items.has(id));
}

function withSection(entry: MapEntry, section: string, node: MapNode, delta: number): MapEntry {
  return entry.key === section
    ? { key: entry.key, start: entry.start, value: node }
    : shiftedEntry(entry, entry.start > node.start ? delta : 0);
}

/** One section's map in the order of the file. */
function withItem<T>(
  sections: ReadonlyMap<string, ReadonlyMap<ItemId, T>>,
  section: string,
  entries: readonly MapEntry[],
  id: ItemId,
  value: T | undefined,
): ReadonlyMap<string, ReadonlyMap<ItemId, T>> {
  const old = sections.get(section)!;
  const own = value === undefined || old.has(id) ? new Map(old) : new Map<ItemId, T>();
  if (value === undefined) {
    own.delete(id);
  } else if (own.size > 0) {
    own.set(id, value);
  } else {
    for (const { key } of entries) {
      const item = key === id ? value : old.get(key);
      if (item !== undefined) {
        own.set(key, item);
      }
    }
  }
  return new Map([...sections].map(([name, items]) => [name, name === section ? own : items]));
}

function problemsAfter(file: ItemFile, place: Place, positions: LinePositions, read: ReadItem | undefined) {
  const from = file.lines.lineOf(place.start);
  const to = file.lines.lineOf(place.end);
  const shift = positions.starts.length - file.lines.starts.length;
  const above = file.problems.filter(({ line }) => line < from);
  const below = file.problems.filter(({ line }) => line >= to);
  const own = [...(read?.problems ?? [])].sort((a, b) => a.line - b.line || a.column - b.column);
  return [...above, ...own, ...below.map((problem) => ({ ...problem, line: problem.line + shift }))];
}

/** A block scalar takes what blank lines follow it, or leaves them, by a sign of its own. */
function endsInBlock(node: YamlNode): boolean {
  const last = node.type === 'map' ? node.entries.at(-1)?.value : node.type === 'list' ? node.items.at(-1) : undefined;
  return node.type === 'scalar' ? node.block : last !== undefined && endsInBlock(last);
}
