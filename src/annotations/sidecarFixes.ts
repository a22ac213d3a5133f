import type { Problem } from '../model/problem';
import type { FileKind, ItemFile } from './itemFile';
import { setItems } from './itemFileEdit';
import { newItemId } from './itemId';
import { resolveConflictMarkers } from './mergeFiles';
import { printKey } from './sidecarPrint';
import { isList, isMap, type YamlMap, type YamlValue } from './yamlValue';

/** A repair that a person can choose. */
export interface FileFix {
  readonly code:
    | 'new-id'
    | 'add-field'
    | 'set-value'
    | 'remove-field'
    | 'remove-link'
    | 'merge-by-id'
    | 'keep-value'
    | 'take-value';
  /** English; hosts translate by `code` and `args`. */
  readonly title: string;
  readonly args: readonly string[];
  /** The whole file after the repair. */
  readonly text: string;
}

/** What a field is taken to be where it is missing. */
const defaults: Readonly<Record<string, YamlValue>> = {
  kind: 'statement',
  directness: 'direct',
  status: 'unverified',
  source: null,
};

/** Repairs of a problem that reading or checking a file told. Each leaves everything else in the file as it is. */
export function fixesFor<F extends ItemFile>(kind: FileKind<F>, file: F, problem: Problem): readonly FileFix[] {
  switch (problem.code) {
    case 'conflict-markers': {
      const merged = resolveConflictMarkers(kind, file.text);
      return merged?.text === undefined ? [] : [fix('merge-by-id', 'Merge the two sides by id', [], merged.text)];
    }
    case 'duplicate-id':
    case 'bad-id':
    case 'shared-id':
      return newIdFix(file, problem);
  }
  const { item: id = '' } = problem;
  const section = kind.sections.find((name) => file.items.get(name)?.has(id));
  const item = section === undefined ? undefined : file.items.get(section)?.get(id);
  if (section === undefined || !item || file.readOnly !== undefined) {
    return [];
  }
  return itemFixes(problem, item).flatMap(({ after, ...made }) => {
    try {
      const { text } = setItems(kind, file, new Map([[section, new Map([[id, after]])]]));
      return [{ ...made, text }];
    } catch {
      // Laid out so that it cannot be changed in place: there is no repair to offer.
      return [];
    }
  });
}

function fix(code: FileFix['code'], title: string, args: readonly string[], text: string): FileFix {
  return { code, title, args, text };
}

/** Puts a new id where the problem is; the file need not be readable as a whole. */
function newIdFix(file: ItemFile, problem: Problem): readonly FileFix[] {
  const start = (file.lines.starts[problem.line] ?? 0) + problem.column;
  const { args: [old = ''] = [] } = problem;
  const key = [old, printKey(old), `"${old}"`, `'${old}'`].find((form) => file.text.startsWith(`${form}:`, start));
  if (key === undefined) {
    return [];
  }
  const id = newItemId();
  return [
    fix(
      'new-id',
      `Give it the new id ${id}`,
      [id],
      file.text.slice(0, start) + id + file.text.slice(start + key.length),
    ),
  ];
}

type ItemFix = Omit<FileFix, 'text'> & { readonly after: YamlMap | undefined };

function itemFixes(problem: Problem, item: YamlMap): readonly ItemFix[] {
  const { args: [field = '', detail = ''] = [] } = problem;
  switch (problem.code) {
    case 'missing-field':
      return field in defaults
        ? [itemFix('add-field', `Add "${field}"`, [field], new Map(item).set(field, defaults[field]!))]
        : [];
    case 'unknown-value':
      return detail
        .split(', ')
        .filter((value) => /^[a-z-]+$/.test(value))
        .map((value) =>
          itemFix('set-value', `Set "${field}" to "${value}"`, [field, value], changed(item, field.split('.'), value)),
        )
        .concat(removal(item, field));
    case 'bad-edtf':
    case 'bad-hint':
    case 'wrong-type':
    case 'unsafe-url':
      return removal(item, field);
    case 'unsafe-path':
      return [itemFix('remove-link', 'Remove the link', [], changed(item, field.split('.').slice(0, 2), undefined))];
    case 'dangling-link':
      return linkRemoval(problem, item);
    case 'field-conflict':
      return conflictFixes(item, detail);
    default:
      return [];
  }
}

function itemFix(code: FileFix['code'], title: string, args: readonly string[], after: YamlMap | undefined): ItemFix {
  return { code, title, args, after };
}

const needed = new Set(['quote', 'kind', 'directness', 'status', 'source', 'about', 'decision', 'names']);

function removal(item: YamlMap, field: string): ItemFix[] {
  return field === '' || needed.has(field)
    ? []
    : [itemFix('remove-field', `Remove "${field}"`, [field], changed(item, field.split('.'), undefined))];
}

function linkRemoval({ args = [] }: Problem, item: YamlMap): readonly ItemFix[] {
  const [relation, article, claim] = args;
  const links = item.get('links');
  const index = (isList(links) ? links : []).findIndex(
    (link) =>
      isMap(link) &&
      link.get('relation') === relation &&
      (link.get('article') ?? '') === article &&
      link.get('claim') === claim,
  );
  return index < 0
    ? []
    : [itemFix('remove-link', 'Remove the link', [], changed(item, ['links', String(index)], undefined))];
}

/** Keep what the field holds, or take one of the others; either way the question is gone. */
function conflictFixes(item: YamlMap, field: string): readonly ItemFix[] {
  const all = item.get('conflicts');
  const others = isMap(all) ? all.get(field) : undefined;
  if (!isMap(all) || !isList(others)) {
    return [];
  }
  const left = new Map([...all].filter(([key]) => key !== field));
  const settled = new Map(item);
  if (left.size > 0) {
    settled.set('conflicts', left);
  } else {
    settled.delete('conflicts');
  }
  const taken = others.map((other) => {
    const after = field === 'item' ? undefined : changed(settled, field.split('.'), other ?? undefined);
    const shown = other === null ? (field === 'item' ? 'deletion' : 'removal') : JSON.stringify(other);
    return itemFix('take-value', `Take ${shown} for "${field}"`, [field, shown], after);
  });
  return [itemFix('keep-value', `Keep "${field}" as it is`, [field], settled), ...taken];
}

/** The map with the value at a path set or removed; containers that become empty go too. */
function changed(map: YamlMap, path: readonly string[], value: YamlValue | undefined): YamlMap {
  const [key = '', ...deeper] = path;
  const result = new Map(map);
  const next = deeper.length === 0 ? value : changedValue(map.get(key), deeper, value);
  if (next === undefined) {
    result.delete(key);
  } else {
    result.set(key, next);
  }
  return result;
}

function changedValue(
  inner: YamlValue | undefined,
  path: readonly string[],
  value: YamlValue | undefined,
): YamlValue | undefined {
  if (isList(inner)) {
    const [index = '', ...deeper] = path;
    const list = inner.flatMap((entry, at) => {
      if (String(at) !== index && !(isMap(entry) && entry.get('claim') === index)) {
        return [entry];
      }
      const next = deeper.length === 0 ? value : changedValue(entry, deeper, value);
      return next === undefined ? [] : [next];
    });
    return list.length > 0 ? list : undefined;
  }
  const map = changed(isMap(inner) ? inner : new Map(), path, value);
  return map.size > 0 ? map : undefined;
}
