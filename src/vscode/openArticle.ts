import type * as vscode from 'vscode';
import { followedState } from '../annotations/followedState';
import { isCollapsed, LiveRanges, type TextEdit } from '../annotations/liveRanges';
import type { ActorRegistry } from '../model/actorRegistry';
import type { AnchorState, ItemId, QuoteSelector } from '../model/claim';
import type { TextRange } from '../model/range';
import type { DateMention, Mention, Recognition } from '../model/recognition';
import type { RecogniseContext } from '../recognise/context';
import { RecognisedDocument } from '../recognise/recognisedDocument';
import { type NormalisedText, normalise } from '../text/normalise';
import type { AnchoredAnnotations, AnchoredClaim } from '../workspace/anchoredAnnotations';
import type { AnnotationStore } from '../workspace/annotationStore';
import { attachAnnotations } from '../workspace/attachAnnotations';
import { decidedContext, withDecisions } from '../workspace/decidedRecognition';
import type { Uri } from '../workspace/host';

export interface OpenArticleParts {
  readonly store: AnnotationStore;
  /** The workspace's own actors for an article, as they are now. */
  registry(article: Uri): ActorRegistry;
}

const nothing: AnchoredAnnotations = { claims: [], corrections: [] };

/** An article that is open: its text, what was recognised in it, and what people recorded about it, all as of now. */
export class OpenArticle {
  readonly #parts: OpenArticleParts;
  #text: string;
  #recognition: Recognition | undefined;
  /** The recogniser's own view of the text, before people's corrections; follows edits. */
  #read: RecognisedDocument | undefined;
  /** As found in the text when it was last read as a whole. */
  #attached = nothing;
  /** Where the places are since, by id of the item. */
  #live = LiveRanges.of([]);
  #anchored = nothing;

  constructor(
    readonly document: vscode.TextDocument,
    parts: OpenArticleParts,
  ) {
    this.#parts = parts;
    this.#text = document.getText();
  }

  get uri(): string {
    return this.document.uri.toString();
  }

  /** What is recognised in the text as it is now; people's corrections and the workspace's actors win. */
  get recognition(): Recognition {
    this.#recognition ??= this.#recognise();
    return this.#recognition;
  }

  /**
   * The names and dates between two offsets, and maybe more: what a window shows of a long article is found without
   * putting together all that is recognised in it.
   */
  recognisedIn({ start, end }: TextRange): Pick<Recognition, 'mentions' | 'dates'> {
    const decided = this.#recognition !== undefined || this.#anchored.corrections.length > 0;
    return decided ? this.recognition : this.#document().in(start, end);
  }

  get mentions(): readonly Mention[] {
    return this.recognition.mentions;
  }

  get dates(): readonly DateMention[] {
    return this.recognition.dates;
  }

  get anchored(): AnchoredAnnotations {
    return this.#anchored;
  }

  /** Recorded claims with their places; orphans have none. */
  get recorded(): readonly AnchoredClaim[] {
    return this.#anchored.claims;
  }

