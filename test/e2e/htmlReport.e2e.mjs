// The exported HTML report in a browser: accessible in every theme, and inert whatever is in it. Pictures are kept in
// out/screenshots.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { hostilePage, samplePage } from '../../out/test/reports/pages.mjs';
import { ensureBrowser } from '../host/browser.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = 'out/screenshots';
const address = 'https://report.test/claims.html';

describe('the HTML report in a browser', () => {
  let browser;
  before(async () => {
    fs.mkdirSync(shots, { recursive: true });
    browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
  });
  after(() => browser?.close());

  /** Opens a report that is served alone; tells what it asked for and what it opened. */
  async function open(html, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, bypassCSP: true, ...options });
    const page = await context.newPage();
    const acts = [];
    page.on('dialog', (dialog) => {
      acts.push(`dialog ${dialog.message()}`);
      return dialog.dismiss();
    });
    page.on('pageerror', (error) => acts.push(`script ${error.message}`));
    context.on('page', () => acts.push('window'));
    await context.route('**/*', (route) => {
      if (route.request().url() === address) {
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
      }
      acts.push(`request ${route.request().url()}`);
      return route.abort();
    });
    await page.goto(address, { waitUntil: 'load' });
    return { page, acts, close: () => context.close() };
  }

  for (const language of ['en', 'ja']) {
    for (const theme of [
      { colorScheme: 'light' },
      { colorScheme: 'dark' },
      { colorScheme: 'dark', forcedColors: 'active' },
    ]) {
      const name = [language, ...Object.values(theme)].join('-');
      it(`axe finds nothing: ${name}`, async () => {
        const { page, acts, close } = await open(samplePage(language), theme);
        await page.addScriptTag({ content: axe });
        const result = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
        assert.deepEqual(
          result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          [],
        );
        assert.ok(result.passes.length > 10, 'axe checked the page');
        assert.deepEqual(acts, []);
        await page.screenshot({ path: path.join(shots, `report-${name}.png`), fullPage: true });
        await close();
      });
    }
  }

  it('keeps its style under its own policy, and prints', async () => {
    const { page, close } = await open(samplePage('en'), { bypassCSP: false });
    const border = await page.evaluate(() => getComputedStyle(document.querySelector('td')).borderTopStyle);
    assert.equal(border, 'solid');
    await page.emulateMedia({ media: 'print' });
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    assert.equal(ink, 'rgb(0, 0, 0)');
    const pdf = await page.pdf({ format: 'A4', path: path.join(shots, 'report.pdf') });
    assert.ok(pdf.length > 10_000);
    await close();
  });

  it('does nothing with hostile text, even without its policy', async () => {
    const { page, acts, close } = await open(hostilePage());
    for (const link of await page.locator('a').all()) {
      await link.hover({ force: true, timeout: 1000 }).catch(() => {});
      break;
    }
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('*')) {
        element.dispatchEvent(new Event('mouseover'));
        element.dispatchEvent(new Event('focus'));
        element.dispatchEvent(new Event('error'));
      }
    });
    await page.waitForTimeout(300);
    assert.deepEqual(acts, []);
    const found = await page.evaluate(() => ({
      tags: [...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName))].sort(),
      handlers: [...document.querySelectorAll('*')]
        .flatMap(({ attributes }) => [...attributes])
        .filter(({ name }) => name.startsWith('on')).length,
      schemes: [...new Set([...document.querySelectorAll('a')].map(({ protocol }) => protocol))],
      claims: document.querySelectorAll('q').length,
    }));
    const known =
      'a bdi body br caption circle desc g h1 h2 head html line main meta p path q rect style svg table tbody td text th thead title tr';
    assert.deepEqual(
      found.tags.filter((tag) => !known.split(' ').includes(tag)),
      [],
    );
    assert.equal(found.handlers, 0);
    assert.deepEqual(found.schemes, ['https:']);
    assert.ok(found.claims >= 300);
    await close();
  });
});
