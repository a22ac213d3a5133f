import { countWhile } from '../base/countWhile';
/**
 * Counts the same place of one text in the units that other formats use. Inside, everything counts UTF-16 code
 * units; brat, W3C Web Annotation, PubAnnotation, TEI and REFI-QDA count code points; some tools count UTF-8 bytes.
 * Built once per text in linear time; each conversion is a binary search or a scan of at most 256 units.
 */
export interface Offsets {
  /** Code points before a UTF-16 offset. An offset inside a surrogate pair counts as the pair's start. */
  toCodePoint(utf16: number): number;
  /** UTF-16 offset of a code point index; beyond the end gives the end. */
  fromCodePoint(codePoint: number): number;
  /** UTF-8 bytes before a UTF-16 offset; a lone surrogate counts three, as its replacement U+FFFD does. */
  toByte(utf16: number): number;
  /** Number of code points in the whole text. */
  readonly codePoints: number;
}

const blockSize = 256;

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Makes the converter of one text. */
export function offsetsOf(text: string): Offsets {
  const pairs = pairStarts(text);
  let blocks: Float64Array | undefined;
  const clamp = (offset: number): number => Math.max(0, Math.min(text.length, Math.trunc(offset) || 0));
  const toCodePoint = (utf16: number): number => {
    const at = clamp(utf16);
    return at - countWhile(pairs.length, (k) => pairs[k]! + 1 <= at);
  };
  return {
    toCodePoint,
    fromCodePoint(codePoint) {
      const wanted = Math.max(0, Math.trunc(codePoint) || 0);
      return Math.min(text.length, wanted + countWhile(pairs.length, (k) => pairs[k]! - k < wanted));
    },
    toByte(utf16) {
      const at = clamp(utf16);
      blocks ??= byteBlocks(text);
      const block = Math.floor(at / blockSize);
      let bytes = blocks[block]!;
      for (let i = block * blockSize; i < at; i++) {
        bytes += unitBytes(text, i);
      }
      return bytes;
    },
    codePoints: toCodePoint(text.length),
  };
}

function pairStarts(text: string): readonly number[] {
  const starts: number[] = [];
  for (let i = 0; i + 1 < text.length; i++) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) {
      starts.push(i);
      i++;
    }
  }
  return starts;
}

function byteBlocks(text: string): Float64Array {
  const blocks = new Float64Array(Math.floor(text.length / blockSize) + 1);
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    if (i % blockSize === 0) {
      blocks[i / blockSize] = bytes;
    }
    bytes += unitBytes(text, i);
  }
  if (text.length % blockSize === 0) {
    blocks[text.length / blockSize] = bytes;
  }
  return blocks;
}

/** UTF-8 bytes that one UTF-16 unit adds; the four bytes of a pair are counted at its second half. */
function unitBytes(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) {
    return 1;
  }
  if (unit < 0x800) {
    return 2;
  }
  if (isHigh(unit) && isLow(text.charCodeAt(at + 1))) {
    return 0;
  }
  return isLow(unit) && at > 0 && isHigh(text.charCodeAt(at - 1)) ? 4 : 3;
}

/** Replaces lone surrogates by U+FFFD, which has the same length in UTF-16, so that offsets stay. */
export function wellFormed(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isHigh(unit) && isLow(text.charCodeAt(i + 1))) {
      i++;
    } else if (isHigh(unit) || isLow(unit)) {
      out += `${text.slice(from, i)}\uFFFD`;
      from = i + 1;
    }
  }
  return from === 0 ? text : out + text.slice(from);
}
