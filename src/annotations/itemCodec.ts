import { type Claim, type Correction, claimStatuses, directnesses, stances } from '../model/claim';
import { claimKinds, nameKinds } from '../model/recognition';
import {
  conflictsValue,
  type FieldFault,
  FieldReader,
  linkValue,
  nonEmpty,
  optional,
  present,
  readConflicts,
  readLink,
  readSelector,
  readVerdict,
  selectorFields,
  verdictValue,
} from './itemFields';
import type { YamlMap } from './yamlValue';

/** The two maps of a sidecar, by their keys in the file. */
export const sections = ['claims', 'corrections'] as const;
export type Section = (typeof sections)[number];

/**
 * Keys in the order they are printed. What never changes stands at both edges of a block, what people edit in the
 * middle, so that git can merge an edit with a new neighbour.
 */
// biome-ignore format: a list to read at a glance
const keyOrder: readonly string[] = [
  'quote', 'prefix', 'suffix', 'hint', 'copies',
  'about', 'decision', 'actor', 'value',
  'statement', 'kind', 'directness', 'source', 'role', 'cue', 'addressee', 'actors', 'concepts', 'stance', 'date',
  'status', 'verdict', 'note', 'tags', 'links', 'conflicts', 'author', 'created',
];

/** Where a key stands among the others; keys of other tools stay behind the key they follow. */
export function keyRank(key: string): number {
  const rank = keyOrder.indexOf(key);
  return rank < 0 ? keyOrder.indexOf('conflicts') : rank;
}

/** Fields of a claim as they stand in the file. */
export function claimFields(claim: Claim): YamlMap {
  return present([
    ...selectorFields(claim.selector),
    ['statement', claim.statement],
    ['kind', claim.kind],
    ['directness', claim.directness],
    ['source', claim.source],
    ['role', claim.role],
    ['cue', claim.cue],
    ['addressee', claim.addressee],
    ['actors', nonEmpty(claim.actors)],
    ['concepts', nonEmpty(claim.concepts)],
    ['stance', claim.stance],
    ['date', claim.date],
    ['status', claim.status],
    ['verdict', claim.verdict && verdictValue(claim.verdict)],
    ['note', claim.note],
    ['tags', nonEmpty(claim.tags)],
    ['links', nonEmpty(claim.links.map(linkValue))],
    ['conflicts', claim.conflicts && conflictsValue(claim.conflicts)],
    ['author', claim.author],
    ['created', claim.created],
  ]);
}

/** Reads a claim; `undefined` where it has no quote, or a kind or status that nobody knows. */
export function readClaim(id: string, map: YamlMap, faults: FieldFault[]): Claim | undefined {
  const fields = new FieldReader(map, faults);
  const selector = readSelector(fields);
  const before = faults.length;
  const kind = fields.oneOf('kind', claimKinds, 'statement');
  const directness = fields.oneOf('directness', directnesses, 'direct');
  const status = fields.oneOf('status', claimStatuses, 'unverified');
  const unreadable = faults.slice(before).some((fault) => fault.code !== 'missing-field');
  if (!map.has('source')) {
    fields.fault('missing-field', 'source', 'source');
  }
  const stance = fields.known('stance', fields.text('stance'), stances);
  const claim = {
    id,
    source: fields.text('source') ?? null,
    ...optional({ role: fields.text('role'), statement: fields.text('statement') }),
    kind,
    directness,
    ...optional({ cue: fields.text('cue'), addressee: fields.text('addressee') }),
    concepts: fields.texts('concepts'),
    ...optional({ stance, date: fields.date('date') }),
    status,
    ...optional({ verdict: readVerdict(fields.nested('verdict')), note: fields.text('note') }),
    tags: fields.texts('tags'),
    actors: fields.texts('actors'),
    links: fields.maps('links').flatMap(readLink),
    ...optional({
      conflicts: readConflicts(fields),
      author: fields.text('author'),
      created: fields.text('created'),
    }),
  };
  return selector && !unreadable ? { ...claim, selector } : undefined;
}

/** Fields of a correction as they stand in the file. */
export function correctionFields(correction: Correction): YamlMap {
  const set = correction.decision === 'set';
  return present([
    ...selectorFields(correction.selector),
    ['about', correction.about],
    ['decision', correction.decision],
    ['actor', set && correction.about === 'actor' ? correction.actor : undefined],
    ['kind', set && correction.about === 'actor' ? correction.kind : undefined],
    ['value', set && correction.about === 'date' ? correction.value : undefined],
    ['conflicts', correction.conflicts && conflictsValue(correction.conflicts)],
    ['author', correction.author],
    ['created', correction.created],
  ]);
}

/** Reads a correction; `undefined` where it does not say what was decided about what. */
export function readCorrection(id: string, map: YamlMap, faults: FieldFault[]): Correction | undefined {
  const fields = new FieldReader(map, faults);
  const selector = readSelector(fields);
  const before = faults.length;
  const about = fields.oneOf('about', ['actor', 'date'], 'actor');
  const decision = fields.oneOf('decision', ['reject', 'set'], 'reject');
  const unreadable = faults.length > before;
  const common = optional({
    conflicts: readConflicts(fields),
    author: fields.text('author'),
    created: fields.text('created'),
  });
  if (!selector || unreadable) {
    return undefined;
  }
  const base = { id, selector, ...common };
  if (decision === 'reject') {
    return { ...base, about, decision };
  }
  if (about === 'actor') {
    const actor = fields.required('actor');
    const kind = fields.known('kind', fields.required('kind'), nameKinds);
    return actor === undefined || kind === undefined ? undefined : { ...base, about, decision, actor, kind };
  }
  if (!map.has('value')) {
    fields.fault('missing-field', 'value', 'value');
    return undefined;
  }
  const value = fields.date('value');
  return value === undefined && map.get('value') !== null
    ? undefined
    : { ...base, about, decision, value: value ?? null };
}
