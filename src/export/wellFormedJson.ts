import { wellFormed } from './offsets';

/** Indented JSON text without lone surrogates, which UTF-8 cannot hold; they become U+FFFD. */
export function wellFormedJson(value: unknown, indent = 2): string {
  return JSON.stringify(value, (_, inner) => (typeof inner === 'string' ? wellFormed(inner) : inner), indent);
}
