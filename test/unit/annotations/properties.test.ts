import { runSidecarEdits } from '../../property/sidecarEdits';
import { runSidecarMerges } from '../../property/sidecarMerges';
import { runSidecarMutations } from '../../property/sidecarMutations';

describe('sidecars under random use', function () {
  this.timeout(300_000);
  it('say what was asked after 500 sequences of edits, to three YAML readers', () => runSidecarEdits(500, 11));
  it('merge field by field, 500 times', () => runSidecarMerges(500, 21));
  it('survive 1,000 mutations in a process of their own', () => runSidecarMutations(1000, 31));
});
