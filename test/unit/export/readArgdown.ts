import assert from 'node:assert/strict';
import { argdown } from '@argdown/core';

/** Reads Argdown with Argdown's own parser; fails on any error of its lexer, parser or model. */
export function readArgdown(text: string) {
  const response = argdown.run({ process: ['parse-input', 'build-model'], input: text, logLevel: 'silent' });
  assert.deepEqual(
    [...(response.lexerErrors ?? []), ...(response.parserErrors ?? [])].map(({ message }) => message),
    [],
  );
  const statements = Object.values(response.statements ?? {});
  return {
    statements,
    relations: (response.relations ?? []).map(({ relationType, from, to }) => [relationType, from?.title, to?.title]),
  };
}
