import { type AnnotationSet, type Claim, type Correction, emptyAnnotations, type ItemId } from '../model/claim';
import type { Problem } from '../model/problem';
import type { ChangeChain } from './itemChange';
import { readClaim, readCorrection, type Section, sections } from './itemCodec';
import type { FieldFault } from './itemFields';
import { isItemId } from './itemId';
import { LinePositions } from './linePositions';
import { mergeItem } from './mergeItem';
import { salvageItems } from './salvage';
import { formatVersion } from './sidecarFormat';
import { conflictMarkerLine, decodeYamlFile } from './sidecarGate';
import { entryOf, type MapEntry, type MapNode, mapOf, parseYaml, type YamlNode } from './yamlTree';
import type { YamlMap } from './yamlValue';

/** A sidecar as it was read. */
export interface Sidecar {
  /** Without byte order mark; empty where the bytes could not be decoded. */
  readonly text: string;
  readonly bom: boolean;
  readonly annotations: AnnotationSet;
  /** In order of line. */
  readonly problems: readonly Problem[];
  /** Why the file must not be written; `undefined` where all of it is understood. */
  readonly readOnly: ReadOnlyReason | undefined;
  /** The parsed file; `undefined` where it is not a YAML map. */
  readonly root: MapNode | undefined;
  readonly lines: LinePositions;
  /** Every item by section and id, with the fields of other tools, valid or not. */
  readonly items: ReadonlyMap<Section, ReadonlyMap<ItemId, YamlMap>>;
}

export type ReadOnlyReason = 'damaged' | 'conflicted' | 'newer-version' | 'encoding' | 'too-big';

const readOnlyCodes: Readonly<Record<string, ReadOnlyReason>> = {
  'newer-version': 'newer-version',
  'not-utf8': 'encoding',
  'file-too-big': 'too-big',
  'conflict-markers': 'conflicted',
};

const noItems: Sidecar['items'] = new Map(sections.map((section) => [section, new Map()]));

/** The sidecar that is not there yet. */
export const absentSidecar: Sidecar = {
  text: '',
  bom: false,
  annotations: emptyAnnotations,
  problems: [],
  readOnly: undefined,
  root: undefined,
  lines: new LinePositions(''),
  items: noItems,
};

/** Reads a sidecar's bytes. Never throws; what is wrong is in `problems`, what can be read is in `annotations`. */
export function readSidecarBytes(bytes: Uint8Array): Sidecar {
  const { text, bom, problems } = decodeYamlFile(bytes);
  if (text === undefined) {
    const reason = readOnlyCodes[problems[0]?.code ?? ''] ?? 'damaged';
    return { ...absentSidecar, bom, problems, readOnly: reason };
  }
  const read = readSidecar(text);
  const all = [...problems, ...read.problems];
  return { ...read, bom, problems: all, readOnly: problems.length > 0 ? 'encoding' : read.readOnly };
}

/** Reads a sidecar's text. One bad record never hides the others. */
export function readSidecar(text: string): Sidecar {
  return new SidecarReader(text).read();
}

/**
 * The sidecar with changes laid over what could be read of it, for showing new work that must not be written yet.
 * Its text and problems are those of the file.
 */
export function overlaidItems(sidecar: Sidecar, chains: readonly ChangeChain[]): Sidecar {
  if (chains.length === 0) {
    return sidecar;
  }
  const items = new Map(sections.map((section) => [section, new Map(sidecar.items.get(section))]));
  const claims = new Map(sidecar.annotations.claims.map((claim) => [claim.id, claim]));
  const corrections = new Map(sidecar.annotations.corrections.map((correction) => [correction.id, correction]));
  for (const { section, id, states } of chains) {
    const { value } = mergeItem(states, items.get(section)?.get(id));
    setOrDelete(items.get(section)!, id, value);
    if (section === 'claims') {
      setOrDelete(claims, id, value && readClaim(id, value, []));
    } else {
      setOrDelete(corrections, id, value && readCorrection(id, value, []));
    }
  }
  return { ...sidecar, items, annotations: { claims: byId(claims), corrections: byId(corrections) } };
}

