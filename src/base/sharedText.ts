/** Texts that many have: actor ids, names, dates, rules. Emptied when it grows beyond `mostShared`. */
const sharedTexts = new Map<string, string>();
const mostShared = 100_000;

/** The one copy of a text that is kept, so that ten thousand articles do not each keep their own. */
export function shared(text: string): string {
  const known = sharedTexts.get(text);
  if (known !== undefined) {
    return known;
  }
  if (sharedTexts.size >= mostShared) {
    sharedTexts.clear();
  }
  sharedTexts.set(text, text);
  return text;
}
