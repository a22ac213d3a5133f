import assert from 'node:assert/strict';
import type { Language, Recognition } from '../../../src/model/recognition';
import { type ClaimDraft, claimDraft } from '../../../src/recognise/claimDraft';
import { findClaims } from '../../../src/recognise/claims';
import { tokenise } from '../../../src/text/tokens';
import { marked } from './markedText';

function recognitionOf(source: string, language: Language): { text: string; recognition: Recognition } {
  const { text, mentions, dates } = marked(source);
  const claims = findClaims(tokenise(text), language, mentions, dates);
  return { text, recognition: { language, published: null, mentions, dates, claims } };
}

/** The draft for the sentence that holds `at`. */
function draftAt(source: string, at: string, language: Language = 'en'): ClaimDraft | undefined {
  const { text, recognition } = recognitionOf(source, language);
  const offset = text.indexOf(at);
  return claimDraft(text, recognition, { start: offset, end: offset });
}

describe('claimDraft', () => {
  it('fills in a reported sentence', () => {
    const { start, end, ...draft } = draftAt(
      'It rained. {c:no|Norwegian} special envoy {p:Ann Lee} said on {d:2025-05-03|May 3} that {c:se|Sweden} agreed.',
      'agreed',
    )!;
    assert.deepEqual(draft, {
      source: 'ann-lee',
      role: 'Norwegian special envoy',
      kind: 'statement',
      directness: 'indirect',
      cue: 'said',
      date: '2025-05-03',
      actors: ['no', 'ann-lee', 'se'],
    });
    assert.deepEqual([start, end], [11, 76]);
  });

  it('reads the role that stands with a Japanese name, with or without a dot between', () => {
    assert.equal(draftAt('{p:森山健二}・首席交渉官は「支持する」と述べた。', '支持', 'ja')!.role, '首席交渉官');
    assert.equal(draftAt('{p:森山健二}首席交渉官は「支持する」と述べた。', '支持', 'ja')!.role, '首席交渉官');
    assert.equal(draftAt('{p:森山健二}・{p:田中修}は「支持する」と述べた。', '支持', 'ja')!.role, undefined);
  });

  it('takes a selection as it is, without the space around it', () => {
    const { text, recognition } = recognitionOf('“We {p:Reed|Reed} know,” {p:Ann Lee} said.', 'en');
    const draft = claimDraft(text, recognition, { start: 4, end: 14 })!;
    assert.equal(text.slice(draft.start, draft.end), 'Reed know,');
    assert.equal(draft.directness, 'direct');
    assert.equal(draft.source, 'ann-lee');
  });

  it('takes what nobody else says for the author', () => {
    const draft = draftAt('The hall was painted in spring.', 'hall')!;
    assert.equal(draft.source, 'author');
    assert.equal(draft.directness, 'paraphrase');
    assert.equal(draft.role, undefined);
  });

  it('reads Japanese: sentence, role, quotation', () => {
    const draft = draftAt('雨だった。{p:田中一郎}報道官は「必ず橋を直す」と述べた。', '必ず', 'ja')!;
    assert.equal(draft.role, '報道官');
    assert.equal(draft.source, '田中一郎');
    assert.equal(draft.directness, 'direct');
    assert.equal(draft.cue, '述べ');
    assert.equal(draft.start, 5);
  });

  it('finds a role in apposition', () => {
    assert.equal(draftAt('{p:Ann Lee}, the mayor of Oldport, said so.', 'said')!.role, 'mayor of Oldport');
  });

  it('gives nothing in a blank line or for selected space', () => {
    assert.equal(draftAt('One.\n\n\nTwo.', '\n\nTwo'), undefined);
    const { text, recognition } = recognitionOf('One.   Two.', 'en');
    assert.equal(claimDraft(text, recognition, { start: 4, end: 6 }), undefined);
  });
});
