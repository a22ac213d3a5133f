import { startProperty } from '../../support/background';

const sequences = startProperty('storeSequences', 10_000, 41);
const faults = startProperty('storeFaults', 1, 0);
const kills = startProperty('storeKills', 50, 51);

describe('the store under random use', function () {
  this.timeout(600_000);
  it('loses nothing in 10,000 sequences of use, crash and outside change', () => sequences);
  it('has old or new after a fault at every operation', () => faults);
  it('has everything it showed after 50 kills', () => kills);
});
