/**
 * Article text as Markdown that shows just this text: every ASCII punctuation mark is escaped (CommonMark 2.4), so that
 * no markup, link, HTML, command or icon can come of it; line breaks become spaces; control and bidi characters become
 * visible, so that they cannot reorder what stands beside them.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\r\n\t\u2028\u2029]/g, ' ')
    .replaceAll(/\p{Cc}/gu, '\ufffd')
    .replaceAll(
      /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      (mark) => `⟨${mark.charCodeAt(0).toString(16).toUpperCase()}⟩`,
    )
    .replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}
