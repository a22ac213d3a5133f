/**
 * Shows bidirectional control characters (UAX #9) as their code, so that a quote cannot reorder the report around it
 * (CVE-2021-42574).
 */
export function visibleBidi(text: string): string {
  return text.replace(
    /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (char) => `⟨U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}
