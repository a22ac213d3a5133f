import { UnitSet } from './units';

/** How many code units at the end of `before` belong to the line that goes on after it. */
export function lineStart(before: string, isAll: boolean): number {
  const line = before.lastIndexOf('\n');
  if (line >= 0) {
    return before.length - line - 1;
  }
  return isAll ? before.length : before.length - boundaryAfter(before);
}

/** How many code units of `after` belong to the line that it goes on with. */
export function lineEnd(after: string, isAll: boolean): number {
  const line = after.indexOf('\n');
  if (line >= 0) {
    return line;
  }
  return isAll ? after.length : boundaryBefore(after);
}

const boundaries = new UnitSet(' 　。、');

/** In a line too long to be read whole: after its first space or full stop; 0 where there is none. */
function boundaryAfter(text: string): number {
  for (let i = 0; i < text.length; i++) {
    if (boundaries.at(text, i)) {
      return i + 1;
    }
  }
  return 0;
}

/** After its last space or full stop; all of it where there is none. */
function boundaryBefore(text: string): number {
  for (let i = text.length; i > 0; i--) {
    if (boundaries.at(text, i - 1)) {
      return i;
    }
  }
  return text.length;
}
