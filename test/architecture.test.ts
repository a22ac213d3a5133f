import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** Which folder of `src` may import which; the table of `src/README.md`. A folder may always import itself. */
const mayImport: Record<string, readonly string[]> = {
  base: [],
  model: ['base'],
  text: ['base', 'model'],
  recognise: ['base', 'model', 'text'],
  annotations: ['base', 'model', 'text'],
  linking: ['base', 'model', 'text'],
  export: ['base', 'model', 'text'],
  import: ['base', 'model', 'text', 'export'],
  workspace: ['base', 'model', 'text', 'recognise', 'annotations', 'linking'],
  webview: ['base', 'model'],
  vscode: ['base', 'model', 'text', 'recognise', 'annotations', 'linking', 'export', 'import', 'workspace', 'webview'],
  cli: ['base', 'model', 'text', 'recognise', 'annotations', 'linking', 'export', 'import', 'workspace'],
  '': ['vscode', 'workspace'],
};

/** Packages that are shipped, and the only folders that may import each. */
const packagesOf: Record<string, readonly string[]> = {
  annotations: ['yaml', 'js-yaml'],
  webview: ['d3-'],
  export: ['fflate', 'd3-'],
  import: ['fflate'],
  vscode: ['vscode'],
  cli: ['node:', 'encoding-japanese'],
  '': ['vscode', 'node:'],
};

const src = path.resolve('src');
const files = fs
  .readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => name.replaceAll('\\', '/'));

function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : '';
}

function importsOf(file: string): string[] {
  const text = fs.readFileSync(path.join(src, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\s*\(\s*)'([^'\n]+)'/g)].map((match) => match[1] ?? '');
}

function resolve(file: string, specifier: string): string {
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
}

describe('architecture', () => {
  it('finds the sources', () => assert.ok(files.length > 10));

  for (const file of files) {
    it(`${file} keeps inside its walls`, () => {
      const own = folderOf(file);
      const allowed = mayImport[own];
      assert.ok(allowed, `src/${own} is not in the table of folders`);
      for (const specifier of importsOf(file)) {
        if (specifier.startsWith('.')) {
          const target = folderOf(resolve(file, specifier));
          assert.ok(target === own || allowed.includes(target), `${own} must not import ${specifier}`);
        } else {
          const packages = packagesOf[own] ?? [];
          const known = packages.some((name) =>
            /[-:]$/.test(name) ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`),
          );
          assert.ok(known, `${own} must not import ${specifier}`);
        }
      }
    });
  }

  it('pure folders use no global of Node or the browser', () => {
    const banned = /(?<![\w.'"`])(process|Buffer|__dirname|require|window|document|localStorage|fetch)\s*[.([]/;
    for (const file of files.filter((name) => !['cli', 'vscode', 'webview', ''].includes(folderOf(name)))) {
      const code = fs
        .readFileSync(path.join(src, file), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\/\/.*$/gm, '')
        .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
      const local =
        /\b(?:const|let|function|class)\s+(process|document|window)\b|[(,]\s*(?:document|window|process)\s*[:,)]/.test(
          code,
        );
      assert.ok(local || !banned.test(code), `${file} uses ${banned.exec(code)?.[1]}`);
    }
  });

  it('has no cycle between files', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => `${resolve(file, specifier)}.ts`),
      ]),
    );
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): void => {
      assert.ok(!trail.includes(file), `cycle: ${[...trail, file].join(' -> ')}`);
      if (!done.has(file)) {
        for (const next of graph.get(file) ?? []) {
          visit(next, [...trail, file]);
        }
        done.add(file);
      }
    };
    for (const file of files) {
      visit(file, []);
    }
  });

  it('has no any, no default export, no console', () => {
    for (const file of files) {
      const code = fs.readFileSync(path.join(src, file), 'utf8');
      assert.doesNotMatch(code, /\bconsole\.|:\s*any\b|as any\b|^export default/m, file);
    }
  });
});
