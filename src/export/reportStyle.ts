/**
 * The style of HTML reports: system colours, so that it follows light, dark and forced colours; for print, black on
 * white with addresses of web links written out. Contrast is at least 7:1.
 */
export const reportStyle = `
:root { color-scheme: light dark; --line: #767676; --soft: #f2f2f2; --ink: #111; --paper: #fff; --link: #0b3d91; }
@media (prefers-color-scheme: dark) { :root { --line: #999; --soft: #2a2a2a; --ink: #f2f2f2; --paper: #181818; --link: #a9cbff; } }
body { margin: 0 auto; max-width: 72rem; padding: 1rem 1.5rem 4rem; font: 1rem/1.6 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; color: var(--ink); background: var(--paper); }
a { color: var(--link); text-decoration: underline; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 3rem; border-top: 3px double var(--line); padding-top: 1rem; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; margin: 0.5rem 0 1.5rem; }
caption { text-align: start; font-weight: 600; padding: 0.25rem 0; }
th, td { border: 1px solid var(--line); padding: 0.35rem 0.6rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { background: var(--soft); }
th:first-child { width: 38%; }
th:nth-child(2):nth-last-child(2) { width: 15%; }
.meta { margin: 0.25rem 0; }
svg { max-width: 100%; height: auto; color: var(--ink); background: var(--paper); }
svg text { fill: currentColor; font-size: 13px; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .mark { fill: var(--paper); stroke: currentColor; stroke-width: 2; }
svg .full { fill: currentColor; stroke: currentColor; stroke-width: 2; }
svg .edge { fill: none; stroke: currentColor; stroke-opacity: 0.75; }
svg .oppose { stroke-dasharray: 7 5; }
svg .other { stroke-dasharray: 2 4; }
@media print {
  :root { --line: #555; --soft: #fff; --ink: #000; --paper: #fff; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2, h3, caption { break-after: avoid; }
  tr, svg { break-inside: avoid; }
  thead { display: table-header-group; }
  a[href^="http"]::after { content: " (" attr(href) ")"; }
}
`;

/** SHA-256 of the style, base64, for the report's Content Security Policy; a test compares it with the style. */
export const reportStyleHash = 'FsbxaX9rdxvpaAfEtdLmVeQu8tAQKywa0klD5p6rFzQ=';
