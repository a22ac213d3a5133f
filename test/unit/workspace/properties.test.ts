import { runStoreFaults } from '../../property/storeFaults';
import { runStoreKills } from '../../property/storeKills';
import { runStoreSequences } from '../../property/storeSequences';

describe('the store under random use', function () {
  this.timeout(300_000);
  it('loses nothing in 1,000 sequences of use, crash and outside change', () => runStoreSequences(1000, 41));
  it('has old or new after a fault at every operation', () => runStoreFaults(1));
  it('has everything it showed after 10 kills', () => runStoreKills(10, 51));
});
