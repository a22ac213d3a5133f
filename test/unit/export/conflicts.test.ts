import assert from 'node:assert/strict';
import { exporters } from '../../../src/export/exporters';
import { fullClaim, sampleArticle, sampleInput } from './samples';

describe('a field that two people changed', () => {
  const claim = fullClaim('claimaaaaaaaaaaaaa1', 'The port opens.', {
    verdict: { rating: 'True', evidence: [] },
    conflicts: [{ field: 'status', others: ['refuted'] }],
  });
  const input = sampleInput([sampleArticle('port.txt', 'The port opens.\n', [claim])]);
  for (const exporter of exporters) {
    it(`is carried or counted by ${exporter.id}`, () => {
      const { files, losses } = exporter.export(input);
      const carried = files.some(({ content }) => typeof content === 'string' && content.includes('"conflicts"'));
      const told = losses.some(({ kind, detail }) => kind === 'conflicts' && detail === 'status');
      assert.equal(told, !carried);
    });
  }
});
