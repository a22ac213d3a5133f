const strict = new TextDecoder('utf-8', { fatal: true });

/** The text of UTF-8 bytes, without a byte order mark; `undefined` where they are another encoding, or no text. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) {
    return undefined;
  }
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
