import type { ItemId } from '../model/claim';
import type { Problem } from '../model/problem';
import type { FieldFault } from './itemFields';
import type { FileKind, ItemFile } from './itemFile';
import type { LinePositions } from './linePositions';
import { entryOf, type MapEntry, mapOf, type YamlNode } from './yamlTree';
import type { YamlMap } from './yamlValue';

/** One item of a file: its fields, valid or not, what its kind of file makes of them, and what is wrong with it. */
export interface ReadItem {
  /** `undefined` where it is no map of fields. */
  readonly map: YamlMap | undefined;
  readonly decoded: unknown;
  readonly problems: readonly Problem[];
}

/** @param lines of the text that the entry's offsets count in */
export function readItem(kind: FileKind<ItemFile>, section: string, entry: MapEntry, lines: LinePositions): ReadItem {
  const id: ItemId = entry.key;
  const at = { ...lines.at(entry.start), item: id };
  const problems: Problem[] = [];
  if (!kind.isId(id)) {
    const message = `"${id}" is no usable id: lower-case letters, digits and hyphens.`;
    problems.push({ code: 'bad-id', severity: 'warning', message, args: [id], ...at });
  }
  if (entry.value.type !== 'map') {
    const message = 'An item must be a map of fields.';
    problems.push({ code: 'wrong-type', severity: 'error', message, args: ['', 'map'], ...at });
    return { map: undefined, decoded: undefined, problems };
  }
  const faults: FieldFault[] = [];
  const map = mapOf(entry.value);
  const decoded = kind.decode(section, id, map, faults);
  return { map, decoded, problems: [...problems, ...faults.map((fault) => faultProblem(fault, entry, lines))] };
}

/** A fault of a field as a problem at its place. */
export function faultProblem(fault: FieldFault, item: MapEntry, lines: LinePositions): Problem {
  return {
    code: fault.code,
    severity: fault.severity,
    message: faultMessage(fault),
    args: [fault.path.join('.'), fault.detail],
    ...lines.at(locate(item, fault.path)),
    ...(item.key === '' ? {} : { item: item.key }),
  };
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
      offset = node!.start;
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
    case 'field-conflict':
      return `Two people changed "${detail}" in different ways. Choose a value.`;
    case 'unsafe-url':
      return 'Evidence must be an address that starts with https:// or http://.';
    case 'unsafe-path':
      return 'The article of a link must be a path from this folder, with /.';
    case 'empty-quote':
      return 'The quote is empty, so the item cannot be attached to the text.';
    case 'long-quote':
      return `The quote is longer than ${detail} characters; shorten it.`;
  }
}
