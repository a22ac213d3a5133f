import { hashText } from '../text/tokens';

/**
 * A UUID that is always the same for the same name (RFC 9562 version 8: custom). The 122 bits come from four FNV-1a
 * hashes of the name under different salts; they keep ids apart, they are no protection against forgery.
 */
export function deterministicUuid(name: string): string {
  const hex = [0, 1, 2, 3]
    .map((salt) => hashText(`${salt}\u0000${name}\u0000${salt}`).toString(16).padStart(8, '0'))
    .join('');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3]!;
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
