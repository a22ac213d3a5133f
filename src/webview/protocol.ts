import { type ClaimStatus, claimStatuses, type Stance, stances } from '../model/claim';
import type { TextRange } from '../model/range';
import type { ActorKind, NameKind } from '../model/recognition';

/**
 * What the overview and its host say to each other: plain data. Each side checks what reaches it and ignores anything
 * that is not of this form.
 */

/** One claim as the pictures need it. */
export interface ClaimRow extends TextRange {
  /** URI; the range is one of its text, in UTF-16 code units, half open. */
  readonly article: string;
  readonly title: string;
  readonly quote: string;
  /** Further words that the search looks into: statement, note, tags. */
  readonly words: string;
  /** Actor id, `author`, or empty where nobody is known. */
  readonly source: string;
  /** Everyone taking part, the source included where it is an actor. */
  readonly actors: readonly string[];
  readonly concepts: readonly string[];
  readonly stance: Stance | null;
  readonly status: ClaimStatus;
  /** The day it stands at on the timeline, from 1970-01-01; `null` where none is known. */
  readonly day: number | null;
  /** First and last days that it is about, flat; where it names none, the day of its article. */
  readonly days: readonly number[];
  /** The day, worded for people. */
  readonly when: string;
  /** Made by a person, not only recognised. */
  readonly recorded: boolean;
}

export interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: NameKind;
}

/** Texts of the overview in the editor's language; `{0}` and `{1}` stand for values. */
export const overviewTexts = [
  'overview',
  'timeline',
  'network',
  'positions',
  'pictures',
  'asTable',
  'exportSvg',
  'search',
  'actor',
  'stance',
  'status',
  'from',
  'to',
  'any',
  'recognisedToo',
  'reset',
  'shown',
  'left',
  'nothing',
  'nothingYet',
  'others',
  'zoomIn',
  'zoomOut',
  'fit',
  'claims',
  'oneClaim',
  'undated',
  'more',
  'date',
  'source',
  'claim',
  'concepts',
  'article',
  'recognised',
  'noStance',
  'hint',
  'notDrawn',
  'close',
  'showOnly',
] as const;
export type OverviewText = (typeof overviewTexts)[number];

/** Words of the interface, as the host translated them. */
export interface OverviewTexts {
  readonly language: string;
  readonly texts: Readonly<Record<OverviewText, string>>;
  readonly stances: Readonly<Record<Stance, string>>;
  readonly statuses: Readonly<Record<ClaimStatus, string>>;
}

/** From the host: all that is drawn. */
export interface ShowMessage extends OverviewTexts {
  readonly type: 'show';
  readonly rows: readonly ClaimRow[];
  readonly actors: readonly ActorRow[];
  /** Recognised claims beyond what is sent. */
  readonly left: number;
}

export type ToWebview = ShowMessage;

export type ToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly place: unknown }
  | { readonly type: 'saveSvg'; readonly name: string; readonly svg: string };

/** Pictures larger than this are not saved. */
const longestSvg = 20_000_000;

const svgNames = ['timeline', 'network', 'positions'];

/** What the webview says; `undefined` for anything else. The place of `open` is still to be checked. */
export function readToHost(message: unknown): ToHost | undefined {
  if (!isRecord(message)) {
    return undefined;
  }
  switch (message.type) {
    case 'ready':
      return { type: 'ready' };
    case 'open':
      return { type: 'open', place: message.place };
    case 'saveSvg': {
      const { name, svg } = message;
      return typeof name === 'string' && svgNames.includes(name) && typeof svg === 'string' && isPlainSvg(svg)
        ? { type: 'saveSvg', name, svg }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** An SVG document that runs nothing and loads nothing. */
function isPlainSvg(svg: string): boolean {
  return (
    svg.length <= longestSvg &&
    svg.startsWith('<svg ') &&
    !/<(?:script|foreignObject|style|image|use|a|animate\w*|set)\b|<[?!]|<[^<>]*\s(?:on\w+|(?:xlink:)?href)\s*=/i.test(
      svg,
    )
  );
}

/** What the host says; `undefined` for anything else. */
export function readToWebview(message: unknown): ToWebview | undefined {
  if (!isRecord(message) || message.type !== 'show') {
    return undefined;
  }
  const { rows, actors, left, language, texts, stances: stanceWords, statuses } = message;
  const worded =
    typeof language === 'string' &&
    hasTexts(texts, overviewTexts) &&
    hasTexts(stanceWords, stances) &&
    hasTexts(statuses, claimStatuses);
  return worded && typeof left === 'number' && isListOf(rows, isClaimRow) && isListOf(actors, isActorRow)
    ? (message as unknown as ShowMessage)
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf<T>(value: unknown, test: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(test);
}

function hasTexts(value: unknown, keys: readonly string[]): boolean {
  return isRecord(value) && keys.every((key) => typeof value[key] === 'string');
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && !Number.isNaN(value);

function isClaimRow(value: unknown): value is ClaimRow {
  return (
    isRecord(value) &&
    ['article', 'title', 'quote', 'words', 'source', 'when'].every((key) => isText(value[key])) &&
    Number.isSafeInteger(value.start) &&
    Number.isSafeInteger(value.end) &&
    isListOf(value.actors, isText) &&
    isListOf(value.concepts, isText) &&
    isListOf(value.days, isNumber) &&
    (value.day === null || isNumber(value.day)) &&
    (value.stance === null || isOneOf(value.stance, stances)) &&
    isOneOf(value.status, claimStatuses) &&
    typeof value.recorded === 'boolean'
  );
}

const nameKinds: readonly NameKind[] = [
  ...(['person', 'organization', 'country'] satisfies ActorKind[]),
  'place',
  'misc',
];

function isActorRow(value: unknown): value is ActorRow {
  return isRecord(value) && isText(value.id) && isText(value.name) && isOneOf(value.kind, nameKinds);
}

function isOneOf(value: unknown, list: readonly string[]): boolean {
  return isText(value) && list.includes(value);
}