function setOrDelete<T>(map: Map<ItemId, T>, id: ItemId, value: T | undefined): void {
  if (value === undefined) {
    map.delete(id);
  } else {
    map.set(id, value);
  }
}

function byId<T extends { readonly id: ItemId }>(items: ReadonlyMap<ItemId, T>): readonly T[] {
  return [...items.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

class SidecarReader {
  readonly #lines: LinePositions;
  readonly #problems: Problem[] = [];
  readonly #claims: Claim[] = [];
  readonly #corrections: Correction[] = [];
  readonly #items = new Map(sections.map((section) => [section, new Map<ItemId, YamlMap>()]));
  #readOnly: ReadOnlyReason | undefined;

  constructor(readonly text: string) {
    this.#lines = new LinePositions(text);
  }

  read(): Sidecar {
    const marker = conflictMarkerLine(this.text);
    const tree = parseYaml(this.text, this.#lines);
    if (marker !== undefined) {
      this.#block('conflict-markers', 'Git left conflict markers here. Merge the two sides by id.', marker);
      this.#salvage();
    } else {
      for (const problem of tree.problems) {
        this.#block(problem);
      }
      if (tree.root) {
        this.#readRoot(tree.root);
      } else if (tree.problems.length > 0) {
        this.#salvage();
      } else {
        this.#block('empty-sidecar', 'The file is empty, which we never write. Restore it from git, or delete it.', 0);
      }
    }
    return {
      text: this.text,
      bom: false,
      annotations: { claims: this.#claims, corrections: this.#corrections },
      problems: this.#problems.sort((a, b) => a.line - b.line || a.column - b.column),
      readOnly: this.#readOnly,
      root: tree.root?.type === 'map' ? tree.root : undefined,
      lines: this.#lines,
      items: this.#items,
    };
  }

  #block(problem: Problem): void;
  #block(code: string, message: string, line: number, args?: readonly string[]): void;
  #block(problem: Problem | string, message = '', line = 0, args: readonly string[] = []): void {
    const full: Problem =
      typeof problem === 'string' ? { code: problem, severity: 'error', message, args, line, column: 0 } : problem;
    this.#problems.push(full);
    this.#readOnly ??= readOnlyCodes[full.code] ?? 'damaged';
  }

  /** Shows what can be read of a file that as a whole cannot; its faults come after the one that stops us. */
  #salvage(): void {
    for (const [section, items] of salvageItems(this.text)) {
      for (const [id, map] of items) {
        this.#take(section, id, map, []);
      }
    }
  }

  #take(section: Section, id: ItemId, map: YamlMap, faults: FieldFault[]): void {
    this.#items.get(section)?.set(id, map);
    if (section === 'claims') {
      const claim = readClaim(id, map, faults);
      this.#claims.push(...(claim ? [claim] : []));
    } else {
      const correction = readCorrection(id, map, faults);
      this.#corrections.push(...(correction ? [correction] : []));
    }
  }

  #readRoot(root: YamlNode): void {
    if (root.type !== 'map') {
      this.#block('wrong-type', 'A sidecar is a map with the keys version, claims and corrections.', 0, ['map']);
      return;
    }
    const version = entryOf(root, 'version');
    if (version && !this.#readVersion(version)) {
      return;
    }
    for (const section of sections) {
      const entry = entryOf(root, section);
      if (entry?.value.type === 'map') {
        for (const item of entry.value.entries) {
          this.#readItem(section, item);
        }
      } else if (entry && !(entry.value.type === 'scalar' && entry.value.value === null)) {
        const { line } = this.#lines.at(entry.start);
        this.#block('wrong-type', `"${section}" must be a map of items by id.`, line, ['map']);
      }
    }
  }

  #readVersion(entry: MapEntry): boolean {
    const value = entry.value.type === 'scalar' ? entry.value.value : undefined;
    const match = /^(\d{1,4})(?:\.(\d{1,4}))?$/.exec(
      value !== null && typeof value === 'object' ? value.source : String(value),
    );
    const { line } = this.#lines.at(entry.start);
    if (!match) {
      this.#block('unknown-version', 'The version must be "major.minor".', line);
      return true;
    }
    if (Number(match[1]) > formatVersion.major) {
      const message = `Written by a newer version of Editorial Claims (format ${match[0]}). Update to edit it.`;
      this.#block('newer-version', message, line, [match[0]]);
      return false;
    }
    if (Number(match[1]) === formatVersion.major && Number(match[2] ?? 0) > formatVersion.minor) {
      const message = `Written by a newer version (format ${match[0]}); what is new in it is kept as it is.`;
      this.#problems.push({
        code: 'newer-minor-version',
        severity: 'information',
        message,
        args: [match[0]],
        line,
        column: 0,
      });
    }
    return true;
  }

  #readItem(section: Section, entry: MapEntry): void {
    const id = entry.key;
    const position = this.#lines.at(entry.start);
    const items = this.#items.get(section)!;
    if (sections.some((other) => this.#items.get(other)?.has(id))) {
      if (!items.has(id)) {
        this.#block({
          code: 'duplicate-id',
          severity: 'error',
          message: `The id ${id} is used twice. Give the second item a new one.`,
          args: [id],
          ...position,
          item: id,
        });
      }
      return;
    }
    if (!isItemId(id)) {
      const message = `"${id}" is no usable id: lower-case letters, digits and hyphens.`;
      this.#problems.push({ code: 'bad-id', severity: 'warning', message, args: [id], ...position, item: id });
    }
    if (entry.value.type !== 'map') {
      const message = 'An item must be a map of fields.';
      this.#problems.push({ code: 'wrong-type', severity: 'error', message, args: ['map'], ...position, item: id });
      return;
    }
    const faults: FieldFault[] = [];
    this.#take(section, id, mapOf(entry.value), faults);
    for (const fault of faults) {
      this.#problems.push(this.#faultProblem(fault, entry));
    }
  }

  #faultProblem(fault: FieldFault, item: MapEntry): Problem {
    return {
      code: fault.code,
      severity: fault.severity,
      message: faultMessage(fault),
      args: [fault.path.join('.'), fault.detail],
      ...this.#lines.at(locate(item, fault.path)),
      item: item.key,
    };
  }
}

