import { CommandError } from './io';

/** Names that `--encoding` takes, besides "auto". */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'iso-2022-jp'] as const;
export type Encoding = (typeof encodings)[number];

/**
 * Decodes an article. Nothing is ever replaced by U+FFFD: bytes that do not fit are an error.
 *
 * @param encoding as the user told; without it a byte order mark decides, then UTF-8, then the Japanese encodings where
 * one of them alone makes Japanese text
 * @throws CommandError that says what to do
 */
export function decodeArticle(bytes: Uint8Array, path: string, encoding?: Encoding): string {
  if (encoding) {
    const text = decode(bytes, encoding);
    if (text === undefined) {
      throw new CommandError(`${path}: not ${encoding}. Try another --encoding: ${encodings.join(', ')}.`);
    }
    return text;
  }
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) {
    return decode(bytes, 'utf-16le') ?? fail(path);
  }
  if (first === 0xfe && second === 0xff) {
    return decode(bytes, 'utf-16be') ?? fail(path);
  }
  if (bytes.includes(0)) {
    throw new CommandError(
      `${path}: holds NUL bytes; a binary file, or UTF-16 (then say --encoding utf-16le or utf-16be).`,
    );
  }
  const text = hasEscapes(bytes) ? (decode(bytes, 'iso-2022-jp') ?? decode(bytes, 'utf-8')) : decode(bytes, 'utf-8');
  return text ?? guessJapanese(bytes) ?? fail(path);
}

function fail(path: string): never {
  throw new CommandError(`${path}: not UTF-8. Say which encoding it is: --encoding ${encodings.slice(3).join(', ')}.`);
}

/** Without byte order mark; `undefined` where a byte does not fit. */
function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** ESC $ B, ESC ( J and their like switch the character set in ISO-2022-JP (RFC 1468). */
function hasEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24 || bytes[at + 1] === 0x28) {
      return true;
    }
  }
  return false;
}

/** Shift_JIS and EUC-JP fit each other's bytes now and then, but make half-width kana and rare signs of them. */
function guessJapanese(bytes: Uint8Array): string | undefined {
  const fits = (['shift_jis', 'euc-jp'] as const)
    .map((encoding) => decode(bytes, encoding))
    .filter((text) => text !== undefined)
    .map((text) => ({ text, share: japaneseShare(text) }))
    .sort((a, b) => b.share - a.share);
  const [best, next] = fits;
  return best && best.share > 0.6 && best.share - (next?.share ?? 0) > 0.2 ? best.text : undefined;
}

/** Share of kana, common kanji and Japanese punctuation among what is not ASCII. */
function japaneseShare(text: string): number {
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0;
  const common = text.match(/[\u3001-\u3003\u300c-\u300f\u3041-\u3093\u30a1-\u30fc\uff01-\uff5e]/g)?.length ?? 0;
  const kanji = text.match(/[\u4e00-\u9fa0]/g)?.length ?? 0;
  return foreign === 0 ? 0 : (common > 0 ? common + kanji : kanji / 2) / foreign;
}
