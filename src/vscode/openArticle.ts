import type * as vscode from 'vscode';
import { type NormalisedText, normalise } from '../annotations/normalise';
import type { TextRange } from '../model/range';
import type { DateMention, Mention, Recognition } from '../model/recognition';
import { recognise } from '../recognise/recognise';
import type { AnnotationStore } from '../workspace/annotationStore';
import { attachAnnotations } from '../workspace/attachAnnotations';
import {
  type AnchoredAnnotations,
  type AnchoredClaim,
  correctDates,
  correctMentions,
} from '../workspace/documentEntry';

export interface OpenArticleParts {
  readonly store: AnnotationStore;
}

/** An article that is open: its text, what was recognised in it, and what people recorded about it, all as of now. */
export class OpenArticle {
  readonly #parts: OpenArticleParts;
  #recognised: { readonly version: number; readonly value: Recognition } | undefined;
  #anchored: AnchoredAnnotations = { claims: [], corrections: [] };
  #names:
    | {
        readonly of: Recognition;
        readonly by: AnchoredAnnotations;
        readonly mentions: readonly Mention[];
        readonly dates: readonly DateMention[];
      }
    | undefined;

  constructor(
    readonly document: vscode.TextDocument,
    parts: OpenArticleParts,
  ) {
    this.#parts = parts;
  }

  get uri(): string {
    return this.document.uri.toString();
  }

  get fileName(): string {
    const { path } = this.document.uri;
    return path.slice(path.lastIndexOf('/') + 1);
  }

  /** As read from the text, before anybody's corrections. */
  get recognition(): Recognition {
    const { version } = this.document;
    if (this.#recognised?.version !== version) {
      this.#recognised = { version, value: recognise(this.document.getText(), { fileName: this.fileName }) };
    }
    return this.#recognised.value;
  }

  get anchored(): AnchoredAnnotations {
    return this.#anchored;
  }

  /** Recorded claims with their places; orphans have none. */
  get recorded(): readonly AnchoredClaim[] {
    return this.#anchored.claims;
  }

  /** Names with people's corrections applied. */
  get mentions(): readonly Mention[] {
    return this.#corrected().mentions;
  }

  /** Dates with people's corrections applied. */
  get dates(): readonly DateMention[] {
    return this.#corrected().dates;
  }

  #corrected(): { readonly mentions: readonly Mention[]; readonly dates: readonly DateMention[] } {
    const of = this.recognition;
    const by = this.#anchored;
    if (this.#names?.of !== of || this.#names.by !== by) {
      this.#names = {
        of,
        by,
        mentions: correctMentions(of.mentions, by.corrections),
        dates: correctDates(of.dates, by.corrections),
      };
    }
    return this.#names;
  }

  /** The text as selectors count in it. */
  normalised(): NormalisedText {
    return normalise(this.document.getText());
  }

  /** Reads the sidecar and finds the place of everything in it. */
  async load(): Promise<void> {
    if (!this.document.isUntitled) {
      await this.#parts.store.open(this.uri);
      this.annotationsChanged();
    }
  }

  /** Finds every annotation's place anew: the sidecar changed, or the text was replaced from outside. */
  annotationsChanged(): void {
    const annotations = this.#parts.store.get(this.uri)?.annotations;
    this.#anchored = annotations
      ? attachAnnotations(annotations, this.document.getText())
      : { claims: [], corrections: [] };
  }

  /** Keeps the places of annotations true while somebody types. */
  edited(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    // The changes of one edit come from the end of the text to its start, so that each one's offset is still true.
    const follow = <T extends { readonly range: TextRange | null }>(item: T): T => ({
      ...item,
      range: changes.reduce<TextRange | null>(
        (range, { rangeOffset, rangeLength, text }) => range && shift(range, rangeOffset, rangeLength, text.length),
        item.range,
      ),
    });
    this.#anchored = {
      claims: this.#anchored.claims.map(follow),
      corrections: this.#anchored.corrections.map(follow),
    };
  }
}

function shift(range: TextRange, at: number, deleted: number, inserted: number): TextRange {
  const move = (offset: number, atEdge: number): number => {
    if (offset < at || (offset === at && deleted === 0 && atEdge === 0)) {
      return offset;
    }
    return offset >= at + deleted ? offset + inserted - deleted : at + atEdge * inserted;
  };
  const start = move(range.start, 1);
  return { start, end: Math.max(start, move(range.end, 0)) };
}
