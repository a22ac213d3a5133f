// The overview panel in the window, with the packaged extension: pictures, keyboard, table, filter, SVG, both languages of
// the data. Pictures are kept in out/screenshots.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { openSession } from '../host/session.mjs';

const shots = 'out/screenshots';
fs.mkdirSync(shots, { recursive: true });
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Claims as a person recorded them, one with a date that is open at its end. */
const recorded = [
  ['a1', 'Iceland said on Tuesday that it would accept a cut', 'is', 'support', 'supported', '2026'],
  ['b2', 'We have listened to the scientists', 'gunnar-arnason', 'support', 'unverified', '2026-03-18/..'],
  ['c3', 'Twenty is not enough', 'ingrid-solheim', 'oppose', 'disputed', '2026'],
  ['d4', 'Japan will present its own figure in April', 'jp', 'neutral', 'in-progress', '2026-04'],
  ['e5', 'all three countries of bargaining over the last fish', 'north-sea-watch', 'oppose', 'unverified', '2026'],
];
const sidecar = `version: "1.0"

claims:
${recorded
  .map(
    ([id, quote, source, stance, status, date]) => `  ${id}:
    quote: "${quote}"
    kind: "statement"
    directness: "indirect"
    source: "${source}"
    concepts: ["catch-quota"]
    stance: "${stance}"
    date: "${date}"
    status: "${status}"
`,
  )
  .join('\n')}
corrections:
`;

