import assert from 'node:assert/strict';
import { Gazetteer, NamedEntry } from '../../../src/recognise/gazetteer';
import { NameForms } from '../../../src/recognise/nameForms';
import { foldedHash } from '../../../src/text/fold';
import { tokenise } from '../../../src/text/tokens';

function gazetteer(...names: readonly string[]): Gazetteer {
  const made = new Gazetteer();
  for (const name of names) {
    const forms = new NameForms();
    forms.readLine(name, 0);
    made.add(forms, 0, new NamedEntry(name, 'organization'));
  }
  return made;
}

/** The longest name at the beginning of the text, '' for none. */
function check(names: readonly string[], text: string, expected: string): void {
  const tokens = tokenise(text);
  const folded = Uint32Array.from({ length: tokens.count }, (_, i) =>
    foldedHash(text, tokens.starts[i], tokens.ends[i]),
  );
  const smalls = Uint8Array.from({ length: tokens.count }, (_, i) => {
    const word = text.slice(tokens.starts[i], tokens.ends[i]);
    return /^\p{Ll}/u.test(word) ? (word === 'of' ? 2 : 1) : 0;
  });
  const match = gazetteer(...names).longest(tokens, folded, smalls, 0);
  assert.equal(match ? text.slice(tokens.starts[0], tokens.ends[match.end - 1]) : '', expected);
}

describe('Gazetteer', () => {
  it('takes the longest', () => check(['Bank', 'Bank of Elbonia'], 'Bank of Elbonia said', 'Bank of Elbonia'));
  it('falls back to a shorter one', () => check(['Bank', 'Bank of Elbonia'], 'Bank of Ruritania', 'Bank'));
  it('matches headings in capitals and without marks', () => check(['Café Élan'], 'CAFE ELAN opens', 'CAFE ELAN'));
  it('does not match words in small letters', () => check(['Bank of Elbonia'], 'bank of Elbonia', ''));
  it('matches acronyms only as they are written', () => {
    check(['ELB'], 'ELB said', 'ELB');
    check(['ELB'], 'Elb said', '');
  });
  it('makes ids of names', () => assert.equal(new NamedEntry('Bank of Elbonia', 'organization').id, 'bank-of-elbonia'));
});
