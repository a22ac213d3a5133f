import assert from 'node:assert/strict';
import { overviewTexts, readToHost, readToWebview } from '../../../src/webview/protocol';
import { row } from './rows';

const show = {
  type: 'show',
  language: 'en',
  texts: Object.fromEntries(overviewTexts.map((key) => [key, key])),
  stances: { support: 's', oppose: 'o', neutral: 'n' },
  statuses: { unverified: '', 'in-progress': '', supported: '', disputed: '', refuted: '', superseded: '' },
  rows: [row()],
  actors: [{ id: 'ann', name: 'Ann', kind: 'person' }],
  left: 0,
};

describe('messages of the overview', () => {
  it('takes what the host sends', () => assert.equal(readToWebview(structuredClone(show))?.rows.length, 1));

  const forged: [string, unknown][] = [
    ['nothing', undefined],
    ['a text', 'show'],
    ['a list', [show]],
    ['another type', { ...show, type: 'other' }],
    ['rows that are no list', { ...show, rows: { length: 1 } }],
    ['a row without an article', { ...show, rows: [{ ...row(), article: 7 }] }],
    ['a row with half an offset', { ...show, rows: [{ ...row(), start: 0.5 }] }],
    ['a row with an unknown stance', { ...show, rows: [{ ...row(), stance: 'for' }] }],
    ['a row with a day that is no number', { ...show, rows: [{ ...row(), day: Number.NaN }] }],
    ['an actor of an unknown kind', { ...show, actors: [{ id: 'a', name: 'A', kind: 'robot' }] }],
    ['a missing text', { ...show, texts: { ...show.texts, hint: undefined } }],
    ['a missing status', { ...show, statuses: {} }],
  ];
  for (const [what, message] of forged) {
    it(`ignores ${what}`, () => assert.equal(readToWebview(message), undefined));
  }

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text x="1">5 &lt; 6 onload=</text></svg>';
  it('takes what the panel says', () => {
    assert.deepEqual(readToHost({ type: 'ready', more: 1 }), { type: 'ready' });
    assert.deepEqual(readToHost({ type: 'open', place: 3 }), { type: 'open', place: 3 });
    assert.deepEqual(readToHost({ type: 'saveSvg', name: 'network', svg }), { type: 'saveSvg', name: 'network', svg });
  });
  const refused: [string, unknown][] = [
    ['nothing', null],
    ['a command', { type: 'command', command: 'x' }],
    ['a name that is a path', { type: 'saveSvg', name: '../x', svg }],
    ['a page', { type: 'saveSvg', name: 'network', svg: '<html></html>' }],
    ['a script', { type: 'saveSvg', name: 'network', svg: '<svg ><script>1</script></svg>' }],
    ['foreign content', { type: 'saveSvg', name: 'network', svg: '<svg ><foreignObject/></svg>' }],
    ['a handler', { type: 'saveSvg', name: 'network', svg: '<svg onload="1"></svg>' }],
    ['a link', { type: 'saveSvg', name: 'network', svg: '<svg ><text xlink:href="http://x"/></svg>' }],
    ['an entity', { type: 'saveSvg', name: 'network', svg: '<svg ><!ENTITY x "y"></svg>' }],
  ];
  for (const [what, message] of refused) {
    it(`refuses ${what}`, () => assert.equal(readToHost(message), undefined));
  }
});