describe('the overview in the window', () => {
  /** @type {Awaited<ReturnType<typeof openSession>>} */
  let session;
  let w;
  let panel;
  const shot = (name) => w.shot(name);
  const tab = (name) => panel.getByRole('tab', { name });
  const status = () => panel.getByRole('status').innerText();

  before(async () => {
    session = await openSession({
      workspace: 'test/fixtures/sample-workspace',
      settings: { 'editor.wordWrap': 'on' },
      viewport: { width: 1440, height: 900 },
    });
    w = session.w;
    fs.writeFileSync(path.join(session.workspace, '2026-03/reykjavik-round.txt.claims.yaml'), sidecar);
    await w.openFile('reykjavik-round.txt');
    await w.decorationsAt('Gunnar Arnason', { atLeast: 1, timeout: 20_000 });
  });
  after(() => session?.stop());
  afterEach(function () {
    return w?.shotIfFailed(this.currentTest);
  });

  it('opens beside the article and draws the claims in time', async () => {
    await w.startCommand('Claims: Show Overview');
    panel = await w.webview({ tab: 'Claims Overview' });
    await panel.locator('.timeline .mark').first().waitFor();
    assert.match(await status(), /^\d+ of \d+ claims/);
    for (const stance of ['support', 'oppose', 'neutral']) {
      await panel.locator(`.mark .stance-${stance}`).first().waitFor();
    }
    await shot('overview-beside');
  });

  it('opens the place of a claim in the other column', async () => {
    const single = panel.locator('.timeline .mark:not(:has(.count))').first();
    const label = await single.getAttribute('aria-label');
    await single.click();
    const marked = session.page.locator('.editor-group-container.active .monaco-editor .selected-text').first();
    await marked.waitFor({ state: 'attached' });
    assert.equal(await session.page.locator('.tab', { hasText: 'Claims Overview' }).count(), 1);
    const file = await session.page
      .locator('.editor-group-container.active .tab.active')
      .getAttribute('data-resource-name');
    const folder = fs.readdirSync(session.workspace, { recursive: true }).find((name) => name.endsWith(file));
    const article = fs.readFileSync(path.join(session.workspace, folder), 'utf8');
    assert.ok(article.includes(label.slice(0, 25)), `${label} is not in ${file}`);
  });

  it('lists the claims of a mark that stands for several', async () => {
    await session.page.locator('.tab', { hasText: 'Claims Overview' }).first().click();
    await tab('Network').click();
    await panel.locator('.network .actor').first().waitFor();
    await shot('overview-network-beside');
    await panel.locator('.network .actor').first().locator('.shape').click();
    await panel.locator('.details li').first().waitFor();
    const all = await status();
    await panel.getByRole('button', { name: /^Only / }).click();
    assert.notEqual(await status(), all);
    await panel.getByRole('button', { name: 'Clear filter' }).click();
    assert.equal(await status(), all);
  });

  it('is walked by arrow keys', async () => {
    await tab('Timeline').click();
    await panel.locator('.timeline .mark[tabindex="0"]').focus();
    const focused = () => panel.locator('.mark:focus').getAttribute('data-mark');
    const before = await focused();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowUp']) {
      await session.page.keyboard.press(key);
      if ((await focused()) !== before) {
        return;
      }
    }
    assert.fail('no arrow key led to another mark');
  });

  it('has who says what about which concept', async () => {
    await tab('Positions').click();
    await panel.locator('.matrix .cell').first().waitFor();
    await shot('overview-positions-beside');
  });

  it('searches with widths and kana folded', async () => {
    const before = await status();
    await panel.getByRole('searchbox').fill('ｇｕｎｎａｒ ａｒｎａｓｏｎ');
    await panel.getByRole('status').filter({ hasNotText: before }).waitFor();
    const [, found, all] = /^(\d+) of (\d+)/.exec(await status());
    assert.ok(Number(found) > 0 && Number(found) < Number(all), await status());
    await panel.getByRole('button', { name: 'Clear filter' }).click();
  });

  it('has the same claims as a table, without a fault that axe finds', async () => {
    await panel.getByRole('button', { name: 'As Table' }).click();
    const rows = await panel.locator('tbody tr').count();
    assert.match(await status(), new RegExp(`^${rows} of`));
    await shot('overview-table');
    const frame = await (await panel.locator('body').elementHandle()).ownerFrame();
    await frame.evaluate(axe);
    for (const table of [true, false]) {
      if (!table) {
        await panel.getByRole('button', { name: 'As Table' }).click();
        await panel.locator('.mark').first().waitFor();
      }
      const { violations } = await frame.evaluate('axe.run()');
      assert.deepEqual(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .map(({ target, failureSummary }) => `${target} ${failureSummary}`)
              .slice(0, 3)
              .join(' | ')}`,
        ),
        [],
      );
    }
  });

  it('saves a picture that stands alone', async () => {
    await tab('Timeline').click();
    await panel.getByRole('button', { name: 'Save as SVG…' }).click();
    await w.input.waitFor();
    await session.page.keyboard.press('Enter');
    await w.notifications({ containing: 'claims-timeline.svg' });
    const file = path.join(session.workspace, 'claims-timeline.svg');
    const svg = fs.readFileSync(file, 'utf8');
    assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    assert.doesNotMatch(svg, /var\(|class=|style=/);
    fs.copyFileSync(file, path.join(shots, 'overview-timeline.svg'));
    await w.clearNotifications();
  });

  it('is as it was when it has been hidden', async () => {
    await tab('Network').click();
    const all = await status();
    await panel.getByRole('searchbox').fill('Gunnar');
    await panel.getByRole('status').filter({ hasNotText: all }).waitFor();
    const before = await status();
    await w.openFile('tokyo-figure.md'); // in the panel's own group, which has the focus
    await session.page.locator('.tab', { hasText: 'Claims Overview' }).first().click();
    panel = await w.webview({ tab: 'Claims Overview' });
    await panel.locator('.network .mark').first().waitFor();
    assert.equal(await status(), before);
    await panel.getByRole('button', { name: 'Clear filter' }).click();
  });

  it('is there again when the window is reloaded', async () => {
    await session.page.waitForTimeout(500);
    await session.page.reload();
    await session.page.waitForFunction(() => 'driver' in globalThis);
    await session.page.evaluate(() => globalThis.driver.whenWorkbenchRestored());
    await session.page.locator('.tab', { hasText: 'Claims Overview' }).first().click();
    panel = await w.webview({ tab: 'Claims Overview' });
    await panel.locator('.mark').first().waitFor({ timeout: 30_000 });
  });

  for (const [name, theme, kind] of [
    ['light', 'Light Modern', 'vs'],
    ['dark', 'Dark Modern', 'vs-dark'],
    ['high-contrast', 'Dark High Contrast', 'hc-black'],
  ]) {
    it(`is at home in the theme ${theme}`, async () => {
      if (name !== 'light') {
        await w.startCommand('Preferences: Color Theme');
        await w.input.fill(theme);
        await w.pick(theme);
      }
      await session.page.locator(`.monaco-workbench.${kind}`).first().waitFor({ state: 'attached' });
      if (name === 'light') {
        await panel.getByRole('button', { name: 'Clear filter' }).click();
        await session.page.locator('.tab', { hasText: 'Claims Overview' }).first().dblclick();
        await session.page.waitForTimeout(800);
        panel = await w.webview({ tab: 'Claims Overview' });
      }
      for (const picture of ['Timeline', 'Network', 'Positions']) {
        await tab(picture).click();
        await panel.locator('.mark').first().waitFor();
        await session.page.waitForTimeout(200);
        await shot(`overview-${picture.toLowerCase()}-${name}`);
      }
    });
  }

  it('threw nothing in the page', () => assert.deepEqual(w.consoleErrors, []));
});
