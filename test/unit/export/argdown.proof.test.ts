import assert from 'node:assert/strict';
import { argdownExporter } from '../../../src/export/argdown';
import { readArgdown } from './readArgdown';
import { sampleInput, textFile, twoArticles } from './samples';

describe('Argdown, by @argdown/core', () => {
  const text = textFile(argdownExporter.export(sampleInput(twoArticles())), 'claims.argdown');
  const { statements, relations } = readArgdown(text);
  const statementOf = (id: string) => statements.find(({ data }) => data?.claim === id);

  it('reads every claim with its text, tags and data', () => {
    assert.equal(statements.length, 6);
    const first = statementOf('claimaaaaaaaaaaaaa1');
    assert.equal(first?.title, 'Mina Orlova The port reopens in May.');
    assert.deepEqual(first?.tags, ['port reopening', 'strike | pay', 'economy', 'follow-up']);
    assert.equal(first?.data?.quote, 'Pier one, e\u0301tage 2;\nopens in May');
    assert.equal(first?.data?.note, 'Ask the *union*.');
    assert.equal(first?.data?.links.length, 2);
  });

  it('reads the relations that Argdown has signs for, between the right claims', () => {
    const first = statementOf('claimaaaaaaaaaaaaa1')?.title;
    const union = statementOf('claimaaaaaaaaaaaaa2')?.title;
    const denial = statementOf('claimbbbbbbbbbbbb1')?.title;
    assert.deepEqual(relations, [
      ['contradictory', first, denial],
      ['support', first, union],
    ]);
  });
});
