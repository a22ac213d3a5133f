import assert from 'node:assert/strict';
import { describe } from '../../src/annotations/quoteSelector';
import { decodeArticle } from '../../src/cli/encodings';
import { emptyRegistry } from '../../src/model/actorRegistry';
import type { AnchorState, QuoteSelector } from '../../src/model/claim';
import type { TextRange } from '../../src/model/range';
import { normalise } from '../../src/text/normalise';
import { OpenArticle } from '../../src/vscode/openArticle';
import type { AnchoredClaim } from '../../src/workspace/anchoredAnnotations';
import type { AnnotationStore } from '../../src/workspace/annotationStore';
import { attachAnnotations } from '../../src/workspace/attachAnnotations';
import { type ArticleEncoding, articleEncodings, encodeText } from '../support/encodings';
import type { MemoryFiles } from '../support/memoryHost';
import type { Random } from '../support/random';
import {
  edits,
  inForm,
  inventedNames,
  part,
  randomArticle,
  randomEdit,
  randomPassage,
  randomPool,
  type Splice,
  spliced,
  type TrackedText,
} from './trackedText';

type Eol = '\n' | '\r\n' | '\r';

/** An article in an editor. */
interface Open {
  readonly article: OpenArticle;
  readonly eol: '\n' | '\r\n';
  draft: TrackedText;
  dirty: boolean;
  /** What undoes the last edits. */
  readonly undo: (readonly Splice[])[];
  readonly document: { text: string };
  dispose(): void;
}

/** Places as the model counts them: in the text with line ends folded. */
interface Placed {
  readonly id: string;
  readonly selector: QuoteSelector;
  readonly state: AnchorState;
  readonly range: TextRange | null;
}

/**
 * The article beside a sidecar: edited in an editor, by other programs, converted, closed without saving. It knows which
 * passage each annotation was made on, wherever that goes, and so whether an annotation has silently moved.
 */
export class ArticleLife {
  readonly #pool;
  #disk: TrackedText;
  #eol: Eol = '\n';
  #encoding: ArticleEncoding = 'utf-8';
  #open: Open | undefined;
  /** What was looked at when everything was last in its place. */
  #checked: readonly unknown[] = [];
  /** Numbers of the code units that a selector was made on. */
  readonly #truths = new Map<string, ReadonlySet<number>>();

  constructor(
    readonly random: Random,
    readonly memory: MemoryFiles,
    public uri: string,
  ) {
    this.#pool = randomPool(random);
    this.#disk = randomArticle(random, this.#pool);
    this.#write();
  }

  /** The text as people see it now. */
  get draft(): TrackedText {
    return this.#open?.draft ?? this.#disk;
  }

  #write(): void {
    const text = this.#disk.text.replaceAll('\n', this.#eol);
    const bytes = encodeText(text, this.#encoding);
    if (bytes === undefined) {
      this.#encoding = 'utf-8';
    }
    this.memory.files.set(this.uri, bytes ?? new TextEncoder().encode(text));
  }

