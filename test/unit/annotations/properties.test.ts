import { startProperty } from '../../support/background';
import { perCommit } from '../../support/perCommit';

const edits = startProperty('sidecarEdits', perCommit.sidecarEdits, 11);
const merges = startProperty('sidecarMerges', perCommit.sidecarMerges, 21);
const mutations = startProperty('sidecarMutations', perCommit.sidecarMutations, 31);

describe('sidecars under random use', function () {
  this.timeout(600_000);
  it(`say what was asked after ${perCommit.sidecarEdits} sequences of edits, to three YAML readers`, () => edits);
  it(`merge field by field, ${perCommit.sidecarMerges} times`, () => merges);
  it(`survive ${perCommit.sidecarMutations} mutations in a process of their own`, () => mutations);
});
