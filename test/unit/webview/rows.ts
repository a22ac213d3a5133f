import type { ClaimRow } from '../../../src/webview/protocol';

/** A row with what a test is about; the rest is harmless. */
export function row(part: Partial<ClaimRow> = {}): ClaimRow {
  const day = part.day === undefined ? 100 : part.day;
  return {
    article: 'file:///a.txt',
    start: 0,
    end: 10,
    title: 'Title',
    quote: 'The quota binds.',
    words: '',
    source: 'ann',
    actors: ['ann'],
    concepts: [],
    stance: null,
    status: 'unverified',
    day,
    days: day === null ? [] : [day, day],
    when: '',
    recorded: true,
    ...part,
  };
}
