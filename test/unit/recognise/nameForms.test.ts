import assert from 'node:assert/strict';
import { NameForms } from '../../../src/recognise/nameForms';
import { step } from '../../../src/recognise/tokenChain';
import { foldedHash } from '../../../src/text/fold';
import { hashText, tokenise } from '../../../src/text/tokens';

/** The states that the tokens of a form lead to, by the tokens themselves. */
function statesOf(form: string): number[] {
  const { count, starts, ends } = tokenise(form);
  const states: number[] = [];
  for (let i = 0; i < count; i++) {
    states.push(step(states.at(-1) ?? 0, foldedHash(form, starts[i], ends[i])));
  }
  return states;
}

/** The line has these forms. */
function check(line: string, ...expected: readonly string[]): void {
  const forms = new NameForms();
  assert.equal(forms.readLine(`${line}\nnext`, 0), line.length + 1);
  const found = Array.from({ length: forms.count }, (_, n) =>
    Array.from(forms.states.subarray(n === 0 ? 0 : forms.stateEnds[n - 1], forms.stateEnds[n])),
  );
  assert.deepEqual(found, expected.map(statesOf));
}

function read(line: string): NameForms {
  const forms = new NameForms();
  forms.readLine(line, 0);
  return forms;
}

describe('NameForms', () => {
  it('reads a name', () => check('Bank of Elbonia', 'Bank of Elbonia'));
  it('reads further forms', () => check('Ana Ruiz|A. Ruiz|Ruiz-Díaz', 'Ana Ruiz', 'A. Ruiz', 'Ruiz-Díaz'));
  it('leaves the id out', () => check('elb=Bank of Elbonia|ELB', 'Bank of Elbonia', 'ELB'));
  it('takes the last word of a line with a star', () =>
    check('*Ana Ruiz-Díaz|A. R.', 'Ana Ruiz-Díaz', 'A. R.', 'Ruiz-Díaz'));
  it('has nothing of a comment or an empty line', () => {
    check('# Bank');
    check('');
  });
  it('tells forms that stand with their article', () => {
    check('elb=^The Bank|^The ELB|ELB', 'The Bank', 'The ELB', 'ELB');
    assert.deepEqual(read('elb=^The Bank|^The ELB|ELB').areAfterArticle, [true, true, false]);
  });
  it('has acronyms and words with capitals inside match only as they are written', () =>
    assert.deepEqual(read('ELB|eBank|Bank|ELB Bank|ELBONIAN|E. L.').areStrict, [
      true,
      true,
      false,
      false,
      false,
      true,
    ]));
  it('knows the first token and the last word', () => {
    const forms = read('Ana Ruiz-Díaz|Ruiz');
    assert.equal(forms.firstTokens[0], hashText('ana'));
    assert.equal(forms.lastWords[0], foldedHash('ruiz-díaz'));
    assert.equal(forms.lastWords[1], foldedHash('ruiz'));
    assert.deepEqual(forms.haveSpaces, [true, false]);
    assert.deepEqual(forms.areJoined, [true, false]);
  });
  it('reads a line of any length', () => {
    const long = Array.from({ length: 300 }, (_, i) => `Name${i}x`).join('|');
    check(long, ...long.split('|'));
  });
});
