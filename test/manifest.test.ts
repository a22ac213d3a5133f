import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { exporters } from '../src/export/exporters';
import { dateRules, publicationRules } from '../src/recognise/dateReading';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Record<string, readonly { readonly id: string }[]>;
    readonly configuration: { readonly properties: Record<string, unknown> };
    readonly colors: readonly { readonly id: string; readonly defaults: Record<string, string> }[];
    readonly menus: Record<string, readonly { readonly command: string }[]>;
    readonly keybindings: readonly { readonly command: string }[];
  };
}

const json = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'));
const manifestText = fs.readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const sources = fs
  .readdirSync('src/vscode', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => fs.readFileSync(path.join('src/vscode', name), 'utf8'))
  .join('\n');
const contributions = fs.readFileSync('src/vscode/contributions.ts', 'utf8');

function sorted(values: Iterable<string>): string[] {
  return [...new Set(values)].sort();
}

/** Members of one of the tables of `contributions.ts`, name and value. */
function table(name: string): [string, string][] {
  const body = new RegExp(`export const ${name} = \\{([^}]*)\\}`).exec(contributions)?.[1] ?? '';
  return [...body.matchAll(/(\w+): '([^']+)'/g)].map((match) => [match[1] ?? '', match[2] ?? '']);
}

describe('manifest', () => {
  const declared = sorted(manifest.contributes.commands.map(({ command }) => command));

  it('declares the commands of the code, and the code registers each', () => {
    assert.deepEqual(sorted(table('commands').map(([, id]) => id)), declared);
    const registered = [...sources.matchAll(/registerCommand\(\s*commands\.(\w+)/g)].map((match) => match[1] ?? '');
    assert.deepEqual(sorted(registered), sorted(table('commands').map(([name]) => name)));
  });

  it('offers only declared commands in menus and keys', () => {
    const used = [...Object.values(manifest.contributes.menus).flat(), ...manifest.contributes.keybindings];
    for (const { command } of used) {
      assert.ok(declared.includes(command), command);
    }
  });

  it('declares the views of the code', () => {
    const views = Object.values(manifest.contributes.views).flat();
    assert.deepEqual(sorted(views.map(({ id }) => id)), sorted(table('views').map(([, id]) => id)));
  });

  it('declares the settings of the code, and each is read', () => {
    const body = /interface Settings \{([^}]*)\}/.exec(contributions)?.[1] ?? '';
    const typed = [...body.matchAll(/'?([\w.]+)'?: /g)].map((match) => `editorialClaims.${match[1]}`);
    assert.deepEqual(sorted(typed), sorted(Object.keys(manifest.contributes.configuration.properties)));
    for (const key of typed) {
      assert.ok(sources.includes(`readSetting('${key.replace('editorialClaims.', '')}'`), `${key} is never read`);
    }
  });

  it('declares the colours of the code, each for all four kinds of theme', () => {
    for (const { id, defaults } of manifest.contributes.colors) {
      assert.deepEqual(sorted(Object.keys(defaults)), ['dark', 'highContrast', 'highContrastLight', 'light']);
      assert.ok(sources.includes(id.replace('editorialClaims.', '')), `${id} is never used`);
    }
  });

  it('has every text of the manifest in English and Japanese, and no other', () => {
    const used = sorted([...manifestText.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? ''));
    assert.deepEqual(sorted(Object.keys(json('package.nls.json') as object)), used);
    assert.deepEqual(sorted(Object.keys(json('package.nls.ja.json') as object)), used);
  });

  it('has every text of the code in Japanese, and no other, with the same places for values', () => {
    const inCode = [...sources.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map((match) =>
      (match[1] ?? '').replaceAll("\\'", "'"),
    );
    const ofExporters = exporters.flatMap(({ label, purpose }) => [label, purpose]);
    const bundle = json('media/l10n/bundle.l10n.ja.json') as Record<string, string>;
    assert.deepEqual(
      sorted(Object.keys(bundle)),
      sorted([...inCode, ...ofExporters, ...Object.values(dateRules), ...Object.values(publicationRules)]),
    );
    for (const [english, japanese] of Object.entries(bundle)) {
      const places = (text: string): string[] => sorted([...text.matchAll(/\{\d\}/g)].map(([place]) => place));
      assert.deepEqual(places(japanese), places(english), english);
    }
  });
});
