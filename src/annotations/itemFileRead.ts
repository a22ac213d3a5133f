import type { ItemId } from '../model/claim';
import type { Problem } from '../model/problem';
import type { ChangeChain } from './itemChange';
import type { FieldFault } from './itemFields';
import { type FileKind, type ItemFile, type ReadOnlyReason, rest } from './itemFile';
import { faultProblem, readItem } from './itemRead';
import { LinePositions } from './linePositions';
import { mergeItem } from './mergeItem';
import { olderItems } from './migrate';
import { salvageItems } from './salvage';
import { conflictMarkerLine, decodeYamlFile } from './sidecarGate';
import { entryOf, type MapEntry, type MapNode, mapOf, meaningOf, parseYaml, type YamlNode } from './yamlTree';
import { PlainScalar, type YamlMap } from './yamlValue';

const readOnlyCodes: Readonly<Record<string, ReadOnlyReason>> = {
  'newer-version': 'newer-version',
  'not-utf8': 'encoding',
  'file-too-big': 'too-big',
  'conflict-markers': 'conflicted',
};

/** The file that is not there. */
export function absentFile<F extends ItemFile>(kind: FileKind<F>): F {
  const none = new Map([...kind.sections, rest.section].map((section) => [section, new Map<ItemId, never>()]));
  return kind.finish({
    text: '',
    bom: false,
    problems: [],
    readOnly: undefined,
    root: undefined,
    lines: new LinePositions(''),
    items: none,
    decoded: none,
  });
}

/** Reads a file's bytes. Never throws; what is wrong is in `problems`, what can be read is in the items. */
export function readFileBytes<F extends ItemFile>(kind: FileKind<F>, bytes: Uint8Array): F {
  const { text, bom, problems } = decodeYamlFile(bytes);
  if (text === undefined) {
    const readOnly = readOnlyCodes[problems[0]!.code] ?? 'damaged';
    return { ...absentFile(kind), bom, problems, readOnly };
  }
  const read = readFileText(kind, text);
  const all = [...problems, ...read.problems];
  return { ...read, bom, problems: all, readOnly: problems.length > 0 ? 'encoding' : read.readOnly };
}

/** Reads a file's text. One bad record never hides the others. */
export function readFileText<F extends ItemFile>(kind: FileKind<F>, text: string): F {
  return kind.finish(new ItemFileReader(text, kind).read());
}

/**
 * The file with changes laid over what could be read of it, for showing work that is not written yet. Text and
 * problems are those of the file.
 */
export function overlaid<F extends ItemFile>(kind: FileKind<F>, file: F, chains: readonly ChangeChain[]): F {
  if (chains.length === 0) {
    return file;
  }
  const touched = new Set(chains.map(({ section }) => section));
  const items = withCopies(file.items, touched);
  const decoded = withCopies(file.decoded, touched);
  for (const { section, id, states } of chains) {
    const { value } = mergeItem(states, items.get(section)?.get(id));
    setOrDelete(items.get(section), id, value);
    setOrDelete(decoded.get(section), id, value && kind.decode(section, id, value, []));
  }
  for (const section of touched) {
    const own = decoded.get(section);
    if (own && own.size > file.decoded.get(section)!.size) {
      decoded.set(section, new Map([...own].sort(([a], [b]) => (a < b ? -1 : 1))));
    }
  }
  return kind.finish({ ...file, items, decoded });
}

/** The maps of all sections; those of some are copies that may be changed. */
function withCopies<T>(
  sections: ReadonlyMap<string, ReadonlyMap<ItemId, T>>,
  copied: ReadonlySet<string>,
): Map<string, Map<ItemId, T>> {
  // Those that are not copied are only read.
  return new Map(
    [...sections].map(([section, own]) => [section, copied.has(section) ? new Map(own) : (own as Map<ItemId, T>)]),
  );
}

function setOrDelete<T>(map: Map<ItemId, T> | undefined, id: ItemId, value: T | undefined): void {
  if (value === undefined) {
    map?.delete(id);
  } else {
    map?.set(id, value);
  }
}

class ItemFileReader {
  readonly #lines: LinePositions;
  readonly #problems: Problem[] = [];
  readonly #items: Map<string, Map<ItemId, YamlMap>>;
  readonly #decoded: Map<string, Map<ItemId, unknown>>;
  #readOnly: ReadOnlyReason | undefined;

  constructor(
    readonly text: string,
    readonly kind: FileKind<ItemFile>,
  ) {
    this.#lines = new LinePositions(text);
    this.#items = new Map([...kind.sections, rest.section].map((section) => [section, new Map()]));
    this.#decoded = new Map(kind.sections.map((section) => [section, new Map()]));
  }

