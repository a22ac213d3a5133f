// The whole job in the window, with the packaged extension, as a person does it: by keyboard and mouse, and looked at.
// Pictures are kept in out/screenshots.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openSession } from '../host/session.mjs';

describe('the main job in the window', () => {
  /** @type {Awaited<ReturnType<typeof openSession>>} */
  let session;
  let w;
  const shot = (name) => w.shot(name);
  const file = (name) => path.join(session.workspace, name);

  before(async () => {
    session = await openSession({
      workspace: 'test/fixtures/sample-workspace',
      settings: { 'editor.wordWrap': 'on' },
      viewport: { width: 1280, height: 860 },
    });
    w = session.w;
  });
  after(() => session?.stop());
  afterEach(function () {
    return w?.shotIfFailed(this.currentTest);
  });

  it('underlines actors and dates, each kind with its own line', async () => {
    await w.openFile('reykjavik-round.txt');
    await w.decorationsAt('Gunnar Arnason', { atLeast: 1, timeout: 20_000 });
    const styles = await session.page.evaluate(() =>
      [...document.querySelectorAll('.view-overlays .cdr')].map((e) => getComputedStyle(e).borderBottomStyle),
    );
    for (const style of ['solid', 'double', 'dashed', 'dotted']) {
      assert.ok(styles.includes(style), `${style} is not among ${[...new Set(styles)]}`);
    }
    await shot('highlights-light');
  });

  it('follows while typing', async () => {
    await w.openFile('tokyo-figure.md');
    await w.clickText('The next meeting');
    await session.page.keyboard.press('End');
    await session.page.keyboard.type(' Angela Merkel will speak.');
    const { boxes } = await w.decorationsAt('Angela Merkel', { atLeast: 1 });
    assert.ok(boxes.length >= 1);
    for (let i = 0; i < 40; i++) {
      await session.page.keyboard.press('Control+z');
    }
  });

  it('shows a card under the mouse with what the other articles have', async () => {
    await w.openFile('reykjavik-round.txt');
    const hover = await w.hoverText('Ingrid Solheim', { expect: 'In other articles' });
    assert.match(hover.text, /Ingrid Solheim/);
    assert.match(hover.text, /Quota Talks Open|A quota that binds/);
    await shot('hover-light');
  });

  it('opens the place that a card links to', async () => {
    const hover = await w.hoverText('Ingrid Solheim', { expect: 'In other articles' });
    await hover.locator.locator('a', { hasText: 'right to ask for a cut' }).first().click();
    await session.page.locator('.tab.active[data-resource-name="a-quota-that-binds.md"]').waitFor();
    await w.rectOf('right to ask for a cut');
  });

  it('shows the card by keyboard, soon enough', async () => {
    await w.openFile('reykjavik-round.txt');
    const times = [];
    for (let i = 0; i < 5; i++) {
      times.push(Math.round((await w.hoverByKeyboard('Gunnar Arnason', { expect: 'In other articles' })).ms));
    }
    console.log(`      keydown to visible card: ${times.join(', ')} ms`);
    await w.closeHover();
  });

  it('records a claim by keyboard and lets its fields be changed', async () => {
    await w.openFile('quota-talks-open.txt');
    await w.decorationsAt('Gunnar Arnason', { atLeast: 1 }); // the editor has settled
    await w.clickText('A cut of that size');
    await session.page.keyboard.press('Control+Alt+c');
    await w.input.waitFor();
    await shot('record-fields');
    await w.pick('Status');
    await w.pick('disputed');
    await w.pick('Verdict and evidence');
    await w.answer('Exaggerated');
    await w.pick('Verdict and evidence');
    await w.pick('Add evidence');
    await w.input.and(session.page.locator('[placeholder="https://"]')).fill('https://example.org/harbours.pdf');
    await session.page.keyboard.press('Enter');
    await session.page.locator('.quick-input-widget:visible', { hasText: 'Its title' }).waitFor();
    await w.answer('Harbours of Iceland, 2026');
    await w.pick('Done');
    const sidecar = file('2026-03/quota-talks-open.txt.claims.yaml');
    const text = fs.readFileSync(sidecar, 'utf8');
    assert.match(text, /close half of our harbours/);
    assert.match(text, /source: "gunnar-arnason"/);
    assert.match(text, /status: "disputed"/);
    assert.match(text, /rating: "Exaggerated"/);
    assert.match(text, /url: "https:\/\/example.org\/harbours.pdf"/);
    const { boxes } = await w.decorationsAt('A cut of that size', { atLeast: 1 });
    assert.ok(boxes.length >= 1);
    await shot('recorded');
  });

  it('records a Japanese sentence from the context menu', async () => {
    await w.openFile('漁獲枠の合意を急げ.txt');
    await w.decorationsAt('アイスランド', { atLeast: 1 }); // taken up as an article
    await w.clickText('首席交渉官は先月');
    await w.contextMenu('首席交渉官は先月', 'Record Claim');
    await w.pick('Done');
    const text = fs.readFileSync(file('2026-04/漁獲枠の合意を急げ.txt.claims.yaml'), 'utf8');
    assert.match(text, /原則として支持する/);
    await shot('japanese');
  });

  it('links two claims across articles and shows it on both sides', async () => {
    await w.clickText('首席交渉官は先月');
    await w.startCommand('Claims: Link Claim to Another');
    await w.input.fill('A cut of that size');
    await w.pick('A cut of that size');
    await w.pick('contradicts');
    const hover = await w.hoverText('首席交渉官は先月', { expect: 'contradicts' });
    assert.match(hover.text, /contradicts/);
    await shot('hover-linked');
    await w.openFile('quota-talks-open.txt');
    const back = await w.hoverText('A cut of that size', { expect: 'contradicted by' });
    assert.match(back.text, /原則として支持する/);
  });

  it('takes a name for no actor where a person says so', async () => {
    await w.openFile('reykjavik-round.txt');
    await w.decorationsAt('Thomas Reed', { atLeast: 1 });
    await w.clickText('Thomas Reed');
    await w.startCommand('Claims: Correct Actor');
    await w.pick('Not an actor');
    await session.page.waitForTimeout(500);
    assert.equal((await w.decorationsAt('Thomas Reed')).boxes.length, 0);
    const text = fs.readFileSync(file('2026-03/reykjavik-round.txt.claims.yaml'), 'utf8');
    assert.match(text, /decision: "reject"/);
    await w.openFile('quota-talks-open.txt');
  });

  it('lists claims in the view', async () => {
    await w.closeHover();
    await session.page.locator('.activitybar [aria-label^="Editorial Claims"]').first().click();
    const rows = await w.treeRows('Claims', { atLeast: 4 });
    assert.ok(
      rows.some((row) => row.label.includes('close half of our harbours')),
      JSON.stringify(rows),
    );
    await shot('claims-view');
  });

  it('shows on one screen what it is for', async () => {
    await w.clickText('A cut of that size'); // the Related view follows
    await w.hoverText('Ingrid Solheim', { expect: 'In other articles' });
    await shot('readme'); // kept as media/readme/hover.png
    await w.closeHover();
  });

  it('finds everything again after the window is reloaded', async () => {
    await session.page.reload();
    await session.page.waitForFunction(() => 'driver' in globalThis);
    await session.page.evaluate(() => globalThis.driver.whenWorkbenchRestored());
    await w.openFile('quota-talks-open.txt');
    const hover = await w.hoverText('A cut of that size', { expect: 'disputed', timeout: 30_000 });
    assert.match(hover.text, /contradicted by/);
    assert.match(hover.text, /Verdict: Exaggerated/);
    assert.match(hover.text, /Evidence: Harbours of Iceland, 2026/);
  });

  it('exports to a file', async () => {
    await w.closeHover();
    await w.startCommand('Claims: Export');
    await w.pick('All articles');
    await w.input.waitFor();
    await shot('export-formats');
    await w.pick('CSV table');
    await w.input.waitFor();
    await session.page.keyboard.press('Enter');
    await w.notifications({ containing: 'claims-export.csv' });
    const csv = fs.readFileSync(file('claims-export.csv'), 'utf8');
    assert.match(csv, /close half of our harbours/);
    assert.match(csv, /原則として支持する/);
    await w.clearNotifications();
  });

  for (const [name, theme] of [
    ['dark', 'Dark Modern'],
    ['high-contrast', 'Dark High Contrast'],
    ['high-contrast-light', 'Light High Contrast'],
  ]) {
    it(`is at home in the theme ${theme}`, async () => {
      await w.startCommand('Preferences: Color Theme');
      await w.input.fill(theme);
      await w.pick(theme);
      const kind = { dark: 'vs-dark', 'high-contrast': 'hc-black', 'high-contrast-light': 'hc-light' }[name];
      await session.page.locator(`.monaco-workbench.${kind}`).first().waitFor({ state: 'attached' });
      await w.hoverText('A cut of that size', { expect: 'disputed' });
      await shot(`hover-${name}`);
      await w.closeHover();
    });
  }

  it('threw nothing in the page', () => assert.deepEqual(w.consoleErrors, []));
});
