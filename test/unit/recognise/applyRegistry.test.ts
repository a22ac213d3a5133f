import assert from 'node:assert/strict';
import type { RegisteredActor } from '../../../src/model/actorRegistry';
import type { Language, Mention } from '../../../src/model/recognition';
import { applyRegistry } from '../../../src/recognise/applyRegistry';
import { recognise } from '../../../src/recognise/recognise';

const roe: RegisteredActor = {
  id: 'jane-roe',
  kind: 'person',
  names: { en: 'Jane Roe', ja: 'ジェーン・ロウ' },
  aliases: ['the Harbour Fox', 'JR'],
  roles: [],
  merged: ['j-roe'],
};

function check(
  text: string,
  mentions: readonly Mention[],
  expected: readonly string[],
  { actors = [roe], rejected = [] as string[], language = 'en' as Language } = {},
): void {
  const found = applyRegistry(text, mentions, { actors, rejected }, language);
  assert.deepEqual(
    found.map(({ start, end, kind, actor, name }) => `${text.slice(start, end)}=${kind}:${actor} (${name})`),
    expected,
  );
}

function mention(text: string, form: string, actor: string, kind: Mention['kind'] = 'person'): Mention {
  const start = text.indexOf(form);
  return { start, end: start + form.length, kind, actor, name: form };
}

describe('applyRegistry', () => {
  it('finds registered forms where nothing was recognised', () =>
    check('They call her the Harbour Fox.', [], ['the Harbour Fox=person:jane-roe (Jane Roe)']));
  it('takes a form only as a whole word', () => check('JRs and XJR are cars.', [], []));
  it('maps merged ids and names them in the language of the text', () => {
    const text = 'Roe spoke.';
    check(text, [mention(text, 'Roe', 'j-roe')], ['Roe=person:jane-roe (Jane Roe)']);
    check(text, [mention(text, 'Roe', 'j-roe')], ['Roe=person:jane-roe (ジェーン・ロウ)'], { language: 'ja' });
  });
  it('replaces what was recognised in the same place, and what the document knows by the same id', () => {
    const text = 'JR came. Reed left.';
    check(
      text,
      [mention(text, 'JR', 'reed', 'organization'), mention(text, 'Reed', 'reed', 'organization')],
      ['JR=person:jane-roe (Jane Roe)', 'Reed=person:jane-roe (Jane Roe)'],
    );
  });
  it('leaves a longer name that holds a registered form', () => {
    const text = 'JR Holdings fell.';
    check(
      text,
      [mention(text, 'JR Holdings', 'jr-holdings', 'organization')],
      ['JR Holdings=organization:jr-holdings (JR Holdings)'],
    );
  });
  it('drops rejected forms', () => {
    const text = 'Delta and Roe';
    check(
      text,
      [mention(text, 'Delta', 'delta', 'organization'), mention(text, 'Roe', 'x-roe')],
      ['Roe=person:x-roe (Roe)'],
      {
        rejected: ['Delta'],
      },
    );
  });
  it('chooses the bearer that was recognised where two share a form', () => {
    const other: RegisteredActor = { ...roe, id: 'john-ray', names: { en: 'John Ray' }, aliases: ['JR'], merged: [] };
    const text = 'JR spoke.';
    check(text, [mention(text, 'JR', 'john-ray')], ['JR=person:john-ray (John Ray)'], { actors: [roe, other] });
  });
  it('works in Japanese by change of script', () => {
    const actors = [{ ...roe, aliases: ['ロウ'] }];
    check('ロウ氏はロウソクを見た。', [], ['ロウ=person:jane-roe (ジェーン・ロウ)'], { actors, language: 'ja' });
  });
  it('is applied by recognise', () => {
    const found = recognise('Everybody knows the Harbour Fox.', { registry: { actors: [roe], rejected: [] } });
    assert.deepEqual(
      found.mentions.map(({ actor }) => actor),
      ['jane-roe'],
    );
  });
});
