import assert from 'node:assert/strict';
import {
  areOpposite,
  conceptCount,
  conceptLabel,
  conceptName,
  conceptNumber,
  findConcepts,
} from '../../../src/linking/concepts';
import { searchTerms } from '../../../src/linking/searchTerms';

function check(text: string, expected: readonly string[]): void {
  it(text, () => {
    const found = findConcepts(searchTerms(text), text).map(({ concept }) => conceptName(concept));
    for (const name of expected) {
      const wanted = !name.startsWith('!');
      assert.equal(found.includes(name.replace('!', '')), wanted, `${name} in ${found.join(' ')}`);
    }
  });
}

describe('findConcepts', () => {
  check('Both sides agreed on a truce.', ['ceasefire', 'agreement']);
  check('双方は休戦で合意した。', ['ceasefire', 'agreement']);
  check('The cease-fire collapsed.', ['ceasefire', 'destruction']);
  check('He did not accept the plan.', ['refusal', 'proposal']);
  check('The minister resigned; another was sacked.', ['resignation', 'dismissal']);
  check('大臣は辞任し、次官は更迭された。', ['resignation', 'dismissal']);
  check('平和条約の交渉', ['peace-treaty', 'peace', 'treaty', 'negotiation']);
  check('情勢は不安定だ', ['instability', '!stability', '!concern']);
  check('原因はプリストルだ', ['!strike']);
  check('福島県の人', ['!island']);
  check('Talks resume in the fall.', ['!decrease']);
  check('The harvest of fall 2031 was good.', ['!decrease']);
  check('It was the fall of 2031.', ['!decrease']);
  check('Prices fall again.', ['decrease', '!reduction']);
  check('The minister cut the quota.', ['reduction', '!decrease']);
  check('漁獲枠を28%削減した。', ['reduction', '!decrease']);
  check('議員らは反発した。', ['opposition', '!decrease']);
  check('They dealt a blow to the party.', ['!agreement']);
  check('They signed a deal with the port.', ['agreement']);
  check('He cut ties with the firm but cut taxes.', ['reduction']);
  check('Fireworks and firefighters', ['!fire']);
});

describe('areOpposite', () => {
  const opposite = (a: string, b: string): boolean => areOpposite(conceptNumber(a)!, conceptNumber(b)!);
  it('knows opposites both ways', () => {
    assert.ok(opposite('acceptance', 'refusal') && opposite('refusal', 'acceptance'));
    assert.ok(!opposite('acceptance', 'support'));
  });
  it('has both ends of every pair', () => {
    assert.equal(conceptNumber('no such concept'), undefined);
    assert.ok(!areOpposite(-1, conceptNumber('war')!));
  });
});

describe('conceptLabel', () => {
  it('calls a concept what readers call it', () => {
    assert.equal(conceptLabel('peace-treaty', 'en'), 'peace treaty');
    assert.equal(conceptLabel('peace-treaty', 'ja'), '平和条約');
    assert.equal(conceptLabel('ceasefire', 'ja'), '停戦');
  });

  it('leaves a name alone that a person made up', () => {
    assert.equal(conceptLabel('catch-quota', 'ja'), 'catch-quota');
  });

  it('calls no two concepts the same', () => {
    for (const language of ['en', 'ja'] as const) {
      const labels = Array.from({ length: conceptCount() }, (_, i) => conceptLabel(conceptName(i), language));
      assert.equal(new Set(labels).size, labels.length);
    }
  });
});
