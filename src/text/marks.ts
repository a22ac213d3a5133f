import { CharClass } from './charClass';
import { Scratch } from './scratch';
import type { Tokens } from './tokens';

/** What a character can mean for paragraphs, sentences and quotations; several may hold. */
export const MarkKind = { lineBreak: 1, enclosing: 2, ending: 4, wideSpace: 8 } as const;

/** Opening and closing marks of quotations and brackets, in pairs. */
export const enclosingPairs = [
  '“”',
  '‘’',
  '«»',
  '「」',
  '『』',
  '〝〟',
  '《》',
  '〈〉',
  '()',
  '[]',
  '（）',
  '［］',
  '【】',
  '〔〕',
];
/** The same mark opens and closes. */
export const straightMarks = '"\'＂';
/** Marks at which a sentence may end. */
const endingMarks = '.!?…‽。｡！？．‼⁇⁈⁉';

const kinds = new Uint8Array(65536);
for (const mark of enclosingPairs.join('') + straightMarks) {
  kinds[mark.charCodeAt(0)]! |= MarkKind.enclosing;
}
for (const mark of endingMarks) {
  kinds[mark.charCodeAt(0)]! |= MarkKind.ending;
}
for (const unit of [0x0a, 0x0d, 0x2028, 0x2029]) {
  kinds[unit] = MarkKind.lineBreak;
}
kinds[0x20] = MarkKind.wideSpace;
kinds[0x3000] = MarkKind.wideSpace;

/** {@link MarkKind} of every UTF-16 code unit. */
export const markKinds: Readonly<Uint8Array> = kinds;

/** Where the characters that matter stand, in order: one pass over the text, everything later looks at these only. */
export interface Marks {
  readonly at: Int32Array;
  readonly count: number;
}

/** Marks between two offsets. A space is one only after a Japanese character, where it may stand for a full stop. */
export function findMarks(text: string, start: number, end: number): Marks {
  let at = new Int32Array(Math.max(16, (end - start) >> 4));
  let count = 0;
  let before = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const kind = kinds[unit]!;
    const plain = kind === 0 || (kind === MarkKind.wideSpace && before <= 0x2fff);
    before = unit;
    if (plain) {
      continue;
    }
    if (count === at.length) {
      const grown = new Int32Array(count * 2);
      grown.set(at);
      at = grown;
    }
    at[count++] = i;
  }
  return { at, count };
}

const markPlaces = new Scratch((length) => new Int32Array(length));

/** The same marks out of a text's tokens, which have done most of the looking; good until the next text is read. */
export function marksOf(tokens: Tokens): Marks {
  const { text, starts, ends, classes } = tokens;
  const at = markPlaces.take(tokens.count * 2);
  let count = 0;
  for (let i = 0; i < tokens.count; i++) {
    const kind = classes[i]!;
    const start = starts[i]!;
    if (i > 0 && start > ends[i - 1]! && text.charCodeAt(ends[i - 1]! - 1) > 0x2fff) {
      const space = ends[i - 1]!;
      if (kinds[text.charCodeAt(space)] === MarkKind.wideSpace) {
        at[count++] = space;
      }
    }
    if (kind === CharClass.newline || (kind === CharClass.punctuation && kinds[text.charCodeAt(start)] !== 0)) {
      at[count++] = start;
    }
  }
  return { at, count };
}
