// What goes from claim to claim and over all articles, in the window, by mouse and keyboard, and looked at.
// Pictures are kept in out/screenshots.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openSession } from '../host/session.mjs';

describe('across claims in the window', () => {
  /** @type {Awaited<ReturnType<typeof openSession>>} */
  let session;
  let w;
  const shot = (name) => w.shot(name);
  const file = (name) => path.join(session.workspace, name);
  /** Empty where it is not there, as for a moment while it is replaced. */
  const read = (name) => {
    try {
      return fs.readFileSync(file(name), 'utf8');
    } catch {
      return '';
    }
  };
  const record = async (article, text, sidecar, kept) => {
    await w.openFile(article);
    await w.decorationsAt(text, { timeout: 2000 });
    await w.clickText(text);
    await session.page.keyboard.press('Control+Alt+c');
    for (
      let i = 0;
      i < 100 && !(fs.existsSync(file(sidecar)) && fs.readFileSync(file(sidecar), 'utf8').includes(kept));
      i++
    ) {
      await session.page.waitForTimeout(100);
    }
    assert.match(fs.readFileSync(file(sidecar), 'utf8'), new RegExp(kept));
  };

  before(async () => {
    session = await openSession({
      workspace: 'test/fixtures/sample-workspace',
      settings: { 'editor.wordWrap': 'on', 'editorialClaims.askAfterRecording': false },
      viewport: { width: 1280, height: 860 },
    });
    w = session.w;
  });
  after(() => session?.stop());
  afterEach(function () {
    return w?.shotIfFailed(this.currentTest);
  });

  it('shows the rename of an actor before it is made, and undoes it in one step', async () => {
    await w.openFile('tokyo-figure.md');
    await w.decorationsAt('Kenji Moriyama', { atLeast: 1, timeout: 20_000 });
    await w.clickText('Kenji Moriyama');
    await session.page.keyboard.press('F2');
    const box = session.page.locator('.rename-box input');
    await box.waitFor();
    await box.fill('Kenji Moriyama (Tokyo)');
    await session.page.keyboard.press('Enter');
    const preview = session.page.locator('.part.panel .monaco-list-row', { hasText: 'actors.yaml' });
    await preview.first().waitFor();
    await shot('rename-preview');
    assert.equal(fs.existsSync(file('actors.yaml')), false, 'nothing is written before the person agrees');
    await session.page
      .locator('a, button')
      .filter({ hasText: /^Apply/ })
      .first()
      .click();
    for (
      let i = 0;
      i < 50 && !(fs.existsSync(file('actors.yaml')) && fs.readFileSync(file('actors.yaml'), 'utf8'));
      i++
    ) {
      await session.page.waitForTimeout(100);
    }
    assert.match(fs.readFileSync(file('actors.yaml'), 'utf8'), /Kenji Moriyama \(Tokyo\)/);
    await w.hoverText('Kenji Moriyama', { expect: 'Kenji Moriyama (Tokyo)' });
    await shot('rename-done');
    await w.closeHover();
    await w.openFile('actors.yaml');
    await session.page.keyboard.press('Control+z');
    const left = () => (fs.existsSync(file('actors.yaml')) ? fs.readFileSync(file('actors.yaml'), 'utf8') : '');
    await w.openFile('tokyo-figure.md').catch(() => {});
    for (let i = 0; i < 50 && left() !== ''; i++) {
      await session.page.waitForTimeout(100);
    }
    await shot('rename-undone');
    assert.equal(left(), '');
  });

  it('hints at what deserves a look, without an entry in Problems', async () => {
    await record('tokyo-figure.md', 'Japan proposed on Monday', '2026-04/tokyo-figure.md.claims.yaml', '24 percent');
    await record(
      'quota-talks-open.txt',
      'Solheim proposed cutting',
      '2026-03/quota-talks-open.txt.claims.yaml',
      '28 percent',
    );
    await record(
      'reykjavik-round.txt',
      'Iceland said on Tuesday',
      '2026-03/reykjavik-round.txt.claims.yaml',
      '20 percent',
    );
    await w.openFile('quota-talks-open.txt');
    await session.page.locator('.squiggly-hint').first().waitFor({ state: 'attached' });
    const hover = await w.hoverText('cutting the total catch', { expect: 'Worth a look' });
    await shot('hint-hover');
    assert.match(hover.text, /28 percent here, 24 percent there/);
    await w.closeHover();
    await w.clickText('cutting the total catch');
    await session.page.keyboard.press('Control+.');
    await session.page.waitForTimeout(1500);
    await shot('hint-actions');
    await session.page.keyboard.press('Escape');
  });

  it('lists them in a view, with names that are not treated alike', async () => {
    await session.page.locator('.activitybar [aria-label^="Editorial Claims"]').first().click();
    const rows = await w.treeRows('Worth a Look', { atLeast: 2 });
    await shot('points-view');
    assert.ok(
      rows.some(({ label }) => label.includes('Other number')),
      JSON.stringify(rows),
    );
  });

  it('links two claims by dragging one on the other', async () => {
    const pane = await w.viewPane('Claims');
    const row = (text) => pane.locator('.monaco-list-row', { hasText: text }).first();
    await row('24 percent').dragTo(row('Solheim proposed'));
    await w.input.waitFor();
    await w.page.mouse.move(900, 700);
    await shot('drag-link');
    await w.pick('updates');
    const sidecar = '2026-04/tokyo-figure.md.claims.yaml';
    for (let i = 0; i < 50 && !read(sidecar).includes('relation'); i++) {
      await session.page.waitForTimeout(100);
    }
    assert.match(read(sidecar), /relation: "updates"/);
  });

  it('links a suggestion by dragging it out of the Related view, and records it', async () => {
    await session.page.locator('.tab[data-resource-name="tokyo-figure.md"]').click();
    await w.clickText('to cut the mackerel');
    await session.page.locator('.pane-header[aria-label^="Worth a Look"]').click(); // room for the suggestions
    const related = await w.viewPane('Related');
    // Named, for what is listed first is still of the article before until the view has followed the cursor.
    const words = 'A cut of that size';
    const suggestion = related.locator('.monaco-list-row', {
      has: w.page.locator('.codicon-comment-draft'),
      hasText: words,
    });
    await suggestion.waitFor();
    const claims = await w.viewPane('Claims');
    await suggestion.dragTo(claims.locator('.monaco-list-row', { hasText: '24 percent' }).first());
    await w.input.waitFor();
    await shot('drag-related');
    await w.pick('supports');
    const recorded = () =>
      fs
        .readdirSync(session.workspace, { recursive: true })
        .filter((name) => name.endsWith('.claims.yaml'))
        .map(read);
    const isLinked = () => recorded().some((text) => text.includes('relation: "supports"') && text.includes(words));
    for (let i = 0; i < 50 && !isLinked(); i++) {
      await session.page.waitForTimeout(100);
    }
    assert.ok(isLinked(), words);
  });

  it('lists every mention in its line', async () => {
    await w.openFile('漁獲枠の合意を急げ.txt');
    await w.startCommand('Claims: Find Every Mention');
    await w.input.fill('ソルハイム');
    await session.page.waitForTimeout(500);
    await shot('concordance-ask');
    await w.pick('Ingrid Solheim');
    const list = session.page.locator('.part.panel .monaco-list-row');
    await list.nth(4).waitFor();
    await shot('concordance-actor');
    await w.startCommand('Claims: Find Every Mention');
    await w.input.fill('ﾉﾙｳｪｰ');
    await w.pick('“ﾉﾙｳｪｰ”');
    await session.page.locator('.part.panel .monaco-list-row', { hasText: 'ノルウェー' }).first().waitFor();
    await shot('concordance-words');
  });

  it('walks from claim to claim by the call hierarchy', async () => {
    await session.page.locator('.tab[data-resource-name="quota-talks-open.txt"]').click();
    await w.clickText('cutting the total catch');
    await session.page.keyboard.press('Shift+Alt+h');
    const row = session.page.locator('.part.sidebar .monaco-list-row', { hasText: 'updated by' }).first();
    await row.waitFor();
    await shot('link-walk');
  });

  it('reviews a claim whose number was changed, wherever the cursor is', async () => {
    const article = file('2026-04/tokyo-figure.md');
    fs.writeFileSync(article, fs.readFileSync(article, 'utf8').replace('by 24 percent', 'by 22 percent'));
    await session.page.locator('.tab[data-resource-name="reykjavik-round.txt"]').click();
    await session.page.keyboard.press('Escape');
    await w.runCommand('Claims: Focus on Claims View');
    const claims = await w.viewPane('Claims');
    await claims.locator('.monaco-list-row .codicon-question').first().waitFor();
    await w.startCommand('Claims: Review Moved');
    const accept = session.page.locator('.quick-input-widget:visible .monaco-list-row', {
      hasText: 'Accept this place',
    });
    await accept.filter({ hasText: '“24” is now “22”' }).waitFor();
    await session.page.locator('.tab.active[data-resource-name="tokyo-figure.md"]').waitFor();
    await shot('review');
    await accept.click();
    const sidecar = '2026-04/tokyo-figure.md.claims.yaml';
    for (let i = 0; i < 50 && !read(sidecar).includes('22 percent'); i++) {
      await session.page.waitForTimeout(100);
    }
    assert.match(read(sidecar), /quote: "[^"]*22 percent/);
  });

  it('pauses and goes on by the status item', async () => {
    const item = session.page
      .locator('.statusbar-item[id*="editorialClaims.index"], .statusbar [aria-label*="articles"]')
      .first();
    await item.click();
    await w.input.waitFor();
    await shot('index-menu');
    await w.pick('Read all articles again');
  });

  it('threw nothing in the page', () => assert.deepEqual(w.consoleErrors, []));
});
