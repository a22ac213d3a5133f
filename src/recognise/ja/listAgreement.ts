import { UnitSet } from '../../text/units';
import type { FoundName, NameSet } from './nameSet';

const police = /(?:県警|府警|道警|警視庁)$/;
const station = /(?:署|課|隊|センター)$/;
const holding = /^(?:HD|ＨＤ|FG|ＦＧ|ホールディングス|フィナンシャルグループ)(?![A-Za-zＡ-Ｚａ-ｚァ-ヴー])/;
const longestHolding = 12;

/** 愛知県警中村署 is one body, サッポロＨＤ another than サッポロ. */
export function joinBodies(names: NameSet): void {
  const {
    found,
    words: { text },
  } = names;
  const absorbed = new Set<FoundName>();
  for (let at = found.length - 1; at >= 0; at--) {
    const name = found[at]!;
    if (name.kind !== 'organization') {
      continue;
    }
    const next = found[at + 1];
    const touches = next?.kind === 'organization' && next.start === name.end;
    if (touches && police.test(text.slice(name.start, name.end)) && station.test(text.slice(next.start, next.end))) {
      found[at] = { start: name.start, end: next.end, kind: 'organization' };
      absorbed.add(next);
    } else if (holdingSigns.has(text.charCodeAt(name.end))) {
      const held = holding.exec(text.slice(name.end, name.end + longestHolding));
      found[at] = held ? { ...name, end: name.end + held[0].length } : name;
    }
  }
  if (absorbed.size > 0) {
    names.found = found.filter((name) => !absorbed.has(name));
  }
}

const holdingSigns = new UnitSet('HＨFＦホフ');

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
