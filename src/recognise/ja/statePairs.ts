import { UnitSet } from '../../text/units';

/** States by the one kanji (or katakana) that newspapers write for them. */
export const stateSigns: Readonly<Record<string, string>> = {
  日: 'jp',
  米: 'us',
  英: 'gb',
  仏: 'fr',
  独: 'de',
  露: 'ru',
  ロ: 'ru',
  ソ: 'su',
  中: 'cn',
  韓: 'kr',
  朝: 'kp',
  台: 'tw',
  印: 'in',
  豪: 'au',
  加: 'ca',
  伊: 'it',
  越: 'vn',
};

/** 日米, 英仏独: several states in a row; pairs that are other words as well (中日, 朝日, 台中) are left out. */
const groups = new Set(
  (
    '日米 日中 日韓 日露 日ロ 日ソ 日朝 日英 日独 日仏 日伊 日豪 日印 日台 日越 日加 米日 米中 米ロ 米露 米ソ 米英 米朝 米韓 米台 米独 米仏 米印 ' +
    '米豪 米加 米越 中ロ 中露 中ソ 中韓 中朝 中台 中印 中米 中英 中独 中仏 韓日 韓米 韓中 朝米 朝中 朝韓 英仏 英米 英独 英中 英露 独仏 独ソ 独露 ' +
    '独伊 仏独 仏露 露朝 ロ朝 ロ中 露中 ロ米 露米 露独 印中 豪日 豪米 日米韓 日中韓 日米豪 日米英 日米欧 日米中 日米印 日米豪印 日英伊 日独伊 米英豪 ' +
    '米英仏 米英独 米中露 米中ロ 米ロ中 英仏独 仏独英 独仏英 米英中 米英ソ 中ロ朝 日朝韓 日米台 日米比 米中日 日豪印'
  ).split(' '),
);
/** 訪米, 駐日: what a state's sign follows. */
const relations = '駐訪在対反親渡嫌滞';

/** Whether `text[at, end)` is a word like 訪米, whose second character is a state's sign. */
export function isStateRelation(text: string, at: number, end: number): boolean {
  return end - at === 2 && relations.includes(text[at]!) && stateSigns[text[at + 1]!] !== undefined;
}

const longest = 4;
const seconds = new UnitSet([...groups].map((group) => group.charAt(1)).join(''));

/** Length of the group of states that begins at `at`, 0 where there is none. */
export function stateGroupLength(text: string, at: number, end: number): number {
  if (!seconds.at(text, at + 1)) {
    return 0;
  }
  for (let length = Math.min(longest, end - at); length > 1; length--) {
    if (groups.has(text.slice(at, at + length))) {
      return length;
    }
  }
  return 0;
}
