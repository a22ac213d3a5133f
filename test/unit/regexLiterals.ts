/** One regular expression literal of a TypeScript source. */
export interface RegexLiteral {
  readonly source: string;
  readonly flags: string;
  /** Offset in the source text. */
  readonly at: number;
}

const words = /[\p{ID_Continue}$]/u;
/** After one of these a slash begins an expression, after any other word it divides. */
const beforeExpression = new Set(
  'return typeof case in of delete void throw new else do instanceof yield await default extends'.split(' '),
);

/**
 * All regular expression literals of a TypeScript or JavaScript source. Follows comments, strings, templates with
 * expressions in them, and tells a literal from a division by what stands before it.
 */
export function regexLiterals(code: string): RegexLiteral[] {
  const found: RegexLiteral[] = [];
  /** Brace depth at which each open template expression ends. */
  const templates: number[] = [];
  let depth = 0;
  let before = '';
  let i = 0;
  const skipTo = (end: number): void => {
    i = end < 0 ? code.length : end;
  };
  while (i < code.length) {
    const char = code[i]!;
    if (code.startsWith('//', i)) {
      skipTo(code.indexOf('\n', i));
    } else if (code.startsWith('/*', i)) {
      skipTo(code.indexOf('*/', i + 2) + 2 || -1);
    } else if (char === "'" || char === '"') {
      i = stringEnd(code, i + 1, char);
      before = 'string';
    } else if (char === '`') {
      i = templateEnd(code, i + 1, templates, depth);
      before = code[i - 1] === '{' ? '' : 'string';
    } else if (char === '}' && templates.at(-1) === depth) {
      templates.pop();
      i = templateEnd(code, i + 1, templates, depth);
      before = code[i - 1] === '{' ? '' : 'string';
    } else if (char === '/' && opensExpression(before)) {
      const end = regexEnd(code, i + 1);
      let flagsEnd = end + 1;
      while (flagsEnd < code.length && /[a-z]/.test(code[flagsEnd]!)) {
        flagsEnd++;
      }
      found.push({ source: code.slice(i + 1, end), flags: code.slice(end + 1, flagsEnd), at: i });
      i = flagsEnd;
      before = 'regex';
    } else if (words.test(char)) {
      const start = i;
      while (i < code.length && words.test(code[i]!)) {
        i++;
      }
      before = code.slice(start, i);
    } else {
      depth += char === '{' ? 1 : char === '}' ? -1 : 0;
      // x++ / 2 divides.
      const postfix = (char === '+' || char === '-') && code[i - 1] === char;
      before = char.trim() === '' ? before : postfix ? '++' : char;
      i++;
    }
  }
  return found;
}

function opensExpression(before: string): boolean {
  return (
    before === '' || beforeExpression.has(before) || (before.length === 1 && '([{,;:=!?&|+-*%<>~^}'.includes(before))
  );
}

function stringEnd(code: string, from: number, quote: string): number {
  let i = from;
  while (i < code.length && code[i] !== quote && code[i] !== '\n') {
    i += code[i] === '\\' ? 2 : 1;
  }
  return i + 1;
}

/** After the closing backtick, or after `${`, whose end is then awaited. */
function templateEnd(code: string, from: number, templates: number[], depth: number): number {
  let i = from;
  while (i < code.length) {
    if (code[i] === '\\') {
      i += 2;
    } else if (code[i] === '`') {
      return i + 1;
    } else if (code.startsWith('${', i)) {
      templates.push(depth);
      return i + 2;
    } else {
      i++;
    }
  }
  return i;
}

function regexEnd(code: string, from: number): number {
  let inClass = false;
  for (let i = from; i < code.length; i++) {
    const char = code[i]!;
    if (char === '\\') {
      i++;
    } else if (char === '[') {
      inClass = true;
    } else if (char === ']') {
      inClass = false;
    } else if (char === '\n' || (char === '/' && !inClass)) {
      return i;
    }
  }
  return code.length;
}