  read(): ItemFile {
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
        this.#block('empty-file', 'The file is empty, which we never write. Restore it from git, or delete it.', 0);
      }
    }
    return {
      text: this.text,
      bom: false,
      problems: this.#distinctProblems().sort((a, b) => a.line - b.line || a.column - b.column),
      readOnly: this.#readOnly,
      root: tree.root?.type === 'map' ? tree.root : undefined,
      lines: this.#lines,
      items: this.#items,
      decoded: this.#decoded,
    };
  }

  /** A key that stands twice where ids stand is told as the id that it is. */
  #distinctProblems(): Problem[] {
    const ids = this.#problems.filter((problem) => problem.code === 'duplicate-id');
    return this.#problems.filter(
      ({ code, line, column }) =>
        code !== 'duplicate-key' || !ids.some((other) => other.line === line && other.column === column),
    );
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
    for (const [section, items] of salvageItems(this.text, this.kind.sections)) {
      for (const [id, map] of items) {
        this.#items.get(section)?.set(id, map);
        setOrDelete(this.#decoded.get(section), id, this.kind.decode(section, id, map, []));
      }
    }
  }

  #readRoot(root: YamlNode): void {
    const { sections, name } = this.kind;
    if (root.type !== 'map') {
      this.#block('wrong-type', `A ${name} is a map with the keys version, ${sections.join(', ')}.`, 0, ['', 'map']);
      return;
    }
    const strayKey = root.flow ? root : this.#strayKey(root);
    if (strayKey) {
      const message =
        'The file is written in braces or with "?". Put each key on a line of its own; until then it is not written.';
      this.#block('file-layout', message, this.#lines.lineOf(strayKey.start));
    }
    const version = entryOf(root, 'version');
    if (version && !this.#readVersion(version)) {
      return;
    }
    for (const section of sections) {
      const entry = entryOf(root, section);
      if (entry) {
        this.#readSection(section, entry);
      }
    }
    this.#readRest(root);
  }

  /** A key that does not stand where the map begins, as one behind "?" does, on its line or on the next. */
  #strayKey(root: MapNode): MapEntry | undefined {
    const { column } = this.#lines.at(root.start);
    return root.entries.find(({ start }) => this.#lines.at(start).column !== column);
  }

  #readSection(section: string, entry: MapEntry): void {
    const { value } = entry;
    const items = value.type === 'map' ? value.entries : olderItems(value);
    if (items) {
      for (const item of items) {
        this.#readItem(section, item);
      }
    } else if (value.type !== 'scalar' || value.value !== null) {
      const message = `"${section}" must be a map of items by id.`;
      this.#block('wrong-type', message, this.#lines.lineOf(entry.start), [section, 'map']);
    }
  }

  #readRest(root: MapNode): void {
    const others = [...mapOf(root)].filter(([key]) => !this.kind.sections.includes(key));
    const map = new Map(others);
    this.#items.get(rest.section)?.set(rest.id, map);
    const faults: FieldFault[] = [];
    this.kind.checkRest(map, faults);
    const entry = { key: '', start: root.start, value: root };
    this.#problems.push(...faults.map((fault) => faultProblem(fault, entry, this.#lines)));
  }

  #readVersion(entry: MapEntry): boolean {
    const { major, minor } = this.kind.currentVersion;
    const value = meaningOf(entry.value);
    const source = value instanceof PlainScalar ? value.source : typeof value === 'object' ? '' : String(value);
    const match = /^(\d{1,4})(?:\.(\d{1,4}))?$/.exec(source);
    const line = this.#lines.lineOf(entry.start);
    if (!match) {
      this.#block('unknown-version', 'The version must be "major.minor".', line, [source]);
      return true;
    }
    if (Number(match[1]) > major) {
      const message = `Written by a newer version of Editorial Claims (format ${source}). Update to edit it.`;
      this.#block('newer-version', message, line, [source]);
      return false;
    }
    if (Number(match[1]) === major && Number(match[2] ?? 0) > minor) {
      const message = `Written by a newer version (format ${source}); what is new in it is kept as it is.`;
      this.#problems.push({
        code: 'newer-minor-version',
        severity: 'information',
        message,
        args: [source],
        line,
        column: 0,
      });
    }
    return true;
  }

  #readItem(section: string, entry: MapEntry): void {
    const id = entry.key;
    const position = this.#lines.at(entry.start);
    if (this.kind.sections.some((other) => this.#items.get(other)?.has(id))) {
      const message = `The id ${id} is used twice. Give the second item a new one.`;
      this.#block({ code: 'duplicate-id', severity: 'error', message, args: [id], ...position, item: id });
      return;
    }
    const read = readItem(this.kind, section, entry, this.#lines);
    this.#problems.push(...read.problems);
    if (read.map) {
      this.#items.get(section)?.set(id, read.map);
      setOrDelete(this.#decoded.get(section), id, read.decoded);
    }
  }
}
