import { compareText } from '../base/textOrder';
import type { AnchorState, Claim, Correction, QuoteSelector } from '../model/claim';
import { compareRanges, type TextRange } from '../model/range';
import type { ActorId, DateMention, Edtf, Language, Mention } from '../model/recognition';
import { graphemesAfter, graphemesBefore, wholeGraphemes } from '../text/graphemes';
import { normalise } from '../text/normalise';
import type { ExportActor, ExportArticle, ExportInput } from './exporter';
import { lineIndex } from './lineIndex';
import { type Offsets, offsetsOf, wellFormed } from './offsets';
import { joinPath } from './relativePath';

/** Where an annotation stands in {@link PreparedArticle.text}. */
export interface PreparedPlace {
  readonly state: AnchorState;
  /** Whether the place can be relied on: exact or moved, and not waiting for a person. */
  readonly certain: boolean;
  /** In {@link PreparedArticle.text}; never inside a grapheme cluster. Absent for orphans. */
  readonly range?: TextRange;
  /** The quote as it stands in the text where the place is certain, else as it was stored. */
  readonly selector: QuoteSelector;
}

export interface PreparedClaim extends PreparedPlace {
  readonly claim: Claim;
}

export interface PreparedCorrection extends PreparedPlace {
  readonly correction: Correction;
}

/** An article in the one form that all exporters work on. */
export interface PreparedArticle {
  readonly path: string;
  readonly title: string;
  readonly language: Language;
  /** Line ends folded to LF, well-formed UTF-16. */
  readonly text: string;
  /** Whether the text had lone surrogates. */
  readonly repaired: boolean;
  readonly published?: Edtf;
  /** In order of the text; orphans last, by id. */
  readonly claims: readonly PreparedClaim[];
  readonly corrections: readonly PreparedCorrection[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly offsets: Offsets;
  /** Zero-based line and UTF-16 column of an offset. */
  readonly position: (offset: number) => { readonly line: number; readonly column: number };
}

const contextLength = 32;

/** Brings all articles into the common form, in order of path. */
export function prepare(input: ExportInput): PreparedArticle[] {
  return [...input.articles]
    .sort((a, b) => compareText(a.path, b.path))
    .map((article) => prepareArticle(article, input.options.claims));
}

function prepareArticle(article: ExportArticle, only: ReadonlySet<string> | undefined): PreparedArticle {
  const folded = normalise(article.text);
  const text = wellFormed(folded.text);
  const toFolded = <T extends TextRange>(range: T): T => ({
    ...range,
    start: folded.toNormalised(range.start),
    end: folded.toNormalised(range.end),
  });
  const place = ({ id, selector }: Claim | Correction): PreparedPlace => {
    const anchor = article.anchors.get(id);
    return placeOf(text, selector, anchor?.state ?? 'orphan', anchor?.range && toFolded(anchor.range));
  };
  const ids = new Set<string>();
  const claims = article.annotations.claims
    .filter((claim) => !only || only.has(claim.id))
    .map((claim) => ({ ...place(claim), claim: withUniqueId(claim, ids) }))
    .sort(comparePlaces);
  const corrections = only ? [] : article.annotations.corrections;
  return {
    path: joinPath('', article.path),
    title: article.title || nameOf(article.path),
    language: article.language,
    text,
    repaired: text !== folded.text,
    ...(article.published ? { published: article.published } : {}),
    claims,
    corrections: corrections.map((correction) => ({ ...place(correction), correction })),
    mentions: (article.mentions ?? []).map(toFolded),
    dates: (article.dates ?? []).map(toFolded),
    offsets: offsetsOf(text),
    position: lineIndex(text),
  };
}

/** Hand-edited sidecars may repeat an id, which most formats forbid: from the second on, ids get a number. */
function withUniqueId(claim: Claim, taken: Set<string>): Claim {
  let id = claim.id;
  for (let n = 2; taken.has(id); n++) {
    id = `${claim.id}-${n}`;
  }
  taken.add(id);
  return id === claim.id ? claim : { ...claim, id };
}

function placeOf(text: string, stored: QuoteSelector, state: AnchorState, found: TextRange | undefined): PreparedPlace {
  const usable = found && found.start >= 0 && found.start < found.end && found.end <= text.length && state !== 'orphan';
  if (!usable) {
    return { state: 'orphan', certain: false, selector: stored };
  }
  const range = wholeGraphemes(text, found);
  if (state === 'review') {
    return { state, certain: false, range, selector: stored };
  }
  const exact = text.slice(range.start, range.end);
  const selector =
    exact === stored.exact
      ? stored
      : {
          exact,
          prefix: graphemesBefore(text, range.start, contextLength),
          suffix: graphemesAfter(text, range.end, contextLength),
        };
  return { state, certain: true, range, selector };
}

function comparePlaces(a: PreparedClaim, b: PreparedClaim): number {
  const byPlace = a.range && b.range ? compareRanges(a.range, b.range) : Number(!a.range) - Number(!b.range);
  return byPlace || compareText(a.claim.id, b.claim.id);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** An actor's name for people: in the wanted language, else in any, else the id. */
export function actorName(actors: ReadonlyMap<ActorId, ExportActor>, id: ActorId, language: Language): string {
  const names = actors.get(id)?.names;
  return names?.[language] || names?.en || names?.ja || id;
}