  #read(): string {
    const told = this.#encoding === 'shift_jis' || this.#encoding === 'euc-jp' ? this.#encoding : undefined;
    return decodeArticle(this.memory.files.get(this.uri)!, this.uri, told);
  }

  /** Opens the article in an editor, which keeps one kind of line end. */
  async open(store: AnnotationStore): Promise<void> {
    this.close();
    const eol = this.#eol === '\r\n' ? '\r\n' : '\n';
    const document = { text: this.#read().replaceAll(/\r\n?|\n/g, eol) };
    const { uri } = this;
    const article = new OpenArticle(
      { uri: { toString: () => uri, path: uri }, isUntitled: false, getText: () => document.text } as never,
      { store, registry: () => emptyRegistry },
    );
    const listening = store.onDidChange((changed) => {
      if (changed === uri) {
        article.annotationsChanged();
      }
    });
    this.#open = {
      article,
      eol,
      draft: this.#disk,
      dirty: false,
      undo: [],
      document,
      dispose: () => listening.dispose(),
    };
    await article.load();
  }

  /** What was not saved is gone. */
  close(): void {
    this.#open?.dispose();
    this.#open = undefined;
  }

  save(): void {
    if (this.#open) {
      this.#disk = this.#open.draft;
      this.#eol = this.#open.eol;
      this.#open.dirty = false;
      this.#write();
    }
  }

  /** A person edits in the editor, or any program edits the file. */
  edit(): string {
    const kind = this.random.pick(edits);
    const splices = randomEdit(this.random, kind, this.draft, this.#pool);
    if (this.#open) {
      this.#open.undo.push(this.#type(this.#open, splices));
      this.#open.dirty = true;
    } else {
      this.#disk = spliced(this.#disk, splices);
      this.#write();
    }
    return `  ${kind} ${this.#open ? 'typed' : 'outside'}`;
  }

  undo(): void {
    const inverse = this.#open?.undo.pop();
    if (this.#open && inverse) {
      this.#type(this.#open, inverse);
    }
  }

  /** Makes an edit in the editor as VS Code tells of it; returns what undoes it. */
  #type(open: Open, splices: readonly Splice[]): readonly Splice[] {
    const before = open.draft;
    const extra = (to: number): number => (open.eol === '\n' ? 0 : before.text.slice(0, to).split('\n').length - 1);
    const changes = splices.map(({ start, deleted, inserted }) => ({
      rangeOffset: start + extra(start),
      rangeLength: deleted + extra(start + deleted) - extra(start),
      text: inserted.text.replaceAll('\n', open.eol),
    }));
    open.draft = spliced(before, splices);
    open.document.text = open.draft.text.replaceAll('\n', open.eol);
    if (changes.length > 0) {
      open.article.edited(changes as never);
    }
    return splices.map(({ start, deleted, inserted }) => {
      const above = splices.filter((other) => other.start < start);
      const shift = above.reduce((sum, other) => sum + other.inserted.text.length - other.deleted, 0);
      return {
        start: start + shift,
        deleted: inserted.text.length,
        inserted: part(before, { start, end: start + deleted }),
      };
    });
  }

  /** Another program edits the file; an editor without changes of its own takes the new text over, line by line. */
  outside(store: AnnotationStore): string {
    if (this.#open?.dirty) {
      return '  not while it is being edited';
    }
    const kinds: string[] = [];
    for (let i = 1 + this.random.below(3); i > 0; i--) {
      const kind = this.random.pick(edits);
      this.#disk = spliced(this.#disk, randomEdit(this.random, kind, this.#disk, this.#pool));
      kinds.push(kind);
    }
    this.#write();
    const before = this.#open ? this.#placed(store) : [];
    this.#reload();
    this.#checkReload(store, before);
    return `  ${kinds.join(', ')}`;
  }

  /** As the editor does: the lines from the first that differs to the last give way to new ones. */
  #reload(): void {
    const open = this.#open;
    if (!open || open.draft.text === this.#disk.text) {
      return;
    }
    const [old, now] = [open.draft.text, this.#disk.text];
    const [oldLines, nowLines] = [old, now].map((text) => text.split('\n'));
    const most = Math.min(oldLines!.length, nowLines!.length);
    const same = (at: (lines: readonly string[], i: number) => string | undefined, below: number): number => {
      let count = 0;
      while (count < below && at(oldLines!, count) === at(nowLines!, count)) {
        count++;
      }
      return count;
    };
    const top = same((lines, i) => lines[i], most);
    const bottom = same((lines, i) => lines.at(-1 - i), most - top);
    const behind = bottom === 0 ? 0 : oldLines!.slice(-bottom).join('\n').length;
    const ahead = oldLines!.slice(0, top).join('\n').length;
    // Whole lines: with the line end behind them, or, at the end of the text, with the one before.
    const start = top === 0 ? 0 : bottom === 0 ? ahead : ahead + 1;
    const inserted = part(this.#disk, { start, end: now.length - behind });
    this.#type(open, [{ start, deleted: old.length - behind - start, inserted }]);
    open.draft = this.#disk;
    open.undo.length = 0;
  }

  /** What has its place when the article is read from the disk has it too where the editor took the new text over. */
  #checkReload(store: AnnotationStore, before: readonly Placed[]): void {
    const known = before.filter(({ state }) => state === 'exact' || state === 'moved');
    const open = known.length > 0 ? new Map(this.#placed(store).map((item) => [item.id, item])) : undefined;
    const claims = store.get(this.uri)?.annotations.claims ?? [];
    const ids = new Set(known.map(({ id }) => id));
    const fresh = attachAnnotations({ claims, corrections: [] }, this.draft.text).claims;
    for (const { claim, state } of open ? fresh : []) {
      const lost = (state === 'exact' || state === 'moved') && !open!.get(claim.id)?.range;
      assert.ok(!lost || !ids.has(claim.id), `${claim.id} “${claim.selector.exact}” lost by a reload`);
    }
  }

  /** Other line ends, another encoding, another Unicode form: the words stay, and so must every annotation. */
  convert(store: AnnotationStore): string {
    this.close();
    const before = this.#placed(store);
    const composed = this.#disk.text.normalize('NFC');
    // Of a passage that was doubled since, one may stand where the other stood: that is for a person.
    const once = ({ exact }: QuoteSelector): boolean => composed.split(exact.normalize('NFC')).length === 2;
    const form = this.random.pick([undefined, undefined, 'NFC', 'NFD'] as const);
    this.#disk = form ? inForm(this.#disk, form) : this.#disk;
    this.#eol = this.random.pick(['\n', '\r\n', '\r']);
    this.#encoding = this.random.pick(articleEncodings);
    this.#write();
    const now = new Map(this.#placed(store).map((item) => [item.id, item]));
    for (const { id, selector, state, range } of before) {
      const after = now.get(id);
      if (form === undefined) {
        assert.deepEqual([after?.state, after?.range], [state, range], `${id} moved by a conversion`);
      } else if (
        range &&
        this.#truths.has(keyOf(id, selector)) &&
        state === 'exact' &&
        isLong(selector) &&
        once(selector)
      ) {
        assert.ok(after?.range && after.state !== 'review', `${id} lost by a conversion`);
      }
    }
    return `  ${form ?? 'same form'} ${JSON.stringify(this.#eol)} ${this.#encoding}`;
  }

  /** The file is renamed; the editor shows it under its new name. */
  async rename(to: string, store: AnnotationStore): Promise<void> {
    const { draft, dirty } = this.#open ?? {};
    await this.memory.rename(this.uri, to);
    this.uri = to;
    if (draft) {
      await this.open(store);
      if (dirty && draft.text !== this.draft.text) {
        this.#type(this.#open!, [{ start: 0, deleted: this.draft.text.length, inserted: draft }]);
        this.#open!.dirty = true;
      }
    }
  }

  /** A passage to annotate, as the editor or the command line describes it. */
  passage(id: string): QuoteSelector | undefined {
    const range = randomPassage(this.random, this.draft.text);
    return range && this.#selectorOf(id, range);
  }

  #selectorOf(id: string, range: TextRange): QuoteSelector | undefined {
    const text = this.#open?.article.normalised().text ?? normalise(this.#read()).text;
    assert.equal(text, this.draft.text, 'the text as the model has it');
    const selector = describe(text, range);
    if (selector.exact.trim() === '') {
      return undefined;
    }
    const start = selector.hint!;
    this.#truths.set(keyOf(id, selector), new Set(this.draft.ids.slice(start, start + selector.exact.length)));
    return selector;
  }

  /** An annotation that waits for a person, with the place that they give it. */
  reviewed(store: AnnotationStore): { readonly id: string; readonly selector: QuoteSelector } | undefined {
    const waiting = this.#placed(store).filter(
      ({ id, selector, state }) => (state === 'review' || state === 'orphan') && this.#truths.has(keyOf(id, selector)),
    );
    const item = waiting.length > 0 ? this.random.pick(waiting) : undefined;
    const range = item && (item.range ?? randomPassage(this.random, this.draft.text));
    const selector = range && this.#selectorOf(item.id, range);
    return selector && { id: item.id, selector };
  }

  #placed(store: AnnotationStore): Placed[] {
    const all = store.get(this.uri)?.annotations.claims ?? [];
    const known = all.filter(({ id, selector }) => this.#truths.has(keyOf(id, selector)));
    if (known.length === 0) {
      return [];
    }
    const text = this.#open ? undefined : this.#read();
    const recorded = this.#open?.article.recorded;
    assert.equal(recorded?.length ?? all.length, all.length, 'all annotations are listed');
    const claims =
      recorded?.filter(({ claim }) => this.#truths.has(keyOf(claim.id, claim.selector))) ??
      attachAnnotations({ claims: known, corrections: [] }, text!).claims;
    const { toNormalised } = this.#open?.article.normalised() ?? normalise(text!);
    return claims.map(({ claim, range, state }: AnchoredClaim) => ({
      id: claim.id,
      selector: claim.selector,
      state,
      range: range && { start: toNormalised(range.start), end: toNormalised(range.end) },
    }));
  }

  /**
   * Every annotation that claims to be in its place stands on the passage it was made on, with the same numbers and
   * names in it; one whose words stand there with their surroundings is not given up.
   */
  check(store: AnnotationStore): void {
    const { text, ids } = this.draft;
    const state = [store.get(this.uri)?.annotations, this.draft, this.#open];
    if (state.every((part, i) => part === this.#checked[i])) {
      return;
    }
    this.#checked = state;
    for (const { id, selector, state, range } of this.#placed(store)) {
      const truth = this.#truths.get(keyOf(id, selector));
      if (!truth) {
        continue;
      }
      const said = `${id} “${selector.exact}” is ${state}`;
      if (state === 'exact' || state === 'moved') {
        assert.ok(range, `${said} without a place`);
        const now = text.slice(range.start, range.end);
        assert.ok(
          ids.slice(range.start, range.end).some((unit) => truth.has(unit)),
          `${said} elsewhere: “${now}”`,
        );
        assert.ok(state === 'moved' || now === selector.exact, `${said}, but “${now}”`);
        assert.equal(digits(now), digits(selector.exact), `${said} with another number: “${now}”`);
        assert.deepEqual(invented(now), invented(selector.exact), `${said} with another name: “${now}”`);
      } else if (!this.#open && isLong(selector)) {
        const whole = selector.prefix + selector.exact + selector.suffix;
        const only = text.split(whole).length === 2 && (selector.copies ?? 1) === 1;
        assert.ok(!only || text.split(selector.exact).length > 2, `${said} though it stands there`);
      }
    }
  }
}

const isLong = ({ exact, prefix, suffix }: QuoteSelector): boolean =>
  exact.length >= 24 && prefix.length + exact.length + suffix.length >= 60;

const keyOf = (id: string, selector: QuoteSelector): string => `${id} ${JSON.stringify(selector)}`;
const digits = (text: string): string => (text.normalize('NFKC').match(/\d/g) ?? []).join('');
const invented = (text: string): string[] => inventedNames.filter((name) => text.normalize('NFC').includes(name));
