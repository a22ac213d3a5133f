// The browser that stands for VS Code's window: the system's, else Debian's package, else a message that says what to do.
import { spawnSync } from 'node:child_process';
import { findBrowser } from './host.mjs';

/** @returns {string} path of a Chromium. Throws where there is none and none could be installed. */
export function ensureBrowser() {
  const there = findBrowser();
  if (there) {
    return there;
  }
  const apt = spawnSync('apt-get', ['--version']).status === 0;
  if (apt && process.getuid?.() === 0) {
    console.error('No Chromium found: installing the packages chromium and fonts-noto-cjk ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update'], { stdio: 'ignore', env });
    const installed = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
    const found = findBrowser();
    if (installed.status === 0 && found) {
      return found;
    }
    throw new Error('Chromium could not be installed. Install Chromium or Chrome, or set CHROME_PATH to one.');
  }
  throw new Error(
    `No Chromium or Chrome found. ${apt ? 'Run "sudo apt-get install chromium fonts-noto-cjk"' : 'Install one'}, or set CHROME_PATH to the program.`,
  );
}
