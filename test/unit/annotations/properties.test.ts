import { startProperty } from '../../support/background';

const edits = startProperty('sidecarEdits', 1000, 11);
const merges = startProperty('sidecarMerges', 1000, 21);
const mutations = startProperty('sidecarMutations', 5000, 31);

describe('sidecars under random use', function () {
  this.timeout(600_000);
  it('say what was asked after 1,000 sequences of edits, to three YAML readers', () => edits);
  it('merge field by field, 1,000 times', () => merges);
  it('survive 5,000 mutations in a process of their own', () => mutations);
});
