import type { NameSet } from './nameSet';

const joints = '、や・と';
const lists = /^(?:など|[、やとも]|の両|両社|各社)/;

/**
 * Names in a list are of one kind: ストラ・エンソ、安川電機 are two companies. A foreign name that was only guessed to be a
 * person is a body where the name beside it in the list is one. The names are in order.
 */
export function agreeInLists({ found, words: { text } }: NameSet): void {
  const agree = (at: number, beside: number): void => {
    const name = found[at]!;
    const other = found[beside]!;
    // ホークス、ロメロが: a team and its player are no list, unless it goes on.
    const comma = text[Math.min(name.end, other.end)] === '、';
    if (comma && !lists.test(text.slice(Math.max(name.end, other.end), Math.max(name.end, other.end) + 2))) {
      return;
    }
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
