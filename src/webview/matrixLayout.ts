import { type Mark, mostFrequent } from './marks';
import type { ClaimRow } from './protocol';

export interface StanceCounts {
  readonly support: number;
  readonly oppose: number;
  readonly neutral: number;
  readonly none: number;
}

/** What one source says about one concept. `x` and `y` are its column and row. */
export interface MatrixCell extends Mark {
  readonly counts: StanceCounts;
}

export interface Matrix {
  readonly sources: readonly string[];
  readonly concepts: readonly string[];
  readonly cells: readonly MatrixCell[];
  /** Claims that are in no cell. */
  readonly left: number;
}

const mostSources = 30;
const mostConcepts = 18;

/** Sources by concepts, the most frequent first. A claim stands in the cell of each of its concepts. */
export function matrixLayout(rows: readonly ClaimRow[]): Matrix {
  const tagged = rows.filter(({ concepts, source }) => concepts.length > 0 && source !== '');
  // A stance is what a person found worth saying: concepts with one come first.
  const weighted = tagged.flatMap(({ concepts, stance }) =>
    stance ? [...concepts, ...concepts, ...concepts] : concepts,
  );
  const concepts = mostFrequent(weighted)
    .slice(0, mostConcepts)
    .map(([concept]) => concept);
  const columns = new Map(concepts.map((concept, at) => [concept, at]));
  const shown = tagged.filter((row) => row.concepts.some((concept) => columns.has(concept)));
  const sources = mostFrequent(shown.map(({ source }) => source))
    .slice(0, mostSources)
    .map(([source]) => source);
  const lines = new Map(sources.map((source, at) => [source, at]));
  const cells = new Map<string, ClaimRow[]>();
  let drawn = 0;
  for (const row of shown) {
    const y = lines.get(row.source);
    if (y !== undefined) {
      drawn++;
      for (const concept of new Set(row.concepts)) {
        const x = columns.get(concept);
        if (x !== undefined) {
          const key = `${x}:${y}`;
          const cell = cells.get(key);
          if (cell) {
            cell.push(row);
          } else {
            cells.set(key, [row]);
          }
        }
      }
    }
  }
  return {
    sources,
    concepts,
    left: rows.length - drawn,
    cells: [...cells].map(([id, claims]) => {
      const [x = 0, y = 0] = id.split(':').map(Number);
      return { id, x, y, claims, counts: countStances(claims) };
    }),
  };
}

function countStances(claims: readonly ClaimRow[]): StanceCounts {
  const counts = { support: 0, oppose: 0, neutral: 0, none: 0 };
  for (const { stance } of claims) {
    counts[stance ?? 'none']++;
  }
  return counts;
}
