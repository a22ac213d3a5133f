import type { Claim } from '../model/claim';

/**
 * Every field of a claim but id and place, in the order in which exports show them, with the keys that its flat text
 * goes under. What a format can carry, what it writes and what it lost all go by this table.
 */
const table = {
  source: ['source'],
  role: ['role'],
  statement: ['statement'],
  kind: ['kind'],
  directness: ['directness'],
  cue: ['cue'],
  addressee: ['addressee'],
  concepts: ['concepts'],
  stance: ['stance'],
  date: ['date'],
  status: ['status'],
  verdict: ['verdict_rating', 'verdict_summary', 'verdict_reviewer', 'verdict_date', 'evidence'],
  note: ['note'],
  tags: ['tags'],
  actors: ['actors'],
  links: ['links'],
  author: ['author'],
  created: ['created'],
} as const satisfies { readonly [field in keyof Omit<Claim, 'id' | 'selector' | 'conflicts'>]-?: readonly string[] };

export type ClaimField = keyof typeof table;
export type RecordKey = (typeof table)[ClaimField][number];

/** What of a claim a format may or may not be able to carry. */
export const claimFields = Object.keys(table) as readonly ClaimField[];

/** The columns of tables, the attributes of other formats. */
export const recordKeys: readonly RecordKey[] = Object.values(table).flat();

const lists = ['concepts', 'tags', 'actors'] as const;
export type ListField = (typeof lists)[number];

/** Whether a field holds several items, which flat text joins by `|`. */
export function isList(field: string): field is ListField {
  return (lists as readonly string[]).includes(field);
}

/** What a format carries that carries all but these. */
export function allFieldsBut(...fields: readonly ClaimField[]): ReadonlySet<ClaimField> {
  return new Set(claimFields.filter((field) => !fields.includes(field)));
}

/** The keys of all fields but these. */
export function allKeysBut(...fields: readonly ClaimField[]): readonly RecordKey[] {
  return [...allFieldsBut(...fields)].flatMap((field) => table[field]);
}
