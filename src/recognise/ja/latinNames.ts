import type { NameKind } from '../../model/recognition';
import type { JapaneseLexicon } from './lexicon';
import type { Morphemes } from './morphemes';
import type { FoundName, NameSet } from './nameSet';
import { openRoles } from './roles';
import { WordClass } from './wordClasses';

/** Abbreviations that name no organisation. */
const commonAbbreviations = new Set(
  (
    'CD DVD TV PC OS CPU GPU SF CG BGM DJ MC OVA OAD VHS LP EP PV MV AI IT ID IC LED LCD USB URL HTML XML CSS SQL API GPS DNA ' +
    'RNA HIV AIDS GDP GNP PR CM OK NG VIP VS KO TKO MVP FW MF DF GK SD HD HDTV RPG FPS MMO RAM ROM LAN WAN HTTP HTTPS FTP TCP ' +
    'IP DNS PDF JPEG GIF PNG MPEG SNS QR ATM ETC ICBM SLBM UFO CEO CFO COO CTO NPO NGO GM MTB BMX SUV MPV RV 4WD AT MT ABS DOHC ' +
    'SOHC EV HV PHV FF FR MR RR MRI CT PCR PTSD ADHD BMI DIY FAQ DX XP GX SP AV JIS BS CS AM FM UHF VHF DTM MIDI PCM RGB CMYK ' +
    'LGBT PK QB WR OPS ERA RBI HR DH SP RP LF RF CF SS NL AL EX SR SSR HP MP VR AR UI UX LSI LTE SIM WiFi NEXT ONE THE THIS ' +
    'BD OP ED ISBN ISSN GMT UTC JST AD BC AC DC II III IV VI VII VIII IX XI XII ST CO MO SE DB PA PS SA QOL CSR ESG SDGs TPP ' +
    'FTA EPA M2M NEET ALS BSE SARS MERS COVID VTR SEX ROCK POP SOUL JAZZ WWW LIVE SDI BTO BTX PHEV PWR BWR AVG MAX MIN NEW OLD HTV ABM SST VTOL STOL OVER WEB TOP BEST FREE SALE OPEN PET OEM ODM POP PIN KG TNT NBC ABC CGI EXE PKO EEZ ADIZ THAAD'
  ).split(' '),
);
const organizationEnd =
  /^(?:Inc|Corp|Corporation|Co|Ltd|LLC|Company|Group|Holdings|Records|University|College|School|Institute|Association|Society|Foundation|Bank|Press|Entertainment|Studio|Studios|Pictures|Club|United|Orchestra|League|Union|Agency|Commission|Council|Committee|Party|Ministry|Department|Systems|Technologies|Airlines|Airways|Motors|Network|Networks|Broadcasting|Federation|Organization|Organisation|Laboratories|Partners|Bureau|Authority|Board)$/;
const organizationStart = /^(?:University|Ministry|Department|Institute|Bank|Bureau|Association|Federation|Board)$/;
const clubForms = new Set([
  'FC',
  'SC',
  'AC',
  'AS',
  'SS',
  'SV',
  'CF',
  'VfL',
  'VfB',
  'TSV',
  'CD',
  'UD',
  'RC',
  'BC',
  'SK',
  'FK',
  'NK',
  'KV',
  'CA',
  'RCD',
]);
const longestPhrase = 10;

/** Names in Latin letters: abbreviations, companies with their form, clubs. */
export function findLatinNames(names: NameSet, lexicon: JapaneseLexicon, first: number, end: number): void {
  const { words } = names;
  for (let at = first; at < end; at++) {
    if (!(words.classes[at]! & WordClass.latin) || names.isTaken(at)) {
      continue;
    }
    const initials = initialsEnd(names, at);
    if (initials > at) {
      names.add(at, initials, 'person', knownPerson(lexicon, words, at, initials));
      continue;
    }
    const phrase = phraseEnd(names, at);
    if (phrase > at) {
      const kind = kindOfPhrase(words, at, phrase);
      if (kind) {
        names.add(at, phrase, kind);
      }
      at = phrase;
      continue;
    }
    const word = wordOf(words, at);
    const next = at + 1;
    const touching = next < end && words.starts[next] === words.ends[at];
    const town = at > first && !names.isTaken(at - 1) ? words.classes[at - 1]! : 0;
    const named = WordClass.katakana | WordClass.place | WordClass.unknown;
    if (clubForms.has(word) && !touching && town & named && words.ends[at - 1] === words.starts[at]) {
      // 浙江FC
      names.add(at - 1, at, 'organization');
    } else if (clubForms.has(word) && touching && words.classes[next]! & (WordClass.katakana | WordClass.place)) {
      names.add(at, next, 'organization');
      at = next;
    } else if (isAbbreviation(word) && standsAlone(names, at, first, end)) {
      names.add(at, at, 'organization');
    } else if (
      touching &&
      /^[A-Z]{3,5}$/.test(word) &&
      /^[0-9]{2}$/.test(wordOf(words, next)) &&
      standsAlone(names, next, first, end)
    ) {
      names.add(at, next, 'organization');
      at = next;
    }
  }
}