  /** The text as selectors count in it. */
  normalised(): NormalisedText {
    return normalise(this.#text);
  }

  /** Reads the sidecar and finds the place of everything in it. */
  async load(): Promise<void> {
    if (!this.document.isUntitled) {
      await this.#parts.store.open(this.uri);
      this.annotationsChanged();
    }
  }

  /** Takes over what the sidecar holds now. Items that keep their quote stay where they have been followed to. */
  annotationsChanged(): void {
    const annotations = this.#parts.store.get(this.uri)?.annotations;
    const fresh = annotations ? attachAnnotations(annotations, this.#text) : nothing;
    const known = new Map(items(this.#attached).map(({ id, selector }) => [id, selector]));
    const followed = new Map(this.#live.ranges.map((range) => [range.id, range]));
    const kept = items(fresh).flatMap(({ id, selector, range }) => {
      const live = sameQuote(known.get(id), selector) ? followed.get(id) : undefined;
      const place = live ?? (range && { ...range, id });
      return place ? [place] : [];
    });
    if (fresh.published !== this.#attached.published) {
      this.#read = undefined;
    }
    this.#attached = fresh;
    this.#live = LiveRanges.of(kept);
    this.#place();
  }

  /** Reads names anew: the workspace's actors changed. */
  registryChanged(): void {
    this.#read = undefined;
    this.#recognition = undefined;
  }

  /** Reads the whole text again where edits of a long one left something open; whether anything may have changed. */
  settle(): boolean {
    const changed = this.#read?.settle() ?? false;
    this.#recognition = changed ? undefined : this.#recognition;
    return changed;
  }

  /** Keeps recognition and the places of annotations true while somebody types. */
  edited(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const edits = changes.map(
      ({ rangeOffset, rangeLength, text }): TextEdit => ({ start: rangeOffset, deleted: rangeLength, inserted: text }),
    );
    const before = this.#text;
    this.#text = this.document.getText();
    this.#recognition = undefined;
    this.#follow(edits);
    if (edits.some(({ start, deleted }) => start === 0 && deleted === before.length && deleted > 0)) {
      // The whole text was replaced from outside: what was where has to be found anew.
      this.#live = LiveRanges.of([]);
      this.annotationsChanged();
    } else if (this.#live.ranges.length > 0) {
      const lost = this.#lostBy(edits, before);
      this.#live = this.#live.edited(edits, before);
      this.#findAgain(lost);
      this.#place();
    }
  }

  /**
   * Items that an edit takes the place away from though their words may be there: a reload or a formatter replaces all
   * lines from the first that changed to the last, and what was cut may be pasted.
   */
  #lostBy(edits: readonly TextEdit[], before: string): ReadonlySet<ItemId> {
    const lines = /[\r\n]/;
    const replaced = edits.filter(
      ({ start, deleted, inserted }) => lines.test(inserted) && lines.test(before.slice(start, start + deleted)),
    );
    const inserted = edits.map((edit) => normalise(edit.inserted).text);
    const quotes = new Map(items(this.#attached).map(({ id, selector }) => [id, selector.exact]));
    const lost = this.#live.ranges.filter((range) => {
      const quote = quotes.get(range.id);
      return isCollapsed(range)
        ? quote !== undefined && inserted.some((text) => text.includes(quote))
        : replaced.some(({ start, deleted }) => start < range.end && start + deleted > range.start);
    });
    return new Set(lost.map(({ id }) => id));
  }

  /** Looks for items by their words. What undo brought back is where it was. */
  #findAgain(lost: ReadonlySet<ItemId>): void {
    const annotations = lost.size > 0 ? this.#parts.store.get(this.uri)?.annotations : undefined;
    if (!annotations) {
      return;
    }
    const fresh = attachAnnotations(annotations, this.#text);
    const found = new Map(items(fresh).flatMap(({ id, range }) => (range && lost.has(id) ? [[id, range]] : [])));
    for (const [id, range] of found) {
      this.#live = this.#live.with({ ...range, id });
    }
    this.#attached = {
      claims: this.#attached.claims.map(
        (item) => fresh.claims.find(({ claim }) => claim.id === item.claim.id && found.has(claim.id)) ?? item,
      ),
      corrections: this.#attached.corrections,
    };
  }

  /** Tells the recogniser of an edit, or of several at once, which do not overlap: the last in the text first. */
  #follow(edits: readonly TextEdit[]): void {
    for (const { start, deleted, inserted } of [...edits].sort((a, b) => b.start - a.start)) {
      this.#read?.edit(start, deleted, inserted);
    }
    // Comparing all of a long text at every keystroke would cost more than reading what changed.
    if (this.#read?.length !== this.#text.length) {
      this.#read = undefined;
    }
  }

  /** Makes `anchored` out of what was found and where it has been followed to. */
  #place(): void {
    const live = new Map(this.#live.ranges.map((range) => [range.id, range]));
    const placeOf = (id: ItemId): TextRange | null => {
      const range = live.get(id);
      return range && !isCollapsed(range) ? { start: range.start, end: range.end } : null;
    };
    const { claims, corrections } = this.#attached;
    this.#anchored = {
      ...this.#attached,
      claims: claims.map((item) => {
        const range = placeOf(item.claim.id);
        return { ...item, range, state: this.#stateOf(item, range) };
      }),
      corrections: corrections.map((item) => ({ ...item, range: placeOf(item.correction.id) })),
    };
    this.#recognition = undefined;
  }

  #stateOf({ claim, state }: AnchoredClaim, range: TextRange | null): AnchorState {
    return range
      ? followedState(state, claim.selector.exact, normalise(this.#text.slice(range.start, range.end)).text)
      : 'orphan';
  }

  #recognise(): Recognition {
    return withDecisions(this.#text, this.#document().recognition, this.#anchored, this.#context());
  }

  #document(): RecognisedDocument {
    this.#read ??= new RecognisedDocument(this.#text, decidedContext(this.#context(), this.#anchored));
    return this.#read;
  }

  #context(): RecogniseContext {
    const fileName = this.document.uri.path.split('/').slice(-4).join('/');
    return { fileName, registry: this.#parts.registry(this.uri) };
  }
}

function items(
  anchored: AnchoredAnnotations,
): { readonly id: ItemId; readonly selector: QuoteSelector; readonly range: TextRange | null }[] {
  return [
    ...anchored.claims.map(({ claim, range }) => ({ id: claim.id, selector: claim.selector, range })),
    ...anchored.corrections.map(({ correction, range }) => ({
      id: correction.id,
      selector: correction.selector,
      range,
    })),
  ];
}

function sameQuote(a: QuoteSelector | undefined, b: QuoteSelector): boolean {
  return a?.exact === b.exact && a.prefix === b.prefix && a.suffix === b.suffix;
}
