import type { ItemId } from '../model/claim';

/** 30 characters without letter case; no look-alikes 0, 1, i, l, o, u. */
const digits = '23456789abcdefghjkmnpqrstvwxyz';

/**
 * A new id: a letter, so that no reader takes it for a number, and 17 random characters of 30 (83 bits).
 * @param random fills the array with random bytes; the platform's own generator unless a test gives one
 */
export function newItemId(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): ItemId {
  let id = 'c';
  while (id.length < 18) {
    for (const byte of random(new Uint8Array(32))) {
      // 240 is the largest multiple of 30 in a byte; what is above would make some characters more likely.
      if (byte < 240 && id.length < 18) {
        id += digits.charAt(byte % 30);
      }
    }
  }
  return id;
}

/** What may be an id: ours, and what people and other tools write by hand. */
export function isItemId(text: string): boolean {
  return /^[a-z0-9][a-z0-9_-]{0,63}$/.test(text);
}
