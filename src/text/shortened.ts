import { graphemesAfter } from './graphemes';

/** At most `longest` characters as a reader counts them (graphemes); an ellipsis stands for the rest. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest || graphemesAfter(text, 0, longest).length === text.length) {
    return text;
  }
  return `${graphemesAfter(text, 0, longest - 1)}…`;
}

/** A text as part of a message, a title or a picture: one line, at most 60 characters where nothing else is said. */
export function shortLine(text: string, longest = 60): string {
  return shortened(text.replaceAll(/\s+/g, ' '), longest);
}
