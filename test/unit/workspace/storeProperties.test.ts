import { startProperty } from '../../support/background';
import { perCommit } from '../../support/perCommit';

const sequences = startProperty('storeSequences', perCommit.storeSequences, 41);
const faults = startProperty('storeFaults', 1, 0);
const kills = startProperty('storeKills', perCommit.storeKills, 51);

describe('the store under random use', function () {
  this.timeout(600_000);
  it(`loses nothing in ${perCommit.storeSequences} sequences of use, crash and outside change`, () => sequences);
  it('has old or new after a fault at every operation', () => faults);
  it(`has everything it showed after ${perCommit.storeKills} kills`, () => kills);
});
