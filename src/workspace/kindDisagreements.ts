import { compareText } from '../base/textOrder';
import type { ActorId, NameKind } from '../model/recognition';
import { type ActorPostings, occurrencesIn } from './actorPostings';
import type { DocumentEntry } from './documentEntry';
import type { Uri } from './host';

/** An actor that articles do not agree about. */
export interface KindDisagreement {
  readonly actor: ActorId;
  readonly name: string;
  /** Articles per kind, the most first. */
  readonly kinds: readonly { readonly kind: NameKind; readonly articles: readonly Uri[] }[];
}

/** Actors that are read as several kinds, those that most articles name first. */
export function kindDisagreements(
  actors: ActorPostings,
  entriesOf: (articles: Iterable<Uri>) => readonly DocumentEntry[],
): KindDisagreement[] {
  const found: (KindDisagreement & { total: number })[] = [];
  for (const actor of actors.actors()) {
    if (actors.kindsOf(actor).size < 2) {
      continue;
    }
    const kinds = new Map<NameKind, Uri[]>();
    const articles = actors.articlesOf(actor);
    const ids = actors.directory.idsOf(actor);
    for (const entry of entriesOf(articles.keys())) {
      const occurrences = occurrencesIn(entry, ids);
      if (occurrences) {
        const uris = kinds.get(occurrences.kind);
        if (uris) {
          uris.push(entry.id);
        } else {
          kinds.set(occurrences.kind, [entry.id]);
        }
      }
    }
    const sorted = [...kinds].map(([kind, uris]) => ({ kind, articles: uris.sort(compareText) }));
    sorted.sort((a, b) => b.articles.length - a.articles.length || compareText(a.kind, b.kind));
    const { names } = actors.summary(actor)!;
    found.push({ actor, name: names.en ?? names.ja ?? actor, kinds: sorted, total: articles.size });
  }
  found.sort((a, b) => b.total - a.total || compareText(a.actor, b.actor));
  return found.map(({ actor, name, kinds }) => ({ actor, name, kinds }));
}
