// Runs mocha inside an extension host (Node or web worker) and reports each event as one marked console line,
// which run-tests.mjs on the outside turns back into a report. Bundle it together with the tests:
//
//   import { createRun } from '../../test/host/in-host.mjs';
//   export const run = createRun({ ui: 'bdd', timeout: 10_000 }, () => import('./all.test'));
//
// VS Code calls the exported run(); its promise decides the exit code.
import 'mocha/mocha';
import * as vscode from 'vscode';

export const MARK = '@@vscode-host@@';
const Mocha = globalThis.Mocha;

/** Reports a measurement: one number or many of the same kind. Returns the summary, so that a test can hold it to a budget. */
export function measure(name, values, unit = 'ms') {
  const v = (Array.isArray(values) ? values : [values]).filter(Number.isFinite).sort((a, b) => a - b);
  const at = (q) => v[Math.min(v.length - 1, Math.floor(q * v.length))];
  const summary = { name, unit, n: v.length, min: v[0], p50: at(0.5), p95: at(0.95), max: v.at(-1) };
  if (v.length) {
    emit('measure', summary);
  }
  return summary;
}

/** Runs `work` under the CPU profiler of this (Node) extension host and writes a .cpuprofile, which VS Code and Chrome's tools open. */
export async function cpuProfile(file, work) {
  const inspector = process.getBuiltinModule('node:inspector/promises');
  const session = new inspector.Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  try {
    return await work();
  } finally {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    process.getBuiltinModule('node:fs').writeFileSync(file, JSON.stringify(profile));
  }
}

let emit = () => {};

/** @param {{ui?: 'bdd'|'tdd', timeout?: number, slow?: number, retries?: number}} options @param {() => Promise<unknown>} loadTests */
export function createRun(options, loadTests) {
  return async function run() {
    // Both hosts can read settings; only one has process.env. So the command line reaches the tests this way.
    const outside = vscode.workspace.getConfiguration('vscodeHost').get('mocha') ?? {};
    const log = console.log.bind(console);
    emit = (type, data) => log(`${MARK}${JSON.stringify({ type, ...data })}`);
    const restore = [];
    for (const level of ['log', 'info', 'warn', 'error']) {
      // The host defines these with a setter that does nothing: assigning to them would have no effect.
      const descriptor = Object.getOwnPropertyDescriptor(console, level);
      if (!descriptor?.configurable) {
        continue;
      }
      Object.defineProperty(console, level, {
        configurable: true,
        writable: true,
        value: (...args) => emit('console', { level, text: args.map(show).join(' ').slice(0, 20_000) }),
      });
      restore.push(() => Object.defineProperty(console, level, descriptor));
    }
    // VS Code swallows unhandled rejections of extension code into its log; here they are told, and ours fail the run.
    const onUnhandled = (e) =>
      emit('unhandled', { message: String(e?.reason?.stack ?? e?.stack ?? e?.reason ?? e).slice(0, 10_000) });
    const inNode = typeof globalThis.process?.versions?.node === 'string';
    if (inNode) {
      process.on('unhandledRejection', onUnhandled);
    } else {
      globalThis.onunhandledrejection = onUnhandled;
    } // addEventListener is blocked in the worker host
    const mocha = new Mocha({ ...options, ...outside, reporter: reporterFor() });
    mocha.suite.emit('pre-require', globalThis, null, mocha); // defines describe/it or suite/test as globals
    try {
      emit('host', {
        version: vscode.version,
        app: vscode.env.appName,
        remote: vscode.env.remoteName,
        host: inNode ? 'node' : 'webworker',
        workspace: vscode.workspace.workspaceFolders?.map((f) => f.uri.toString()),
      });
      await loadTests();
      await new Promise((resolve, reject) => {
        mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} test(s) failed`)) : resolve()));
      });
    } catch (e) {
      emit('error', { message: String(e?.stack ?? e).slice(0, 20_000) });
      throw e;
    } finally {
      await new Promise((r) => setTimeout(r, 50)); // unhandled rejections are told a little later
      if (inNode) {
        process.off('unhandledRejection', onUnhandled);
      } else {
        globalThis.onunhandledrejection = null;
      }
      for (const f of restore) {
        f();
      }
      await new Promise((r) => setTimeout(r, 50)); // let the last lines leave the host before VS Code ends it
    }
  };
}

function reporterFor() {
  return class {
    constructor(runner) {
      let passes = 0,
        failures = 0,
        pending = 0;
      const started = Date.now();
      runner.on('start', () => emit('start', { total: runner.total }));
      runner.on('suite', (s) => {
        if (!s.root) {
          emit('suite', { title: s.title });
        }
      });
      runner.on('suite end', (s) => {
        if (!s.root) {
          emit('suite end', {});
        }
      });
      runner.on('pass', (t) => {
        passes++;
        emit('pass', { title: t.title, duration: t.duration, slow: t.duration > t.slow() });
      });
      runner.on('pending', (t) => {
        pending++;
        emit('pending', { title: t.title });
      });
      runner.on('fail', (t, e) => {
        failures++;
        emit('fail', {
          title: t.title,
          full: t.fullTitle(),
          message: String(e?.message ?? e).slice(0, 10_000),
          stack: String(e?.stack ?? '').slice(0, 10_000),
          actual: show(e?.actual),
          expected: show(e?.expected),
          hasDiff: e?.showDiff !== false && e?.expected !== undefined,
        });
      });
      runner.on('end', () => emit('end', { passes, failures, pending, duration: Date.now() - started }));
    }
  };
}

function show(value) {
  if (typeof value === 'string') {
    return value;
  }
  if (value instanceof Error) {
    return value.stack ?? String(value);
  }
  try {
    return JSON.stringify(value)?.slice(0, 10_000) ?? String(value);
  } catch {
    return String(value);
  }
}