/** Offset of the deepest part of a path that is in the file. */
function locate(item: MapEntry, path: readonly (string | number)[]): number {
  let offset = item.start;
  let node: YamlNode | undefined = item.value;
  for (const step of path) {
    if (node?.type === 'map') {
      const entry = entryOf(node, String(step));
      offset = entry?.start ?? offset;
      node = entry?.value;
    } else if (node?.type === 'list') {
      node = node.items[Number(step)];
      offset = node?.start ?? offset;
    }
  }
  return offset;
}

function faultMessage({ code, path, detail }: FieldFault): string {
  const field = path.join('.');
  switch (code) {
    case 'missing-field':
      return `"${field}" is missing.`;
    case 'wrong-type':
      return `"${field}" must be ${detail === 'text' ? 'a quoted string' : `a ${detail}`}.`;
    case 'unknown-value':
      return `"${field}" must be one of: ${detail}.`;
    case 'bad-edtf':
      return `"${detail}" is no date of the Extended Date/Time Format, such as 2024-05-06, 2024-05 or 2024-05-06/2024-05-08.`;
    case 'bad-hint':
      return `The position hint ${detail} is no offset; it is ignored.`;
    case 'empty-quote':
      return 'The quote is empty, so the item cannot be attached to the text.';
    case 'long-quote':
      return `The quote is longer than ${detail} characters; shorten it.`;
  }
}
