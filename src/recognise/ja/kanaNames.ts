import { UnitSet } from '../../text/units';
import type { JapaneseLexicon } from './lexicon';
import { endsInKanji, isHonoured } from './mixedScriptNames';
import type { NameSet } from './nameSet';
import { WordClass } from './wordClasses';

const endings = ['ちゃん', 'くん', 'さん'];
const longestName = 4;
const particles = 'のとにはがもでへをや、';
/** A first name that touches kanji may be the end of a word: 花こうさん. */
const kanji = /[\u4e00-\u9fff]/;
const notNames = new Set(
  'あか おに おね おば おじ かあ とう ばあ じい にい ねえ たく みな おく おとう おかあ おばあ おじい おにい おねえ だんな おまわり たくさ よめ'.split(
    ' ',
  ),
);

/** What stands before the ん that every ending ends in. */
const beforeLast = new UnitSet('ゃくさ');

/** Whether a text may have one of the endings at all: most have none, and need no look at each of their hiragana. */
export function mayNameInKana(text: string): boolean {
  for (let at = text.indexOf('ん'); at >= 0; at = text.indexOf('ん', at + 1)) {
    if (beforeLast.at(text, at - 1)) {
      return true;
    }
  }
  return false;
}

const longestStem = 3;

/** 長女のつる子さん: a first name that begins in kana and ends in one kanji. */
function addStemmedName(names: NameSet, at: number): void {
  const { words } = names;
  const last = at + 1;
  const touches = last < words.count && words.starts[last] === words.ends[at];
  if (!touches || names.isTaken(last) || !endsInKanji(words, last) || !isHonoured(words, last)) {
    return;
  }
  const form = words.text.slice(words.starts[at]!, words.ends[at]!);
  const stem = form.slice(form.lastIndexOf('の') + 1);
  const start = words.ends[at]! - stem.length;
  const free = start > words.starts[at]! || !kanji.test(words.text[start - 1] ?? '');
  if (free && stem.length > 0 && stem.length <= longestStem && !particles.includes(stem[0]!)) {
    names.add(last, last, 'person', { start });
  }
}

/** First names in hiragana before さん, ちゃん and くん: とゆかりちゃんが. */
export function findKanaPersons(names: NameSet, lexicon: JapaneseLexicon, at: number): void {
  const { words } = names;
  const { text } = words;
  const from = words.starts[at]!;
  addStemmedName(names, at);
  const form = text.slice(from, words.ends[at]!);
  for (const ending of endings) {
    const found = form.indexOf(ending);
    for (let length = Math.min(longestName, found); length > 1; length--) {
      const start = from + found - length;
      const name = text.slice(start, from + found);
      const free = start === from ? !kanji.test(text[start - 1] ?? '') : particles.includes(text[start - 1]!);
      const given = (lexicon.reader.classesOf(text, start, from + found) & WordClass.givenName) !== 0;
      const taken = (names.found[names.found.length - 1]?.end ?? 0) > start;
      if (free && !taken && given && !notNames.has(name)) {
        names.add(at, at, 'person', { start, end: from + found });
        return;
      }
    }
  }
}
