// Hands and eyes on a VS Code window in a Playwright page. Selectors here held in VS Code 1.96, 1.117 and 1.139.
import fs from 'node:fs';

export class Workbench {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
    this.consoleErrors = [];
  }

  /** Goes to the URL of a host (host.mjs startServer().url() or web-host.mjs startWebHost().url()) and waits until the window has been restored. */
  static async open(page, url, { timeout = 60_000 } = {}) {
    const w = new Workbench(page);
    page.on('pageerror', (e) => w.consoleErrors.push(String(e.stack ?? e)));
    await page.goto(url);
    await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout });
    await page.waitForFunction(() => 'driver' in globalThis, undefined, { timeout }); // --enable-smoke-test-driver
    await page.evaluate(() => globalThis.driver.whenWorkbenchRestored());
    return w;
  }

  // --- quick input -------------------------------------------------------------------------------------------------

  /** Opens the quick input with `prefix` typed, and picks the row whose text starts with `wanted`. */
  async quickPick(key, typed, wanted, { timeout = 15_000, goesOn = false } = {}) {
    const widget = this.page.locator('.quick-input-widget:visible');
    const input = widget.locator('.quick-input-box input');
    const row = widget.locator('.monaco-list-row').filter({ hasText: wanted }).first();
    const deadline = Date.now() + timeout;
    for (;;) {
      // keys pressed while the window still settles can be lost: try again rather than wait for ever
      await this.page.keyboard.press(key);
      try {
        await input.waitFor({ timeout: 3000 });
        await input.fill(typed);
        await row.waitFor({ timeout: 5000 });
        break;
      } catch (e) {
        if (Date.now() > deadline) {
          throw new Error(`quick input: no row "${wanted}" for ${JSON.stringify(typed)}: ${e.message}`);
        }
        await this.page.keyboard.press('Escape');
      }
    }
    await row.click();
    if (!goesOn) {
      await widget.waitFor({ state: 'hidden' });
    }
  }

  /** Runs a command by the title it has in the palette, e.g. "Claims: Show Claim Panel". */
  runCommand(title) {
    return this.quickPick('F1', `>${title}`, title);
  }

  /** Runs a command that goes on with a quick pick or an input box of its own. */
  startCommand(title) {
    return this.quickPick('F1', `>${title}`, title, { goesOn: true });
  }

  /** Opens a workspace file by its name through Quick Open, and waits for its text. */
  async openFile(name) {
    await this.quickPick('Control+P', name, name.split('/').pop());
    await this.page
      .locator(`.editor-group-container.active .tab.active[data-resource-name="${name.split('/').pop()}"]`)
      .waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
  }

  // --- text editor -------------------------------------------------------------------------------------------------

  /** Where a piece of text is painted in the active editor (the part on its first view line). Scrolled-out lines are not in the DOM. */
  async rectOf(text, nth = 0) {
    const rect = await this.page.evaluate(
      ([wanted, n]) => {
        const editor =
          document.querySelector('.editor-group-container.active .monaco-editor[data-uri]') ??
          document.querySelector('.monaco-editor[data-uri]');
        const lines = [...editor.querySelectorAll('.view-lines .view-line')].sort(
          (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
        );
        for (const line of lines) {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const nodes = [];
          let all = '';
          for (let t = walker.nextNode(); t; t = walker.nextNode()) {
            nodes.push([t, all.length]);
            all += t.data;
          }
          const plain = all.replace(/\u00a0/g, ' '); // the editor paints spaces as no-break spaces
          for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
            if (n-- > 0) {
              continue;
            }
            const place = (offset) => {
              const [node, start] = nodes.findLast(([, s]) => s <= offset);
              return [node, offset - start];
            };
            const range = document.createRange();
            range.setStart(...place(at));
            const [endNode, endAt] = place(at + wanted.length - 1);
            range.setEnd(endNode, endAt + 1);
            const r = range.getBoundingClientRect();
            return { x: r.x, y: r.y, width: r.width, height: r.height };
          }
        }
        return null;
      },
      [text, nth],
    );
    if (!rect) {
      throw new Error(`"${text}" (occurrence ${nth + 1}) is not visible in the active editor`);
    }
    return rect;
  }

  /** Selects a piece of text with the mouse (it must lie on one view line). */
  async selectText(text, nth = 0) {
    const r = await this.rectOf(text, nth);
    const y = r.y + r.height / 2;
    await this.page.mouse.move(r.x + 1, y);
    await this.page.mouse.down();
    await this.page.mouse.move(r.x + r.width / 2, y, { steps: 3 });
    await this.page.mouse.move(r.x + r.width, y, { steps: 3 });
    await this.page.mouse.up();
  }

  /** Right-clicks a piece of text and picks an entry of the context menu (which lives in a shadow root; Playwright looks into it). */
  async contextMenu(text, entry, nth = 0) {
    const r = await this.rectOf(text, nth);
    const x = r.x + r.width / 2,
      y = r.y + r.height / 2;
    await this.page.mouse.click(x, y, { button: 'right' });
    const menu = this.page.locator('.monaco-menu-container').first();
    const item = menu.locator('.action-item', { hasText: entry }).first();
    await item.waitFor();
    for (let i = 0; ; i++) {
      await this.page.waitForTimeout(200); // a menu takes no click in the first 100 ms of its life
      await item.hover();
      await item.click();
      try {
        await menu.waitFor({ state: 'hidden', timeout: 1500 });
        break;
      } catch (e) {
        if (i === 3) {
          throw e;
        }
      }
    }
    // The menu got the release of the right button. VS Code 1.139 would show no mouse hover until the editor sees one.
    await this.page.mouse.move(x, y);
    await this.page.mouse.up({ button: 'right' });
  }

  /** The input box or quick pick an extension has opened (showInputBox, showQuickPick). */
  get input() {
    return this.page.locator('.quick-input-widget:visible .quick-input-box input');
  }
  async pick(label) {
    await this.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: label }).first().click();
  }
  async answer(text) {
    await this.input.waitFor();
    await this.input.fill(text);
    await this.page.keyboard.press('Enter');
  }

  codeLenses() {
    return this.page
      .locator('.editor-group-container.active .monaco-editor .codelens-decoration')
      .allInnerTexts()
      .then((ts) => ts.map((t) => t.replace(/\u00a0/g, ' ').trim()));
  }

  async clickText(text, nth = 0) {
    const r = await this.rectOf(text, nth);
    await this.page.mouse.click(r.x + Math.min(8, r.width / 2), r.y + r.height / 2);
  }

  // --- hover -------------------------------------------------------------------------------------------------------

  get hover() {
    return this.page
      .locator('.monaco-hover:not(.hidden):visible', { has: this.page.locator('.hover-row, .hover-contents') })
      .first();
  }

  async #hoverResult(t0) {
    const hover = this.hover;
    // All providers' parts; each contribution is one .hover-row.
    const parts = await hover
      .locator('.hover-row')
      .evaluateAll((rows) =>
        rows.map((r) => ({ text: r.innerText.replace(/\u00a0/g, ' ').trim(), html: r.innerHTML })),
      );
    return { text: parts.map((p) => p.text).join('\n---\n'), parts, locator: hover, ms: Date.now() - t0 };
  }

  /**
   * Moves the mouse over a piece of text as a reader would, and returns the hover that comes up. A move can be lost while the window
   * lays itself out anew (theme, sidebar, code lenses), so it is made again every two seconds; `attempts` tells.
   */
  async hoverText(text, { nth = 0, expect = undefined, timeout = 10_000 } = {}) {
    const deadline = Date.now() + timeout;
    for (let attempts = 1; ; attempts++) {
      await this.closeHover();
      const r = await this.rectOf(text, nth);
      await this.page.mouse.move(r.x + r.width / 2 - 3, r.y + r.height / 2, { steps: 3 });
      const t0 = Date.now();
      await this.page.mouse.move(r.x + r.width / 2, r.y + r.height / 2);
      try {
        await this.#waitForHover(expect, Math.min(2000, timeout));
        return { ...(await this.#hoverResult(t0)), attempts };
      } catch (e) {
        if (Date.now() > deadline) {
          throw new Error(
            `no hover${expect ? ` with "${expect}"` : ''} over "${text}" after ${attempts} attempts: ${e.message}`,
          );
        }
      }
    }
  }

  /**
   * `expect` must be text that only the part you wait for has: diagnostics and other providers' parts come up first, in the same card.
   * Puts the cursor into a piece of text and asks for the hover by keyboard. `ms` is measured inside the page, from the keydown to the first frame that shows it.
   */
  async hoverByKeyboard(text, { nth = 0, expect = '', timeout = 10_000 } = {}) {
    await this.closeHover();
    await this.clickText(text, nth);
    // The click has brought the mouse over the text: wait out the hover that may come up by that alone.
    await this.page.mouse.move(1, 1);
    await this.page.waitForTimeout(400);
    await this.closeHover();
    await this.page.keyboard.press('Control+K');
    // Installed and awaited before the key is sent: key events and scripts reach the page by different ways, in no fixed order.
    await this.page.evaluate(
      ([wanted, limit]) => {
        globalThis.__hoverTime = new Promise((resolve) => {
          let t0;
          const isUp = () =>
            [...document.querySelectorAll('.monaco-hover:not(.hidden) .hover-row')].some(
              (e) => e.getClientRects().length && e.innerText.replace(/\u00a0/g, ' ').includes(wanted),
            );
          addEventListener(
            'keydown',
            () => {
              if (isUp()) {
                resolve(-1);
              }
              t0 = performance.now();
            },
            { capture: true, once: true },
          );
          const started = performance.now();
          const look = () => {
            if (t0 !== undefined && isUp()) {
              resolve(performance.now() - t0);
            } else if (performance.now() - started > limit) {
              resolve(undefined);
            } else {
              requestAnimationFrame(look);
            }
          };
          look();
        });
      },
      [expect, timeout],
    );
    await this.page.keyboard.press('Control+I');
    const ms = await this.page.evaluate(() => globalThis.__hoverTime);
    if (ms === -1) {
      throw new Error('a hover was up before the key was pressed: nothing to measure');
    }
    if (ms === undefined) {
      throw new Error(`no hover with "${expect}" came up within ${timeout} ms`);
    }
    return { ...(await this.#hoverResult(0)), ms };
  }

  async #waitForHover(expect, timeout) {
    const wanted =
      expect === undefined
        ? this.hover.locator('.hover-row').first()
        : this.hover.locator('.hover-row').filter({ hasText: expect }).first();
    await wanted.waitFor({ timeout });
  }

  async closeHover() {
    await this.page.mouse.move(1, 1);
    if (await this.hover.count()) {
      await this.page.keyboard.press('Escape');
      await this.hover.waitFor({ state: 'hidden', timeout: 3000 }).catch(() => {});
    }
  }

  // --- decorations -------------------------------------------------------------------------------------------------

  /**
   * What is painted at a piece of text: `boxes` are whole-range decorations (background, border, outline), which the editor draws as
   * separate elements behind the text; `inline` are the text's own spans, whose classes carry colour, letter-spacing and before/after contents.
   */
  async decorationsAt(text, { nth = 0, atLeast = 0, timeout = 5000 } = {}) {
    for (const deadline = Date.now() + timeout; ; await this.page.waitForTimeout(100)) {
      const found = await this.#decorationsIn(await this.rectOf(text, nth));
      if (found.boxes.length >= atLeast || Date.now() > deadline) {
        return found;
      }
    }
  }
  #decorationsIn(rect) {
    return this.page.evaluate((r) => {
      const meets = (b) =>
        b.width > 0 &&
        b.left < r.x + r.width - 1 &&
        b.right > r.x + 1 &&
        b.top < r.y + r.height - 1 &&
        b.bottom > r.y + 1;
      const style = (e, pseudo) => {
        const s = getComputedStyle(e, pseudo);
        return {
          color: s.color,
          backgroundColor: s.backgroundColor,
          border: s.border,
          textDecoration: s.textDecorationLine,
          fontStyle: s.fontStyle,
          fontWeight: s.fontWeight,
          opacity: s.opacity,
        };
      };
      const editor =
        document.querySelector('.editor-group-container.active .monaco-editor[data-uri]') ??
        document.querySelector('.monaco-editor[data-uri]');
      const boxes = [...editor.querySelectorAll('.view-overlays .cdr')]
        .filter(
          (e) =>
            meets(e.getBoundingClientRect()) &&
            !/current-line|selected-text|bracket-match|wordHighlight|focused-highlight|selectionHighlight/.test(
              e.className,
            ),
        )
        .map((e) => ({ classes: e.className.split(/\s+/).filter((c) => c !== 'cdr'), style: style(e) }));
      const inline = [...editor.querySelectorAll('.view-lines .view-line span span')]
        .filter((e) => [...e.getClientRects()].some(meets))
        .map((e) => {
          const content = (p) => {
            const c = getComputedStyle(e, p).content;
            return c === 'none' || c === 'normal' ? undefined : c.replace(/^"|"$/g, '');
          };
          return {
            text: e.textContent.replace(/\u00a0/g, ' '),
            classes: e.className.split(/\s+/),
            style: style(e),
            before: content('::before'),
            after: content('::after'),
          };
        });
      // `after` contents of a range are hung on an empty or following span on the same line
      const line = [...editor.querySelectorAll('.view-lines .view-line')].find((l) => {
        const b = l.getBoundingClientRect();
        return b.top <= r.y + 1 && b.bottom >= r.y + r.height - 1;
      });
      const attached = line
        ? [...line.querySelectorAll('span span')]
            .flatMap((e) =>
              ['::before', '::after'].map((p) => ({
                x: e.getBoundingClientRect().x,
                classes: e.className.split(/\s+/),
                pseudo: p,
                content: getComputedStyle(e, p).content,
                color: getComputedStyle(e, p).color,
              })),
            )
            .filter((a) => a.content !== 'none' && a.content !== 'normal')
            .map((a) => ({ ...a, content: a.content.replace(/^"|"$/g, '') }))
        : [];
      return { boxes, inline, attached };
    }, rect);
  }

  /** Overview ruler marks are painted on a canvas: only a picture can show them. Gutter icons are elements: */
  gutterIcons() {
    return this.page
      .locator(
        '.editor-group-container.active .monaco-editor .margin-view-overlays .cgmr, .editor-group-container.active .monaco-editor .glyph-margin-widgets .cgmr',
      )
      .evaluateAll((es) =>
        es.map((e) => ({
          classes: e.className.split(/\s+/),
          top: e.getBoundingClientRect().top,
          backgroundImage: getComputedStyle(e).backgroundImage.slice(0, 200),
        })),
      );
  }

  /** Squiggles of diagnostics in the active editor: error, warning, info or hint. */
  squiggles() {
    return this.page
      .locator('.editor-group-container.active .monaco-editor .view-overlays [class*=squiggly-]')
      .evaluateAll((es) => es.map((e) => /squiggly-(\w+)/.exec(e.className)[1]));
  }

  // --- views -------------------------------------------------------------------------------------------------------

  /** The pane of a contributed view inside the side bar or panel, opened if it was folded. */
  async viewPane(name) {
    const header = this.page.locator(`.pane-header[aria-label^="${name}"]`).first();
    await header.waitFor();
    if ((await header.getAttribute('aria-expanded')) === 'false') {
      await header.click();
    }
    return this.page.locator('.pane', { has: this.page.locator(`.pane-header[aria-label^="${name}"]`) }).last();
  }

  /** Rows of a contributed tree view, in order. Only rows scrolled into view are in the DOM. */
  async treeRows(name, { atLeast = 0, timeout = 10_000 } = {}) {
    const pane = await this.viewPane(name);
    if (atLeast) {
      await pane
        .locator('.monaco-list-row')
        .nth(atLeast - 1)
        .waitFor({ timeout });
    }
    return pane.locator('.monaco-list-row').evaluateAll((rows) =>
      rows
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((r) => ({
          label: r.querySelector('.label-name')?.textContent ?? '',
          description: r.querySelector('.label-description')?.textContent ?? '',
          level: Number(r.getAttribute('aria-level')),
          expanded: r.getAttribute('aria-expanded'),
          selected: r.getAttribute('aria-selected') === 'true',
          aria: r.getAttribute('aria-label'),
          icon: [
            ...(r.querySelector('.custom-view-tree-node-item-icon, .codicon:not(.monaco-tl-twistie)')?.classList ?? []),
          ].find((c) => /^codicon-/.test(c)),
        })),
    );
  }

  async treeRow(name, label) {
    return (await this.viewPane(name))
      .locator('.monaco-list-row', { has: this.page.locator('.label-name', { hasText: label }) })
      .first();
  }

  // --- webviews ----------------------------------------------------------------------------------------------------

  /** The document an extension's webview shows: two frames deep. Give the title of its editor tab to wait for that one. */
  async webview({ tab } = {}) {
    if (tab) {
      await this.page.locator('.tab', { hasText: tab }).first().waitFor();
    }
    const outer = this.page.locator('iframe.webview.ready').last();
    await outer.waitFor({ state: 'attached', timeout: 20_000 });
    return outer.contentFrame().frameLocator('iframe#active-frame');
  }

  /** "Developer: Show Running Extensions": what ran, and what VS Code says of its activation. */
  async runningExtensions() {
    await this.runCommand('Developer: Show Running Extensions');
    const rows = this.page.locator('.runtime-extensions-editor .monaco-list-row');
    await rows.first().waitFor();
    return this.tall(() =>
      rows.evaluateAll((es) =>
        es.map((e) => ({
          name: e.querySelector('.name')?.textContent,
          activation: e.querySelector('.activation-time')?.textContent,
          messages: e.querySelector('.msg-container')?.textContent,
        })),
      ),
    );
  }

  /** Lists, trees and editors keep only what is in view in the DOM: for the time of `work` the window is made tall enough to hold it all. */
  async tall(work, height = 5000) {
    const before = this.page.viewportSize();
    await this.page.setViewportSize({ width: before.width, height });
    await this.page.waitForTimeout(500);
    try {
      return await work();
    } finally {
      await this.page.setViewportSize(before);
    }
  }

  // --- the rest ----------------------------------------------------------------------------------------------------

  /**
   * What the notification centre holds, newest first. (Toasts are never shown under --enable-smoke-test-driver: the centre has to be opened.)
   * An awaited showInformationMessage('...', 'Button') can be answered with clickNotification('Button').
   */
  async notifications({ containing = undefined, timeout = 10_000 } = {}) {
    await this.openNotifications();
    const items = this.page.locator('.notifications-center .notification-list-item-message');
    if (containing) {
      await items.filter({ hasText: containing }).first().waitFor({ timeout });
    }
    return items.allInnerTexts();
  }
  async openNotifications() {
    const centre = this.page.locator('.notifications-center.visible');
    if (!(await centre.count())) {
      await this.page.locator('.statusbar-item[id="status.notifications"] a').first().click();
      await centre.waitFor();
    }
  }
  async clickNotification(button) {
    await this.openNotifications();
    await this.page
      .locator('.notifications-center .notification-list-item')
      .locator('.monaco-button', { hasText: button })
      .first()
      .click();
  }
  clearNotifications() {
    return this.runCommand('Notifications: Clear All Notifications');
  }
  statusBar() {
    return this.page
      .locator('.part.statusbar .statusbar-item')
      .evaluateAll((es) => es.map((e) => ({ id: e.id, text: e.innerText.trim(), aria: e.getAttribute('aria-label') })));
  }
  /** Keeps a picture of the window in out/screenshots, taken when nothing fades in any more. */
  async shot(name) {
    await this.page.waitForTimeout(400);
    fs.mkdirSync('out/screenshots', { recursive: true });
    await this.screenshot(`out/screenshots/${name}.png`);
  }

  /** For mocha's `afterEach`: a picture of what a failed test left. */
  async shotIfFailed({ state, title }) {
    if (state === 'failed') {
      await this.shot(`failed-${title.replace(/\W+/g, '-')}`);
    }
  }

  async screenshot(file, { around } = {}) {
    return around ? around.screenshot({ path: file }) : this.page.screenshot({ path: file });
  }
}
