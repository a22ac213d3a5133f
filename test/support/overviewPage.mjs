// The overview panel in a browser page of its own, under the content security policy that it has in VS Code.
import fs from 'node:fs';

const themes = {
  light: { foreground: '#3b3b3b', 'editor-background': '#ffffff', descriptionForeground: '#5f5f5f' },
  dark: { foreground: '#cccccc', 'editor-background': '#1f1f1f', descriptionForeground: '#9d9d9d' },
};
const shared = { 'charts-green': '#388a34', 'charts-red': '#e51400', 'charts-blue': '#0063d3', focusBorder: '#005fb8' };

const address = 'https://overview.test/';
const policy = `default-src 'none'; style-src ${address}; script-src ${address}`;

/** Opens the panel and sends it a message. `painted` is then the time until the next frame was out, in milliseconds. */
export async function overviewPage(browser, message, { theme = 'light', viewport } = {}) {
  const page = await browser.newPage({ viewport: viewport ?? { width: 1200, height: 800 } });
  page.errors = [];
  page.on('pageerror', (error) => page.errors.push(error.message));
  page.on('console', (said) => said.type() === 'error' && page.errors.push(said.text()));
  const files = {
    'main.js': ['text/javascript', fs.readFileSync('dist/webview/main.js')],
    'overview.css': ['text/css', fs.readFileSync('media/overview.css')],
    '': [
      'text/html',
      `<!DOCTYPE html><html><head><meta charset="UTF-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
       <link rel="stylesheet" href="overview.css"></head><body><script src="main.js"></script></body></html>`,
    ],
  };
  await page.route(`${address}**`, (route) => {
    const [contentType, body] = files[route.request().url().slice(address.length)] ?? ['text/plain', ''];
    return route.fulfill({ contentType, body });
  });
  await page.addInitScript(
    (colours) => {
      globalThis.said = [];
      let state;
      globalThis.acquireVsCodeApi = () => ({
        postMessage: (one) => globalThis.said.push(one),
        getState: () => state,
        setState: (value) => {
          state = value;
        },
      });
      addEventListener('DOMContentLoaded', () => {
        for (const [name, value] of Object.entries(colours)) {
          document.documentElement.style.setProperty(`--vscode-${name}`, value);
        }
      });
    },
    { ...shared, ...themes[theme] },
  );
  await page.goto(address);
  await page.evaluate(async (data) => {
    const started = performance.now();
    postMessage(data, '*');
    await new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    globalThis.painted = performance.now() - started;
  }, message);
  return page;
}

const english = {
  claims: '{0} claims',
  oneClaim: '1 claim',
  shown: '{0} of {1} claims',
  timeline: 'Timeline',
  overview: 'Overview',
};
const named = { network: 'Network', positions: 'Positions', zoomIn: 'Zoom in', asTable: 'As Table' };

/** A made-up corpus of `count` claims over three years, always the same. */
export function sampleMessage(count) {
  let seed = 7;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  /** Small numbers come more often than large ones, as with names in the news. */
  const skewed = (below) => Math.floor(random() ** 2.2 * below);
  const kinds = ['person', 'organization', 'country'];
  const actors = Array.from({ length: 120 }, (_, i) => ({
    id: `a${i}`,
    name: `Actor Number ${i}`,
    kind: kinds[i % 3],
  }));
  const stances = ['support', 'oppose', 'neutral', null, null];
  const statuses = ['unverified', 'in-progress', 'supported', 'disputed', 'refuted', 'superseded'];
  const rows = Array.from({ length: count }, (_, i) => {
    const source = `a${skewed(120)}`;
    const day = 19000 + Math.floor(random() * 1095);
    return {
      article: `file:///articles/${i >> 3}.txt`,
      start: i,
      end: i + 100,
      title: `Article ${i >> 3}`,
      quote: `Claim ${i}: the quota for the northern stock must be ${Math.floor(random() * 90)} per cent lower next year.`,
      words: '',
      source,
      actors: random() < 0.4 ? [source, `a${skewed(120)}`] : [source],
      concepts: random() < 0.7 ? [`concept ${skewed(40)}`] : [],
      stance: stances[Math.floor(random() * 5)],
      status: statuses[Math.floor(random() * 6)],
      day,
      days: [day, day],
      when: new Date(day * 864e5).toISOString().slice(0, 10),
      recorded: true,
    };
  });
  const keys = fs
    .readFileSync('src/webview/protocol.ts', 'utf8')
    .match(/overviewTexts = \[([^\]]*)\]/)[1]
    .match(/\w+/g);
  return {
    type: 'show',
    language: 'en',
    texts: { ...Object.fromEntries(keys.map((key) => [key, key])), ...english, ...named },
    stances: { support: 'supports', oppose: 'opposes', neutral: 'neutral' },
    statuses: Object.fromEntries(statuses.map((status) => [status, status])),
    rows,
    actors,
    left: 0,
  };
}
