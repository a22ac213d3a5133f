// A folder of thousands of articles, while it is read: it can be paused, goes on, and the window stays usable.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openSession } from '../host/session.mjs';

const count = 3000;
const harbours = ['Tromso', 'Husavik', 'Bodo', 'Akureyri', 'Alesund', 'Hofn'];
const ministers = ['Ingrid Solheim', 'Gunnar Arnason', 'Kenji Moriyama', 'Astrid Nyberg'];

/** An article like no other, so that none is quicker read than the first. */
function article(at) {
  const [minister, other] = [ministers[at % 4], ministers[(at + 1) % 4]];
  const lines = Array.from(
    { length: 12 },
    (_, line) =>
      `${minister} said on Tuesday that ${harbours[(at + line) % 6]} would land ${at * 7 + line} tonnes in ${2000 + (at % 26)}. “We have heard number ${at + line} before,” ${other} replied in Iceland.`,
  );
  return `Landing number ${at}\n\nBERGEN, March ${1 + (at % 28)}, 2026 — ${lines.join('\n\n')}\n`;
}

describe('a folder of many articles in the window', () => {
  /** @type {Awaited<ReturnType<typeof openSession>>} */
  let session;
  let w;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'many-articles-'));
  const item = () => session.page.locator('.statusbar-item[id*="editorialClaims.index"]').first();
  const text = async () => (await item().innerText()).trim();
  const done = async () => Number(/paused: ([\d,]+) of/.exec(await text())[1].replace(',', ''));
  const choose = async (label) => {
    await item().click();
    await w.input.waitFor();
    await w.pick(label);
  };

  before(async () => {
    for (let at = 0; at < count; at++) {
      const place = path.join(folder, String(at % 20).padStart(2, '0'));
      fs.mkdirSync(place, { recursive: true });
      fs.writeFileSync(path.join(place, `landing-${at}.txt`), article(at));
    }
    session = await openSession({ workspace: folder, viewport: { width: 1280, height: 860 } });
    w = session.w;
  });
  after(async () => {
    await session?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  afterEach(function () {
    return w?.shotIfFailed(this.currentTest);
  });

  it('pauses by the status item, and then reads no further', async () => {
    await w.openFile('landing-1.txt');
    await item().filter({ hasText: 'Reading articles' }).waitFor();
    await choose('Pause');
    await item().filter({ hasText: 'Reading paused' }).waitFor();
    const before = await done();
    await session.page.waitForTimeout(1500);
    // The open article stays up to date.
    assert.ok((await done()) <= before + 1, `${before}, then ${await text()}`);
    await w.shot('index-paused');
  });

  it('answers meanwhile from what is read', async () => {
    const { text: card } = await w.hoverText('Gunnar Arnason', { expect: 'Person' });
    assert.match(card, /Gunnar Arnason/);
    await w.closeHover();
  });

  it('goes on by the status item, to the end', async () => {
    await choose('Go on');
    await item()
      .filter({ hasText: `${count.toLocaleString('en')} articles` })
      .waitFor({ timeout: 50_000 });
    await w.shot('index-ready');
  });

  it('has a card, the Actors view and the overview of all of them', async () => {
    const { text: card } = await w.hoverText('Gunnar Arnason', { expect: 'and ' });
    assert.match(card, /named [\d,]+ times in 1,500 articles/);
    await w.shot('many-card');
    await w.closeHover();
    await session.page.locator('.activitybar [aria-label^="Editorial Claims"]').first().click();
    const rows = await w.treeRows('Actors', { atLeast: 4 });
    assert.ok(rows.some(({ label }) => label === 'Gunnar Arnason'));
    await w.startCommand('Claims: Show Overview');
    const panel = await w.webview({ tab: 'Claims Overview' });
    await panel.locator('.mark').first().waitFor();
    await w.shot('many-overview');
  });

  it('threw nothing in the page', () => assert.deepEqual(w.consoleErrors, []));
});
