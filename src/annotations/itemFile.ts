import type { ItemId } from '../model/claim';
import type { Problem } from '../model/problem';
import type { FieldFault } from './itemFields';
import type { LinePositions } from './linePositions';
import type { MapNode } from './yamlTree';
import type { YamlMap } from './yamlValue';

/** Why a file must not be written. */
export type ReadOnlyReason = 'damaged' | 'conflicted' | 'newer-version' | 'encoding' | 'too-big';

/** A YAML file of ours as it was read: maps of items by id, and what stands beside them. */
export interface ItemFile {
  /** Without byte order mark; empty where the bytes could not be decoded. */
  readonly text: string;
  readonly bom: boolean;
  /** In order of line. */
  readonly problems: readonly Problem[];
  /** `undefined` where all of the file is understood. */
  readonly readOnly: ReadOnlyReason | undefined;
  /** The parsed file; `undefined` where it is not a YAML map. */
  readonly root: MapNode | undefined;
  readonly lines: LinePositions;
  /** Every item by section and id, with the fields of other tools, valid or not; {@link rest} holds what is no item. */
  readonly items: ReadonlyMap<string, ReadonlyMap<ItemId, YamlMap>>;
  /** What the kind of file made of its valid items, by section and id. */
  readonly decoded: ReadonlyMap<string, ReadonlyMap<ItemId, unknown>>;
}

/** Section and id under which the keys beside the sections (`version`, those of other tools) count as one item. */
export const rest = { section: '', id: 'file' } as const;

/** One kind of file: what its items mean, and how a typed view of it is made. */
export interface FileKind<F extends ItemFile> {
  /** For messages: "sidecar". */
  readonly name: string;
  readonly sections: readonly string[];
  /** The file before its first item. */
  readonly newText: string;
  readonly currentVersion: { readonly major: number; readonly minor: number };
  /** Where a key stands among the others of an item. */
  keyRank(key: string): number;
  isId(text: string): boolean;
  /** Reads one item, noting what is wrong; `undefined` where it cannot be shown. */
  decode(section: string, id: ItemId, map: YamlMap, faults: FieldFault[]): unknown;
  /** Checks the keys beside the sections. */
  checkRest(map: YamlMap, faults: FieldFault[]): void;
  /** Adds the typed view. */
  finish(file: ItemFile): F;
}