/** Last word of J・D・バンス: initials with middle dots, then katakana; `at` where there is none. */
function initialsEnd(names: NameSet, at: number): number {
  const { words } = names;
  for (let next = at; next + 2 < words.count && next - at < 8; next += 2) {
    const dotted =
      words.classes[next]! & WordClass.latin &&
      words.ends[next]! - words.starts[next]! === 1 &&
      wordOf(words, next + 1) === '・';
    if (!dotted || words.starts[next + 1] !== words.ends[next] || words.starts[next + 2] !== words.ends[next + 1]) {
      return at;
    }
    if (words.classes[next + 2]! & WordClass.katakana) {
      return next + 2;
    }
  }
  return at;
}

/** Who the katakana at the end of such a name are. */
function knownPerson(lexicon: JapaneseLexicon, words: Morphemes, first: number, last: number): Partial<FoundName> {
  const { text } = words;
  const known =
    lexicon.known.find(text, words.starts[first]!, words.ends[last]!) ??
    lexicon.known.find(text, words.starts[last]!, words.ends[last]!);
  return known?.kind === 'person' ? { actor: known.id, name: known.name } : {};
}

function isAbbreviation(word: string): boolean {
  return /^[A-ZＡ-Ｚ]{3,6}$/.test(word) && !commonAbbreviations.has(word.normalize('NFKC'));
}

/** Whether no other noun but a title touches the word. */
function standsAlone(names: NameSet, at: number, first: number, end: number): boolean {
  const { words } = names;
  const before =
    at === first ||
    names.isTaken(at - 1) ||
    (words.classes[at - 1]! & WordClass.latin) !== 0 ||
    openRole(words, at - 1);
  const after = at + 1 >= end || names.isTaken(at + 1) || openRole(words, at + 1);
  return before && after;
}

function openRole(words: Morphemes, at: number): boolean {
  return (words.roles[at]! & openRoles) !== 0;
}

/** Last word of several Latin words with single spaces, points, commas or & between them. */
function phraseEnd(names: NameSet, at: number): number {
  const { words } = names;
  let last = at;
  for (let next = at + 1; next < words.count && next - at < longestPhrase * 2; next++) {
    const gap = words.starts[next]! - words.ends[next - 1]!;
    if (gap > 1 || words.classes[next]! & WordClass.newline) {
      break;
    }
    if (words.classes[next]! & WordClass.latin) {
      last = next;
    } else if (!/^[.,&'-]$/.test(wordOf(words, next))) {
      break;
    }
  }
  return last;
}

function kindOfPhrase(words: Morphemes, first: number, last: number): NameKind | null {
  const end = wordOf(words, last);
  if (!/^[A-Z]/.test(wordOf(words, first))) {
    return null;
  }
  if (organizationEnd.test(end) || organizationStart.test(wordOf(words, first))) {
    return 'organization';
  }
  if (isPersonPhrase(words, first, last)) {
    return 'person';
  }
  // "J. R. Smith"
  const initial = words.ends[first]! - words.starts[first]! === 1 && words.text[words.ends[first]!] === '.';
  return initial && /^[A-Z][a-z]+$/.test(end) && last - first <= 6 ? 'person' : null;
}

const mostNames = 5;
const person = /^(?:氏|さん|博士|教授|監督|選手|社長|CEO)/;

/** "Jane Roe氏", or the original spelling in brackets after a name in katakana with middle dots. */
function isPersonPhrase(words: Morphemes, first: number, last: number): boolean {
  const { text, starts, ends } = words;
  if (last - first >= mostNames || !/^[A-Z][a-z]/.test(wordOf(words, last))) {
    return false;
  }
  const bracketed = first > 1 && /[（(]/.test(text[starts[first]! - 1]!) && /[）)、,，]/.test(text[ends[last]!] ?? '');
  const spelled = bracketed && ends[first - 2] === starts[first - 1] && wordOf(words, first - 2).includes('・');
  return spelled || person.test(text.slice(ends[last]!, ends[last]! + 3));
}

function wordOf(words: Morphemes, at: number): string {
  return words.text.slice(words.starts[at]!, words.ends[at]!);
}
