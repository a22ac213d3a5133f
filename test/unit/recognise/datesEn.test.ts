import assert from 'node:assert/strict';
import { findDates } from '../../../src/recognise/dates';
import { findPublication } from '../../../src/recognise/publication';
import { tokenise } from '../../../src/text/tokens';

/** Published on Thursday, 13 March 2031. */
function datesOf(text: string, published: string | undefined = '2031-03-13'): string[] {
  const tokens = tokenise(text);
  return findDates(tokens, 'en', findPublication(tokens, 'en', { published })).map(
    ({ start, end, value }) => `${text.slice(start, end)} = ${value}`,
  );
}

function check(text: string, ...expected: string[]): void {
  it(text, () => assert.deepEqual(datesOf(text), expected));
}

describe('English dates', () => {
  describe('full', () => {
    check('The treaty was signed on Dec. 4, 2030.', 'Dec. 4, 2030 = 2030-12-04');
    check('It opened on 4th December 2030 in Oslo.', '4th December 2030 = 2030-12-04');
    check('Filed on 2030-12-04 by the clerk', '2030-12-04 = 2030-12-04');
    check('Minutes of 9-Feb-2030 were lost.', '9-Feb-2030 = 2030-02-09');
    check('Monday, March 3, 2031 was cold.', 'Monday, March 3, 2031 = 2031-03-03');
  });

  describe('partial', () => {
    check('The court ruled on March 3.', 'March 3 = 2031-03-03');
    check('The summit will open on March 20.', 'March 20 = 2031-03-20');
    check('He resigned in November.', 'November = 2030-11');
    check('It will close in June.', 'June = 2031-06');
    check('a law of June 1998', 'June 1998 = 1998-06');
    check('The 1956 declaration', '1956 = 1956');
  });

  describe('ranges', () => {
    check('They meet on Dec. 28-29, 2030.', 'Dec. 28-29, 2030 = 2030-12-28/2030-12-29');
    check('from 3 to 5 February 2031', '3 to 5 February 2031 = 2031-02-03/2031-02-05');
    check('It ran between May and June in 1981.', 'May and June in 1981 = 1981-05/1981-06');
    check('She ruled from 1947 to 1960 and left.', '1947 = 1947', '1960 = 1960');
  });

  describe('periods', () => {
    check('prices of the 1990s', '1990s = 199X');
    check("songs of the '80s", "'80s = 198X");
    check('a 17th-century map', '17th-century = 16XX');
    check('Profit fell in the third quarter of 2030.', 'third quarter of 2030 = 2030-35');
    check('elections in the autumn next year', 'autumn next year = 2032-23');
    check('They met last summer.', 'last summer = 2030-22');
  });

  describe('relative', () => {
    check('Talks resumed yesterday and end tomorrow.', 'yesterday = 2031-03-12', 'tomorrow = 2031-03-14');
    check('She left three days ago.', 'three days ago = 2031-03-10');
    check('He was elected two years ago.', 'two years ago = 2029');
    check('Rates rose last month.', 'last month = 2031-02');
    check('The vote is next Tuesday.', 'next Tuesday = 2031-03-18');
    check('Ministers met on Monday.', 'Monday = 2031-03-10');
    check('Ministers will meet on Monday.', 'Monday = 2031-03-17');
    check('He was born in 1910 and two years later moved.', '1910 = 1910', 'two years later = 1912');
  });

  describe('no date', () => {
    check('They may march on the capital.');
    check('He came second in the fall of the leader.');
    check('a 30-day truce and a five-hour talk');
    check('It happens every year and every Monday.');
    check('Version 2.10.3 costs $2,030 in Room 2016.');
    check('About 2000 people came.');
    check('Call 555-0199-2020.');
  });

  it('says null rather than today where the article has no date', () => {
    assert.deepEqual(datesOf('It was agreed last month.', ''), ['last month = null']);
  });

  describe('in news', () => {
    check('She lost a set but beat him on Monday.', 'Monday = 2031-03-10');
    check('The fire spread, leaving 40 homeless on Tuesday.', 'Tuesday = 2031-03-11');
    check('Game 2 is Saturday.', 'Saturday = 2031-03-15');
    check('The vote is on Saturday.', 'Saturday = 2031-03-15');
    check('The board tabled a plan Tuesday to sell.', 'Tuesday = 2031-03-11');
    check('It will be paid on 29 November.', '29 November = 2031-11-29');
    check('A month after the Oct. 7 attack, talks began.', 'Oct. 7 = 2030-10-07');
    check('The judge set a hearing for Dec. 10.', 'Dec. 10 = 2031-12-10');
    check('He was arrested for Monday’s raid.', 'Monday = 2031-03-10');
    check('She urged voters to turn out on Saturday.', 'Saturday = 2031-03-15');
    check('He tore into her Wednesday night for refusing to say what she would do.', 'Wednesday night = 2031-03-12');
    check('He will stay until autumn.', 'autumn = 2031-23');
    check('It closed in the summer.', 'summer = 2030-22');
    check('Birds sing in spring.');
    check(
      'He left in August. They sued in November. It ended in February.',
      'August = 2030-08',
      'November = 2030-11',
      'February = 2031-02',
    );
    check(
      'They met on Saturday for the 2032 games. The following day they left.',
      'Saturday = 2031-03-08',
      '2032 = 2032',
      'following day = 2031-03-09',
    );
    check('Trucks run six days a week starting July 1.', 'July 1 = 2031-07-01');
    check('They asked the court to annul February’s vote.', 'February = 2031-02');
    check('They delayed the vote until Friday.', 'Friday = 2031-03-14');
    check('It could cost them seats in November.', 'November = 2031-11');
    check('He fired May’s aide.');
    check('Results from Saturday’s poll show him far ahead.', 'Saturday = 2031-03-08');
    check('spending in fiscal years 2019-2023', 'fiscal years 2019-2023 = 2019/2023');
  });
});
