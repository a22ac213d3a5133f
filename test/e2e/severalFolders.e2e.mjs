// A window with two folders: what one has is known in the other, and each keeps its own decisions.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { openSession } from '../host/session.mjs';

describe('two folders in one window', () => {
  /** @type {Awaited<ReturnType<typeof openSession>>} */
  let session;
  let w;
  const file = (name) => path.join(session.workspace, name);
  const until = async (what, ask) => {
    for (let i = 0; i < 100; i++) {
      if (ask()) {
        return;
      }
      await session.page.waitForTimeout(100);
    }
    throw new Error(`waited for ${what}`);
  };

  before(async () => {
    session = await openSession({
      workspace: 'test/fixtures/sample-workspace',
      folders: ['2026-03', '2026-04'],
      settings: { 'editor.wordWrap': 'on', 'editorialClaims.askAfterRecording': false },
      viewport: { width: 1280, height: 860 },
    });
    w = session.w;
  });
  after(() => session?.stop());

  it('shows in one folder what the articles of the other say', async () => {
    await w.openFile('tokyo-figure.md');
    await w.decorationsAt('Kenji Moriyama', { atLeast: 1, timeout: 20_000 });
    const hover = await w.hoverText('Gunnar Arnason', { expect: 'In other articles' });
    assert.match(hover.text, /Iceland Accepts Smaller Cut|A quota that binds|Quota Talks Open/);
    await w.closeHover();
  });

  it('keeps a claim beside its article, whichever folder that is in', async () => {
    await w.clickText('a step, late');
    await session.page.keyboard.press('Control+Alt+c');
    await until('the claims file', () => fs.existsSync(file('2026-04/tokyo-figure.md.claims.yaml')));
    await w.openFile('reykjavik-round.txt');
    await w.decorationsAt('Gunnar Arnason', { atLeast: 1 });
    await w.clickText('Twenty is not enough');
    await session.page.keyboard.press('Control+Alt+c');
    await until('the other claims file', () => fs.existsSync(file('2026-03/reykjavik-round.txt.claims.yaml')));
  });

  it('decides about an actor in the folder of the article alone', async () => {
    await w.clickText('Gunnar Arnason');
    await session.page.keyboard.press('F2');
    const box = session.page.locator('.rename-box input');
    await box.waitFor();
    await box.fill('G. Arnason');
    await session.page.keyboard.press('Enter');
    await session.page.locator('.part.panel .monaco-list-row', { hasText: 'actors.yaml' }).first().waitFor();
    await session.page
      .locator('a, button')
      .filter({ hasText: /^Apply/ })
      .first()
      .click();
    const decided = file('2026-03/actors.yaml');
    await until('actors.yaml', () => fs.existsSync(decided) && fs.readFileSync(decided, 'utf8').includes('G. Arnason'));
    assert.equal(fs.existsSync(file('2026-04/actors.yaml')), false);
    assert.equal(fs.existsSync(file('actors.yaml')), false);
  });

  it('threw nothing in the page', () => assert.deepEqual(w.consoleErrors, []));
});
