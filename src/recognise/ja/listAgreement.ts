import type { FoundName, NameSet } from './nameSet';

const police = /(?:県警|府警|道警|警視庁)$/;
const station = /(?:署|課|隊|センター)$/;
const holding = /^(?:HD|ＨＤ|FG|ＦＧ|ホールディングス|フィナンシャルグループ)(?![A-Za-zＡ-Ｚａ-ｚァ-ヴー])/;
const longestHolding = 12;

/** 愛知県警中村署 is one body, サッポロＨＤ another than サッポロ. */
export function joinBodies(names: NameSet): void {
  const { text } = names.words;
  const joined: FoundName[] = [];
  for (const name of names.found) {
    const last = joined[joined.length - 1];
    const both = last?.kind === 'organization' && name.kind === 'organization' && last.end === name.start;
    if (
      last &&
      both &&
      police.test(text.slice(last.start, last.end)) &&
      station.test(text.slice(name.start, name.end))
    ) {
      joined[joined.length - 1] = { start: last.start, end: name.end, kind: 'organization' };
      continue;
    }
    const sign = name.kind === 'organization' ? text.charCodeAt(name.end) : 0;
    const held = holdingSigns.includes(sign) && holding.exec(text.slice(name.end, name.end + longestHolding));
    joined.push(held ? { ...name, end: name.end + held[0].length } : name);
  }
  names.found = joined;
}

const holdingSigns = ['H', 'Ｈ', 'F', 'Ｆ', 'ホ', 'フ'].map((sign) => sign.charCodeAt(0));

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
