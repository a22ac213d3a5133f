import type { DocumentEntry } from '../../src/workspace/documentEntry';
import { digestOf } from '../../src/workspace/entryDigest';

/** All that an entry says, of one that reads its parts when they are asked for too. */
export function plainEntry(entry: DocumentEntry): Record<string, unknown> {
  const { id, fingerprint, language, title, length, published, publishedDay, actors, dates, claims, features } = entry;
  const { actors: parts, dated, recorded } = digestOf(entry);
  return {
    ...{ id, fingerprint, language, title, length, published, publishedDay, actors, dates, claims, features },
    digest: { actors: parts, dated: Array.from(dated), recorded },
  };
}
