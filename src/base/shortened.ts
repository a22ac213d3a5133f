/** At most `longest` UTF-16 code units of a text; an ellipsis stands for the rest. */
export function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** A text as part of a message or a title: one line, at most 60 code units. */
export function shortLine(text: string): string {
  return shortened(text.replaceAll(/\s+/g, ' '), 60);
}
