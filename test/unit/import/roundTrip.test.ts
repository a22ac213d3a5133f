import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimFields } from '../../../src/export/claimFields';
import type { ExportArticle, ExportOutput } from '../../../src/export/exporter';
import { exporterOf } from '../../../src/export/exporters';
import type { Loss } from '../../../src/export/loss';
import type { ImportedClaim } from '../../../src/import/importer';
import { importerOf } from '../../../src/import/importers';
import type { Claim } from '../../../src/model/claim';
import { normalise } from '../../../src/text/normalise';
import { sampleInput } from '../export/samples';
import { articleWithClaims } from './arbitraryClaims';

/** `ROUND_TRIPS=2000 npx mocha --timeout 0 …` runs more. */
const runs = Number(process.env.ROUND_TRIPS ?? 100);

const lists: ReadonlySet<string> = new Set(['concepts', 'tags', 'actors', 'links']);

/** The claim's details without what the export said it would lose. */
function carriedDetails(claim: Claim, losses: readonly Loss[]): Record<string, unknown> {
  const lost = new Set<string>(losses.filter(({ item }) => item === claim.id).map(({ kind }) => kind));
  const details: Record<string, unknown> = {
    kind: 'statement',
    directness: 'indirect',
    status: 'unverified',
    source: null,
  };
  for (const field of claimFields) {
    if (!lost.has(field)) {
      details[field] = claim[field];
    } else if (lists.has(field)) {
      details[field] = [];
    }
  }
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
}

function filesOf(output: ExportOutput) {
  return output.files.map(({ path, content }) => ({
    path,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
}

function checkClaim(
  article: ExportArticle,
  claim: Claim,
  imported: ImportedClaim | undefined,
  losses: readonly Loss[],
): void {
  assert.ok(imported, `claim ${claim.id} came back`);
  if (losses.some(({ kind, item }) => kind === 'position' && item === claim.id)) {
    assert.equal(imported.selector.exact.trim(), claim.selector.exact.trim());
    return;
  }
  assert.equal(imported.selector.exact, claim.selector.exact);
  assert.deepEqual(imported.details, carriedDetails(claim, losses));
  const anchor = article.anchors.get(claim.id);
  if (imported.position && anchor?.range) {
    const folded = normalise(article.text);
    const units = imported.position.unit === 'codepoint' ? [...folded.text] : folded.text.split('');
    assert.equal(units.slice(imported.position.start, imported.position.end).join(''), claim.selector.exact);
    const before = folded.text.slice(0, folded.toNormalised(anchor.range.start));
    assert.equal(imported.position.start, imported.position.unit === 'codepoint' ? [...before].length : before.length);
  }
}

describe('export, then import', () => {
  for (const id of ['csv', 'tsv', 'csv-excel', 'web-annotation', 'hypothesis', 'brat', 'pubannotation', 'refi-qda']) {
    it(`${id} restores all that the loss report does not list`, () => {
      const exporter = exporterOf(id);
      const importer = importerOf(id.startsWith('csv') || id === 'tsv' ? 'csv' : id);
      assert.ok(exporter && importer);
      fc.assert(
        fc.property(articleWithClaims, (article) => {
          const output = exporter.export(sampleInput([article]));
          const { claims, problems } = importer.import(filesOf(output));
          assert.deepEqual(problems, []);
          const missing = new Set(output.losses.filter(({ kind }) => kind === 'claim').map(({ item }) => item));
          const expected = article.annotations.claims.filter((claim) => !missing.has(claim.id));
          assert.equal(claims.length, expected.length);
          for (const claim of expected) {
            checkClaim(
              article,
              claim,
              claims.find((item) => item.id === claim.id),
              output.losses,
            );
          }
        }),
        { numRuns: runs },
      );
    });
  }
});
