import type { NameSet } from './nameSet';

const joints = '、や・と,';

/**
 * Names in a list are of one kind: ストラ・エンソ、安川電機 are two companies. A foreign name that was only guessed to be a
 * person is a body where the name beside it in the list is one. The names are in order.
 */
export function agreeInLists({ found, words: { text } }: NameSet): void {
  const agree = (at: number, beside: number): void => {
    const name = found[at]!;
    const other = found[beside]!;
    if (name.isGuess && name.kind === 'person' && other.kind === 'organization' && !other.isGuess) {
      found[at] = { ...name, kind: 'organization', isGuess: false };
    }
  };
  const isJoined = (at: number): boolean => {
    const end = found[at]!.end;
    return found[at + 1]!.start === end + 1 && joints.includes(text[end]!);
  };
  for (let at = 0; at + 1 < found.length; at++) {
    if (isJoined(at)) {
      agree(at + 1, at);
    }
  }
  for (let at = found.length - 2; at >= 0; at--) {
    if (isJoined(at)) {
      agree(at, at + 1);
    }
  }
}
