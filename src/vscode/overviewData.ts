import * as vscode from 'vscode';
import { claimConcepts } from '../linking/claimFeatures';
import { conceptLabel } from '../linking/concepts';
import { firstDay } from '../linking/edtfDays';
import { claimStatuses, stances } from '../model/claim';
import { shortened } from '../text/shortened';
import type { ActorRow, ClaimRow, OverviewText, ShowMessage } from '../webview/protocol';
import type { ClaimIndex } from '../workspace/claimIndex';
import type { DocumentEntry, IndexedClaim } from '../workspace/documentEntry';
import { newestFirst } from '../workspace/newestClaims';
import { actorName, sourceName } from './actorNames';
import { dateLabel, displayLanguage, stanceLabel, statusLabel } from './labels';

const { t } = vscode.l10n;

/** Claims that the overview gets, recorded ones before recognised ones, newer articles before older ones. */
const mostRows = 10_000;
const longestQuote = 280;

/** Work between two breaths of the editor, in milliseconds: rows are costly the first time. */
const sliceMilliseconds = 8;

/** All that the overview shows, from the index as it is now, in short slices. */
export async function overviewData(index: ClaimIndex, breathe: () => Promise<void>): Promise<ShowMessage> {
  const entries = [...index.articles()].sort(newestFirst);
  const recorded: ClaimRow[] = [];
  const recognised: ClaimRow[] = [];
  let left = 0;
  let sliceStart = performance.now();
  for (const entry of entries) {
    if (performance.now() - sliceStart > sliceMilliseconds) {
      await breathe();
      sliceStart = performance.now();
    }
    for (const claim of entry.claims) {
      if (claim.record) {
        recorded.push(cachedRow(entry, claim));
      } else if (recorded.length + recognised.length < mostRows) {
        recognised.push(cachedRow(entry, claim));
      } else {
        left++;
      }
    }
  }
  const rows = [...recorded, ...recognised].map((row) => withOneId(index, row));
  return {
    type: 'show',
    language: displayLanguage(),
    texts: texts(),
    stances: labelled(stances, stanceLabel),
    statuses: labelled(claimStatuses, statusLabel),
    rows,
    actors: actorRows(index, rows),
    left,
  };
}

/** An actor that articles have under two ids under the one that stands for it. */
function withOneId(index: ClaimIndex, row: ClaimRow): ClaimRow {
  const source = index.idOf(row.source);
  const actors = row.actors.map((actor) => index.idOf(actor));
  const isSame = source === row.source && actors.every((actor, i) => actor === row.actors[i]);
  return isSame ? row : { ...row, source, actors: [...new Set(actors)] };
}

/** Rows of claims as they are in the index; an article that changes brings new ones. */
const rowCache = new WeakMap<IndexedClaim, ClaimRow>();

function cachedRow(entry: DocumentEntry, claim: IndexedClaim): ClaimRow {
  const known = rowCache.get(claim) ?? rowOf(entry, claim);
  rowCache.set(claim, known);
  return known;
}

/** Days are sent as JSON, which has no infinity. */
const farthestDay = 1e7;

function finite(day: number): number {
  return Math.max(-farthestDay, Math.min(farthestDay, day));
}

function rowOf(entry: DocumentEntry, claim: IndexedClaim): ClaimRow {
  const { record } = claim;
  // Where something was said in time is where it was published; its own date only stands in.
  const value = entry.published?.value ?? claim.date;
  const days = claim.days.flatMap(({ from, to }) => [finite(from), finite(to)]);
  const day = value ? firstDay(value) : null;
  return {
    article: claim.article,
    start: claim.start,
    end: claim.end,
    title: entry.title || (claim.article.split('/').at(-1) ?? ''),
    quote: shortened(claim.quote, longestQuote),
    words: [record?.statement, record?.note, ...(record?.tags ?? [])].filter((word) => word).join('\n'),
    source: claim.source ?? '',
    actors: claim.actors,
    // A stance is one toward what a person tagged; concepts that are only in the words stand in where nothing is.
    concepts: (claim.concepts.length > 0 ? claim.concepts : claimConcepts(claim)).map((name) =>
      conceptLabel(name, displayLanguage()),
    ),
    stance: claim.stance ?? null,
    status: claim.status,
    day,
    days: days.length > 0 || day === null ? days : [day, day],
    when: value ? dateLabel(value) : '',
    recorded: record !== undefined,
  };
}

function actorRows(index: ClaimIndex, rows: readonly ClaimRow[]): ActorRow[] {
  const ids = new Set(rows.flatMap(({ actors, source }) => [source, ...actors]));
  return [...ids].map((id) => ({
    id,
    name: id === '' ? sourceName(index, null) : id === 'author' ? sourceName(index, id) : actorName(index, id),
    kind: index.actor(id)?.kind ?? 'misc',
  }));
}

function labelled<K extends string>(keys: readonly K[], label: (key: K) => string): Record<K, string> {
  return Object.fromEntries(keys.map((key) => [key, label(key)])) as Record<K, string>;
}

function texts(): Record<OverviewText, string> {
  return {
    overview: t('Claims Overview'),
    timeline: t('Timeline'),
    network: t('Network'),
    positions: t('Positions'),
    pictures: t('Pictures'),
    asTable: t('As Table'),
    exportSvg: t('Save as SVG…'),
    search: t('Search claims'),
    actor: t('Actor'),
    stance: t('Stance'),
    status: t('Status'),
    from: t('From'),
    to: t('To'),
    any: t('any'),
    recognisedToo: t('also what is only recognised'),
    reset: t('Clear filter'),
    shown: t('{0} of {1} claims'),
    left: t('{0} more recognised claims in older articles are left out'),
    nothing: t('No claim fits this filter.'),
    nothingYet: t('No claims yet. Open a folder of articles and record the first one.'),
    others: t('Others'),
    zoomIn: t('Zoom in'),
    zoomOut: t('Zoom out'),
    fit: t('Fit'),
    claims: t('{0} claims'),
    oneClaim: t('1 claim'),
    undated: t('{0} without a date: see the table'),
    more: t('Show more ({0})'),
    date: t('Date'),
    source: t('Source'),
    claim: t('Claim'),
    concepts: t('Concepts'),
    article: t('Article'),
    recognised: t('recognised, not recorded'),
    noStance: t('no stance'),
    hint: t(
      'Click a mark, or press Enter on it, to open its place. Arrow keys go from mark to mark; drag to move, Ctrl and the wheel zoom.',
    ),
    notDrawn: t('{0} not drawn: see the table'),
    close: t('Close'),
    showOnly: t('Only {0}'),
  };
}
