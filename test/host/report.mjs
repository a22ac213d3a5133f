// Turns the marked console lines of in-host.mjs back into a mocha-like report, and decides the exit code.
const MARK = '@@vscode-host@@';
/** Lines the workbench writes at level error in every run and that mean nothing here. */
const HARMLESS =
  /\[Service Worker\] registration|authentication provider 'github'|open-vsx\.org|^An unknown error occurred\. Please consult the log/;
const tty = process.stdout.isTTY || process.env.FORCE_COLOR;
const paint = (code, s) => (tty ? `\u001b[${code}m${s}\u001b[0m` : s);

export class Report {
  failures = 0;
  executed = 0;
  ended = undefined;
  depth = 0;
  errors = [];
  noise = [];
  measures = [];
  /** @param {{ verbose?: boolean, ours?: string[] }} o `ours`: paths; an unhandled rejection whose stack holds one of them fails the run */
  constructor({ verbose = false, ours = [], out = (s) => process.stdout.write(s + '\n') } = {}) {
    this.verbose = verbose;
    this.ours = ours;
    this.out = out;
    this.failed = [];
    this.unhandled = [];
  }

  line(level, text) {
    if (!text.startsWith(MARK)) {
      if (level === 'error' && !HARMLESS.test(text)) {
        this.noise.push(text.split('\n').slice(0, 4).join('\n'));
      }
      if (this.verbose) {
        this.out(paint(90, `  ${new Date().toISOString().slice(17, 23)} [${level}] ${text}`));
      }
      return;
    }
    let e;
    try {
      e = JSON.parse(text.slice(MARK.length));
    } catch {
      this.problem(`unreadable event: ${text.slice(0, 200)}`);
      return;
    }
    const pad = '  '.repeat(this.depth + 1);
    switch (e.type) {
      case 'host':
        this.out(
          paint(
            90,
            `${e.app} ${e.version}, ${e.host} extension host${e.workspace ? `, ${e.workspace.join(', ')}` : ''}`,
          ),
        );
        break;
      case 'suite':
        this.out(`${pad}${e.title}`);
        this.depth++;
        break;
      case 'suite end':
        this.depth--;
        break;
      case 'pass':
        this.executed++;
        this.out(`${pad}${paint(32, '✔')} ${e.title}${e.slow ? paint(33, ` (${e.duration}ms)`) : ''}`);
        break;
      case 'pending':
        this.out(paint(36, `${pad}- ${e.title}`));
        break;
      case 'fail':
        this.executed++;
        this.failures++;
        this.failed.push(e);
        this.out(paint(31, `${pad}${this.failures}) ${e.title}`));
        break;
      case 'console':
        this.out(paint(90, `${pad}| ${e.text.split('\n').join(`\n${pad}| `)}`));
        break;
      case 'error':
        this.errors.push(e.message);
        break;
      case 'unhandled':
        if (this.ours.some((p) => e.message.includes(p))) {
          this.unhandled.push(e.message);
          this.out(paint(31, `${pad}! unhandled rejection: ${e.message.split('\n')[0]}`));
        } else if (this.verbose) {
          this.out(paint(90, `  [unhandled elsewhere] ${e.message}`));
        }
        break;
      case 'measure':
        this.measure(e, pad);
        break;
      case 'end':
        this.ended = e;
        break;
    }
  }
  measure({ type, ...m }, pad = '  ') {
    const f = (x) => (x >= 100 ? x.toFixed(0) : x.toFixed(1));
    this.measures.push(m);
    this.out(
      paint(
        36,
        `${pad}◷ ${m.name}: ${m.n === 1 ? `${f(m.p50)} ${m.unit}` : `p50 ${f(m.p50)}, p95 ${f(m.p95)}, max ${f(m.max)} ${m.unit} (n=${m.n})`}`,
      ),
    );
  }
  problem(text) {
    this.errors.push(text);
  }

  /** @param {number} code what VS Code said @returns {number} what this run says */
  finish(code) {
    this.failed.forEach((f, i) => {
      this.out(`\n  ${i + 1}) ${f.full}\n${paint(31, indent(f.message))}`);
      if (f.hasDiff) {
        this.out(paint(32, indent(`expected: ${f.expected}`)) + '\n' + paint(31, indent(`actual:   ${f.actual}`)));
      }
      const frames = f.stack
        .split('\n')
        .filter((l) => /^\s+at /.test(l) && !/mocha[\\/.]|extensionHostProcess|extensionHostWorker/.test(l))
        .slice(0, 8);
      if (frames.length) {
        this.out(paint(90, frames.map((l) => `      ${l.trim()}`).join('\n')));
      }
    });
    if (this.ended) {
      this.out(
        `\n  ${paint(32, `${this.ended.passes} passing`)} (${this.ended.duration}ms)${this.ended.pending ? paint(36, `, ${this.ended.pending} pending`) : ''}${this.ended.failures ? paint(31, `, ${this.ended.failures} failing`) : ''}\n`,
      );
    }
    for (const u of this.unhandled) {
      this.out(paint(31, `  unhandled rejection\n${indent(u.split('\n').slice(0, 8).join('\n'))}`));
    }
    let result = this.failures || this.unhandled.length ? 1 : code;
    if (!this.ended) {
      this.errors.push('the test module did not report an end: it did not load, it hung, or the host died');
      result = 2;
    } else if (!this.executed) {
      this.errors.push('no test was run');
      result = 2;
    }
    if (result && !this.failures && !this.unhandled.length) {
      for (const e of this.errors) {
        this.out(paint(31, `vscode-host: ${e}`));
      }
      for (const e of this.noise.slice(-10)) {
        this.out(paint(90, `  [error] ${e}`));
      }
    }
    return result;
  }
}
const indent = (s) =>
  s
    .split('\n')
    .map((l) => `     ${l}`)
    .join('\n');
