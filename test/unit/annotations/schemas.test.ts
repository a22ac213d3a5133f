import assert from 'node:assert/strict';
import fs from 'node:fs';
import Ajv from 'ajv';
import { load } from 'js-yaml';
import { actorFields, actorsKind } from '../../../src/annotations/actorsFile';
import { sidecarKind } from '../../../src/annotations/sidecarRead';
import { changesOf } from '../../../src/workspace/operations';
import { Random } from '../../support/random';
import { randomClaim, randomCorrection } from '../../support/randomItems';
import { sampleClaim } from '../../support/sampleItems';
import { applyChanges, emptySidecar } from '../../support/sidecars';

function schemaOf(name: string): { readonly $id: string } {
  return JSON.parse(fs.readFileSync(`media/${name}.schema.json`, 'utf8'));
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const validClaims = ajv.compile(schemaOf('claims'));
const validActors = ajv.compile(schemaOf('actors'));

function sidecar(change: (text: string) => string = (text) => text): unknown {
  const start = emptySidecar();
  const { changes } = changesOf(
    [{ type: 'put-claim', claim: sampleClaim('ca', { date: '2024-05', note: 'n' }) }],
    start,
  );
  return load(change(applyChanges(start, changes).sidecar.text));
}

describe('schemas', () => {
  it('are offered by the manifest, and by no address in a file', () => {
    const { contributes } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
    const offered = contributes.yamlValidation.map((one: { fileMatch: string; url: string }) => [
      one.fileMatch,
      one.url,
    ]);
    assert.deepEqual(offered, [
      ['*.claims.yaml', './media/claims.schema.json'],
      ['actors.yaml', './media/actors.schema.json'],
    ]);
    for (const { newText } of [sidecarKind, actorsKind]) {
      assert.doesNotMatch(newText, /\$schema|:\/\//);
    }
    assert.doesNotMatch(schemaOf('claims').$id + schemaOf('actors').$id, /https?:/);
  });

  it('accept new files and 100 random sidecars of ours', function () {
    this.timeout(60_000);
    assert.ok(validClaims(load(sidecarKind.newText)), ajv.errorsText(validClaims.errors));
    assert.ok(validActors(load(actorsKind.newText)), ajv.errorsText(validActors.errors));
    for (let seed = 0; seed < 100; seed++) {
      const random = new Random(seed);
      const start = emptySidecar();
      const { changes } = changesOf(
        [
          { type: 'put-claim', claim: randomClaim(random, 'ca') },
          { type: 'put-correction', correction: randomCorrection(random, 'ka') },
        ],
        start,
      );
      const data = load(applyChanges(start, changes).sidecar.text);
      assert.ok(validClaims(data), `seed ${seed}: ${ajv.errorsText(validClaims.errors)}`);
    }
  });

  it('accept keys of other tools', () => {
    assert.ok(validClaims(sidecar((text) => text.replace('    status:', '    x-tool: [1]\n    status:'))));
  });

  const bad: readonly [string, (text: string) => string][] = [
    ['a kind nobody knows', (text) => text.replace('"statement"', '"rumour"')],
    ['no quote', (text) => text.replace(/ {4}quote: .*\n/, '')],
    ['a quote that is a number', (text) => text.replace(/quote: .*/, 'quote: 5')],
    ['a negative hint', (text) => text.replace('hint: 12', 'hint: -1')],
    ['a date in words', (text) => text.replace('"2024-05"', '"last May"')],
    ['a higher major version', (text) => text.replace('"1.0"', '"2.0"')],
    ['an id in capitals', (text) => text.replace('  ca:', '  CA:')],
    ['claims as a list', (text) => text.replace(/claims:[\s\S]*/, 'claims: []\n')],
  ];
  for (const [name, change] of bad) {
    it(`reject ${name}`, () => assert.ok(!validClaims(sidecar(change))));
  }

  it('accept an actor with everything, reject one of an unknown kind', () => {
    const fields = actorFields({
      id: 'x',
      kind: 'person',
      names: { en: 'X', ja: 'エックス' },
      aliases: ['Mr X'],
      roles: [{ title: 'minister', from: '2020', to: '2021-05' }],
      wikidata: 'Q5',
      merged: ['y'],
      distinct: ['z'],
    });
    const plain = JSON.parse(
      JSON.stringify(Object.fromEntries(fields), (_key, item) =>
        item instanceof Map ? Object.fromEntries(item) : item,
      ),
    );
    assert.ok(
      validActors({ version: '1.0', actors: { x: plain }, rejected: ['The Hague'] }),
      ajv.errorsText(validActors.errors),
    );
    assert.ok(!validActors({ version: '1.0', actors: { x: { ...plain, kind: 'robot' } } }));
  });
});
