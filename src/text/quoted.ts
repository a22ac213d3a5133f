/** A passage in the quotation marks of its language, unless it has some of its own: those would be hard to tell apart. */
export function quoted(text: string): string {
  if (/[“”„«»「」『』"]/.test(text)) {
    return text;
  }
  return /[\u3005-\u30ff\u3400-\u9fff]/.test(text) ? `「${text}」` : `“${text}”`;
}
