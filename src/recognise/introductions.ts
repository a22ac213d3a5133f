import type { Mention } from '../model/recognition';
import { CharClass } from '../text/charClass';
import { tokenise } from '../text/tokens';

/** A passage around a name is at most this long on either side of it. */
const reach = 160;
/** So many passages at most go with a stretch of text. */
const mostPassages = 24;

interface Passage {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a text introduces its names: the longest form of each, with the words around it. A few lines of a long text
 * are read together with the passages that introduce the names in them, so that "Moss" is still Ann Moss there.
 */
export class Introductions {
  /** Per word of a name: the mention that introduces its actor. */
  private readonly byWord = new Map<string, Mention>();

  constructor(
    private readonly text: string,
    mentions: readonly Mention[],
  ) {
    const longest = new Map<string, Mention>();
    for (const mention of mentions) {
      const known = longest.get(mention.actor);
      if (!known || mention.end - mention.start > known.end - known.start) {
        longest.set(mention.actor, mention);
      }
    }
    for (const mention of longest.values()) {
      const tokens = tokenise(text, mention.start, mention.end);
      for (let i = 0; i < tokens.count; i++) {
        const word = text.slice(tokens.starts[i], tokens.ends[i]);
        if (isNameClass(tokens.classes[i]!) && !this.byWord.has(word)) {
          this.byWord.set(word, mention);
        }
      }
    }
  }

  /** The passages, each a paragraph of its own, that introduce the names among `words`; empty where there are none. */
  passagesFor(words: string): string {
    const tokens = tokenise(words);
    const actors = new Set<string>();
    const passages: Passage[] = [];
    for (let i = 0; i < tokens.count && passages.length < mostPassages; i++) {
      if (!isNameClass(tokens.classes[i]!)) {
        continue;
      }
      const mention = this.byWord.get(words.slice(tokens.starts[i], tokens.ends[i]));
      if (mention && !actors.has(mention.actor)) {
        actors.add(mention.actor);
        passages.push(this.passageOf(mention));
      }
    }
    return passages.map(({ start, end }) => `${this.text.slice(start, end)}\n\n`).join('');
  }

  private passageOf({ start, end }: Mention): Passage {
    const least = Math.max(0, start - reach);
    const most = Math.min(this.text.length, end + reach);
    const before = this.text.slice(least, start);
    const after = this.text.slice(end, most);
    const line = before.lastIndexOf('\n');
    const space = before.search(/[ 　、。]/);
    const from = line >= 0 ? least + line + 1 : least === 0 ? 0 : least + Math.max(0, space + 1);
    const lineEnd = after.indexOf('\n');
    return { start: from, end: lineEnd >= 0 ? end + lineEnd : most };
  }
}

function isNameClass(kind: number): boolean {
  return kind === CharClass.upper || kind === CharClass.katakana || kind === CharClass.kanji;
}
