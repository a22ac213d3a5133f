import type { Claim, Correction } from '../../src/model/claim';

/** A claim with what it must have, and whatever a test adds. */
export function sampleClaim(id: string, more: Partial<Claim> = {}): Claim {
  return {
    id,
    selector: { exact: `the words of ${id}`, prefix: 'before ', suffix: ' after', hint: 12 },
    source: 'anna-lind',
    kind: 'statement',
    directness: 'direct',
    concepts: [],
    status: 'unverified',
    tags: [],
    actors: [],
    links: [],
    author: 'Editor',
    created: '2024-05-06T07:08:09Z',
    ...more,
  };
}

export function sampleCorrection(id: string): Correction {
  return {
    id,
    selector: { exact: 'Lind', prefix: '', suffix: '' },
    about: 'actor',
    decision: 'set',
    actor: 'anna-lind',
    kind: 'person',
    author: 'Editor',
    created: '2024-05-06T07:08:09Z',
  };
}
