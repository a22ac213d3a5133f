/** Whether an argument is a pattern rather than a path. */
export function isGlob(text: string): boolean {
  return /[*?[\]{}]/.test(text);
}

/** The folder part before the first wildcard. */
export function globBase(pattern: string): string {
  const parts = pattern.split('/');
  const wild = parts.findIndex(isGlob);
  const base = parts.slice(0, wild).join('/');
  return base === '' ? (pattern.startsWith('/') ? '/' : '.') : base;
}

/**
 * Matches paths with `/` as shells do: `*` and `?` within a name, `**` over any number of folders, `[a-z]`, `{a,b}`.
 * Names that begin with a dot match only a pattern part that does.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  const patterns = expandBraces(pattern).map((one) => one.replace(/^\.\//, '').split('/'));
  return (path) => {
    const names = path.replace(/^\.\//, '').split('/');
    return patterns.some((parts) => matchesParts(parts, names));
  };
}

const mostAlternatives = 256;

function expandBraces(pattern: string): string[] {
  const out: string[] = [];
  const todo = [pattern];
  while (todo.length > 0 && out.length + todo.length < mostAlternatives) {
    const next = todo.pop()!;
    const group = /\{([^{}]*)\}/.exec(next);
    if (!group) {
      out.push(next);
      continue;
    }
    for (const choice of group[1]!.split(',')) {
      todo.push(next.slice(0, group.index) + choice + next.slice(group.index + group[0].length));
    }
  }
  return out;
}

/** Greedy with one step back to the last `**`, as for wildcards in a name: time is the product of the lengths at worst. */
function matchesParts(parts: readonly string[], names: readonly string[]): boolean {
  let part = 0;
  let name = 0;
  let star = -1;
  let resume = 0;
  while (name < names.length) {
    if (parts[part] === '**') {
      star = part++;
      resume = name;
    } else if (part < parts.length && matchesName(parts[part]!, names[name]!)) {
      part++;
      name++;
    } else if (star >= 0 && !names[resume]!.startsWith('.')) {
      part = star + 1;
      name = ++resume;
    } else {
      return false;
    }
  }
  return parts.slice(part).every((rest) => rest === '**');
}

function matchesName(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) {
    return false;
  }
  const tokens = [...pattern.matchAll(/\[[!^]?[^\]]+\]|[\s\S]/gu)].map(([token]) => token);
  const chars = [...name];
  let token = 0;
  let char = 0;
  let star = -1;
  let resume = 0;
  while (char < chars.length) {
    if (tokens[token] === '*') {
      star = token++;
      resume = char;
    } else if (token < tokens.length && matchesChar(tokens[token]!, chars[char]!)) {
      token++;
      char++;
    } else if (star >= 0) {
      token = star + 1;
      char = ++resume;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every((rest) => rest === '*');
}

function matchesChar(token: string, char: string): boolean {
  if (token === '?') {
    return true;
  }
  if (token.length < 3 || !token.startsWith('[')) {
    return token === char;
  }
  const negated = token[1] === '!' || token[1] === '^';
  const set = [...token.slice(negated ? 2 : 1, -1)];
  let inside = false;
  for (let i = 0; i < set.length; i++) {
    if (set[i + 1] === '-' && i + 2 < set.length) {
      inside ||= set[i]! <= char && char <= set[i + 2]!;
      i += 2;
    } else {
      inside ||= set[i] === char;
    }
  }
  return inside !== negated;
}
