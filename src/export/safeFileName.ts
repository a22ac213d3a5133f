/** Device names that Windows gives to no file, with any extension (learn.microsoft.com, "Naming Files"). */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

const longest = 120;

/** One path segment that every system can store and shows as it is: no separators, devices, controls, trailing dots. */
export function safeFileName(name: string): string {
  let safe = name
    .replace(/[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>:"/\\|?*]/gu, '_')
    .replace(/^[ ~-]/, '_');
  if (safe.length > longest) {
    const dot = safe.lastIndexOf('.');
    const extension = dot > 0 && safe.length - dot <= 12 ? safe.slice(dot) : '';
    safe = [...safe.slice(0, longest - extension.length)].join('').replace(/[\ud800-\udfff]/gu, '_') + extension;
  }
  safe = /[. ]/.test(safe.at(-1) ?? '.') ? `${safe.slice(0, -1)}_` : safe;
  return reserved.test(safe) ? `_${safe}` : safe;
}

/** A relative path of safe segments that no path before has taken, also where case does not count. */
export function uniquePath(path: string, taken: Set<string>): string {
  const safe = path.split('/').map(safeFileName).join('/');
  const dot = safe.lastIndexOf('.');
  const stem = dot > safe.lastIndexOf('/') ? safe.slice(0, dot) : safe;
  let unique = safe;
  for (let n = 2; taken.has(unique.toLowerCase()); n++) {
    unique = `${stem}-${n}${safe.slice(stem.length)}`;
  }
  taken.add(unique.toLowerCase());
  return unique;
}
