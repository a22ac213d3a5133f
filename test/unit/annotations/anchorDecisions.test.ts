import assert from 'node:assert/strict';
import { anchorAll } from '../../../src/annotations/anchor';
import { enclosers } from '../../../src/annotations/nesting';
import { describe as describeQuote } from '../../../src/annotations/quoteSelector';

const opening = 'The ferry has run at a loss for nine years, and the harbour board says that it will not pay again. ';
const claim =
  'Mayor Ines Calloway told the council that the harbour board had promised to keep both ships until the spring.';
const closing =
  ' Nobody from the shipping line came to the meeting. The minutes will be put before the members in June.';
const article = `${opening}\n\n${claim}${closing}\n`;

/** What becomes of quotes of the article above in an edited text: state, reason and place of each. */
function resolve(after: string, ...quotes: readonly string[]) {
  const selectors = quotes.map((quote) => {
    const start = article.indexOf(quote);
    assert.ok(start >= 0, quote);
    return describeQuote(article, { start, end: start + quote.length });
  });
  return anchorAll(after, selectors).map(({ state, reason, range }) => ({
    told: `${state}, ${reason}`,
    at: range?.start,
  }));
}

describe('what anchors decide on their own', () => {
  it('a quote of which a good part is gone is told as such and asked about', () => {
    const part = 'Mayor Ines Calloway told the council that the harbour board had promised';
    const [left] = resolve(article.replace(claim, `${part}.`), claim);
    assert.equal(left?.told, 'review, part-gone');
    const [lost] = resolve(article.replace('Mayor Ines Calloway told the council that the', 'The'), claim);
    assert.equal(lost?.told, 'review, part-gone');
  });

  it('a name that was shortened is another name, not a part', () => {
    const [name] = resolve(article.replace('Ines Calloway', 'Calloway'), 'Ines Calloway');
    assert.match(name!.told, /^review, (?!part-gone)/);
  });

  it('a passage is known from its copy where its own surroundings stand and the copy has others', () => {
    const doubled = article.replace(
      closing,
      `${closing}\n\nFrom the record of the same evening, page nine:\n${claim}${closing}`,
    );
    const [whole] = resolve(doubled, claim);
    assert.deepEqual(whole, { told: 'exact, at-hint', at: article.indexOf(claim) });
    const wrapped = doubled.replace('Ines Calloway told', 'Ines Calloway\ntold');
    assert.deepEqual(resolve(wrapped, claim)[0], { told: 'moved, form-changed', at: article.indexOf(claim) });
  });

  it('what stood within a passage is looked for where that passage is', () => {
    const copy =
      'Mayor Ines Calloway told the council of the losses, then left for a wedding on the mainland, and stayed there.';
    const after = `${copy}\n\n${opening}${opening}${opening}\n\n${claim.replace('told the council', 'had told the council')}${closing}\n`;
    const [, name] = resolve(after, claim, 'Ines Calloway');
    assert.match(name!.told, /^moved/);
    assert.equal(name!.at, after.lastIndexOf('Ines Calloway'));
  });

  it('a name with one side reworded is placed where other annotations agree, else asked about', () => {
    const after = article.replace('told the council that the harbour board', 'wrote to the two members who');
    const name = 'Ines Calloway';
    assert.match(resolve(after, name, 'run at a loss for nine years')[0]!.told, /^(?:exact|moved)/);
  });

  it('a name that stood often is asked about where it is found far off in changed surroundings', () => {
    const text = `Lund spoke. ${opening.repeat(40)}Only the treasurer objected, and Lund read the letter of the bank aloud to the board. ${opening.repeat(40)}Lund left.`;
    const start = text.indexOf('Lund read');
    const selector = describeQuote(text, { start, end: start + 4 });
    assert.equal(selector.copies, 3);
    const gone = text.replace(
      'Only the treasurer objected, and Lund read the letter of the bank aloud to the board. ',
      '',
    );
    const other = `${gone} Only his treasurer objected, and Lund read the letter of the club aloud.`;
    assert.equal(anchorAll(other, [selector])[0]?.state, 'review');
  });

  it('the last words of a text are known by being the last', () => {
    const last = 'put before the members in June.';
    const twin = article.replace('it will not pay again.', 'the papers were put before the members in June.');
    assert.match(resolve(`Corrected.\n\n${twin}`.normalize('NFD'), last)[0]!.told, /^moved/);
  });
});

describe('enclosers', () => {
  const at = (hint: number | undefined, length: number) => ({
    exact: 'x'.repeat(length),
    prefix: '',
    suffix: '',
    ...(hint === undefined ? {} : { hint }),
  });

  it('finds the next larger quote around each', () => {
    const outer = enclosers([at(10, 5), at(0, 40), at(8, 20), at(10, 5), at(30, 20), at(41, 2), at(undefined, 3)]);
    assert.deepEqual([...outer], [2, -1, 1, 2, -1, 4, -1]);
  });

  it('does not trust hints of different versions of the article', () => {
    const stored = { ...at(100, 0), exact: 'The board will sell the ferry in May.' };
    const [inside, elsewhere] = [
      { ...at(104, 0), exact: 'board' },
      { ...at(110, 0), exact: 'Anna Lind' },
    ];
    assert.deepEqual([...enclosers([stored, inside, elsewhere])], [-1, 0, -1]);
  });

  it('is linear where all are nested', () => {
    const count = 2000;
    const outer = enclosers(Array.from({ length: count }, (_, i) => at(i, 2 * (count - i))));
    assert.deepEqual([outer[0], outer[1], outer[count - 1]], [-1, 0, count - 2]);
  });
});
