import { compareText } from '../base/textOrder';
import type { ClaimLink } from '../model/claim';
import { resolveArticle } from './articlePath';
import type { DocumentEntry, IndexedClaim } from './documentEntry';
import type { EntryDigest } from './entryDigest';
import type { Uri } from './host';

/** A recorded link, seen from the claim that it points to. */
export interface Backlink {
  readonly from: IndexedClaim;
  readonly link: ClaimLink;
}

/** Recorded links of all articles by the claim that they point to. */
export class Backlinks {
  readonly #to = new Map<string, Set<Backlink>>();

  add(entry: DocumentEntry, digest: EntryDigest): void {
    for (const { from, link, key } of linksFrom(entry, digest)) {
      const links = this.#to.get(key) ?? new Set();
      this.#to.set(key, links.add({ from, link }));
    }
  }

  remove(entry: DocumentEntry, digest: EntryDigest): void {
    for (const { from, key } of linksFrom(entry, digest)) {
      const links = this.#to.get(key) ?? new Set();
      for (const backlink of links) {
        if (backlink.from === from) {
          links.delete(backlink);
        }
      }
      if (links.size === 0) {
        this.#to.delete(key);
      }
    }
  }

  /** Links to a claim, by the article and place that they come from. */
  to(article: Uri, id: string): Backlink[] {
    const found = [...(this.#to.get(claimKey(article, id)) ?? [])];
    return found.sort((a, b) => compareText(a.from.article, b.from.article) || a.from.start - b.from.start);
  }
}

/** Recorded links of an article's claims, each with the key of the claim that it points to. */
function linksFrom(entry: DocumentEntry, { recorded }: EntryDigest): (Backlink & { readonly key: string })[] {
  return recorded.flatMap((place) => {
    const from = entry.claims[place]!;
    const links = from.record?.links ?? [];
    return links.map((link) => ({ from, link, key: claimKey(resolveArticle(entry.id, link.article), link.claim) }));
  });
}

function claimKey(article: Uri, id: string): string {
  return `${article}#${id}`;
}
