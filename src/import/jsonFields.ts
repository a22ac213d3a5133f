/** An object of parsed JSON whose fields are not known to be of any type. */
export type JsonFields = Readonly<Record<string, unknown>>;

/** The value as an object, `undefined` for everything else, lists included. */
export function fieldsOf(value: unknown): JsonFields | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonFields) : undefined;
}

/** The value as a list: itself, one item alone in a list, or none. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** A field that is text; `undefined` for other types and for empty text. */
export function textField(fields: JsonFields | undefined, key: string): string | undefined {
  const value = fields && Object.hasOwn(fields, key) ? fields[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A field that is a whole number from 0. */
export function countField(fields: JsonFields | undefined, key: string): number | undefined {
  const value = fields && Object.hasOwn(fields, key) ? fields[key] : undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
