// The overview panel in a browser with many claims: time to the first paint, frames while panning. After a build:
//   node test/bench/overview.mjs [claims] [folder for pictures]
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../host/browser.mjs';
import { overviewPage, sampleMessage } from '../support/overviewPage.mjs';

const count = Number(process.argv[2] ?? 5000);
const shots = process.argv[3];
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });

/** Frames a second while the picture is dragged to and fro for two seconds, and the longest frame in ms. */
async function pan(page) {
  return page.evaluate(async () => {
    const picture = document.querySelector('#stage svg');
    const box = picture.getBoundingClientRect();
    const y = box.top + 60;
    let x = box.left + box.width * 0.6;
    const at = (type, target) =>
      target.dispatchEvent(
        new MouseEvent(type, { bubbles: true, cancelable: true, view: window, clientX: x, clientY: y }),
      );
    at('mousedown', picture);
    const frames = [];
    const started = performance.now();
    let last = started;
    while (last - started < 2000) {
      x += Math.floor((last - started) / 500) % 2 ? 9 : -9;
      at('mousemove', window);
      const now = await new Promise((resolve) => requestAnimationFrame(resolve));
      frames.push(now - last);
      last = now;
    }
    at('mouseup', window);
    return { fps: Math.round((frames.length * 1000) / (last - started)), longest: Math.round(Math.max(...frames)) };
  });
}

const times = [];
for (let run = 0; run < 5; run++) {
  const page = await overviewPage(browser, sampleMessage(count));
  times.push(await page.evaluate(() => globalThis.painted));
  await page.close();
}
console.log(`first paint with ${count} claims: ${times.map(Math.round).join(', ')} ms after the message (asked: 500)`);
const page = await overviewPage(browser, sampleMessage(count));
for (const picture of ['Timeline', 'Network', 'Positions']) {
  const ms = await page.evaluate(async (name) => {
    const started = performance.now();
    [...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent === name).click();
    document.body.getBoundingClientRect();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return Math.round(performance.now() - started);
  }, picture);
  const marks = await page.locator('.mark').count();
  const panned = picture === 'Positions' ? undefined : [await pan(page)];
  if (picture === 'Timeline') {
    for (let i = 0; i < 4; i++) {
      await page.getByRole('button', { name: 'Zoom in' }).click();
    }
    panned.push(await pan(page));
  }
  const frames = panned?.map(({ fps, longest }) => `${fps} frames a second (longest ${longest} ms)`).join('; zoomed: ');
  console.log(`${picture}: drawn in ${ms} ms, ${marks} marks${frames ? `, panning ${frames}` : ''}`);
  if (shots) {
    fs.mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: path.join(shots, `overview-${count}-${picture}.png`) });
  }
}
console.log('threw:', page.errors);
await browser.close();
