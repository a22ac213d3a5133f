// The window of a person who has set VS Code to Japanese: every word of the extension is Japanese there.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openSession } from '../host/session.mjs';

describe('the window in Japanese', () => {
  /** @type {Awaited<ReturnType<typeof openSession>>} */
  let session;
  let w;
  const shot = (name) => w.shot(name);

  before(async () => {
    session = await openSession({
      workspace: 'test/fixtures/sample-workspace',
      settings: { 'editor.wordWrap': 'on' },
      viewport: { width: 1280, height: 860 },
      language: 'ja',
    });
    w = session.w;
  });
  after(() => session?.stop());
  afterEach(function () {
    return w?.shotIfFailed(this.currentTest);
  });

  it('tells in the empty view what to do', async () => {
    await w.openFile('漁獲枠の合意を急げ.txt');
    await w.decorationsAt('アイスランド', { atLeast: 1, timeout: 20_000 });
    await session.page.locator('.activitybar [aria-label^="Editorial Claims"]').first().click();
    for (const name of fs.readdirSync(session.workspace, { recursive: true })) {
      if (name.endsWith('.claims.yaml')) {
        fs.rmSync(path.join(session.workspace, name));
      }
    }
    await session.page.locator('.welcome-view-content', { hasText: '記事の文を選び' }).waitFor();
  });

  it('shows the card in Japanese, the Japanese name first', async () => {
    const { text } = await w.hoverText('アイスランド', { expect: 'ほかの記事:' });
    assert.match(text, /^アイスランド · Iceland/);
    assert.match(text, /国 · \d+ 件の記事に/);
    await shot('japanese-card');
    await w.closeHover();
  });

  it('records a claim with its fields named in Japanese', async () => {
    await w.clickText('首席交渉官は先月');
    await session.page.keyboard.press('Control+Alt+c');
    await w.input.waitFor();
    const rows = await session.page.locator('.quick-input-widget:visible .monaco-list-row').allInnerTexts();
    assert.ok(
      rows.some((row) => row.replace(/\s+/g, '').includes('発言者の肩書首席交渉官')),
      JSON.stringify(rows),
    );
    assert.deepEqual(
      rows.filter((row) => /[a-z]{3}/.test(row)),
      [],
    );
    await shot('japanese-fields');
    await w.pick('完了');
  });

  it('shows hints, their lightbulb and the overview in Japanese, in a dark theme', async () => {
    await w.startCommand('Preferences: Color Theme');
    await w.input.fill('Dark Modern');
    await w.pick('Dark Modern');
    await session.page.locator('.monaco-workbench.vs-dark').first().waitFor({ state: 'attached' });
    for (const [name, text] of [
      ['quota-talks-open.txt', 'Solheim proposed cutting'],
      ['tokyo-figure.md', 'Japan proposed on Monday'],
    ]) {
      await w.openFile(name);
      await w.decorationsAt(text, { atLeast: 1 });
      await w.clickText(text);
      await session.page.keyboard.press('Control+Alt+c');
      await w.pick('完了');
    }
    await session.page.locator('.squiggly-hint').first().waitFor({ state: 'attached' });
    await w.clickText('the mackerel catch');
    await session.page.keyboard.press('Control+.');
    const actions = session.page.locator('.action-widget', { hasText: '今後表示しない' });
    await actions.waitFor();
    await shot('japanese-hint-actions');
    await session.page.keyboard.press('Escape');
    await w.hoverText('the mackerel catch', { expect: '見ておきたい点' });
    await shot('japanese-hint-dark');
    await w.closeHover();
    await w.startCommand('Claims: Show Overview');
    const panel = await w.webview({ tab: '主張の全体図' });
    await panel.locator('.timeline .mark').first().waitFor();
    await shot('japanese-overview-dark');
    assert.doesNotMatch(await panel.locator('header').innerText(), /[a-z]{4}/);
  });

  it('has every command in the palette in Japanese', async () => {
    await session.page.keyboard.press('F1');
    await w.input.fill('>Claims:');
    const rows = session.page.locator('.quick-input-widget:visible .monaco-list-row');
    await rows.nth(5).waitFor();
    // A row has the title, and below it the English one that was typed.
    const ours = (await rows.allInnerTexts()).filter((row) => row.includes('Claims: ') && !row.includes('Focus on'));
    assert.ok(ours.length > 5, JSON.stringify(ours));
    for (const row of ours) {
      assert.match(row, /^主張: /);
    }
    await session.page.keyboard.press('Escape');
  });
});
