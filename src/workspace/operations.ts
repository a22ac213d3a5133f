import type { ItemChange } from '../annotations/itemChange';
import { claimFields, correctionFields, keyRank, type Section } from '../annotations/itemCodec';
import { rest } from '../annotations/itemFile';
import { overlay } from '../annotations/overlay';
import { itemOf, type Sidecar } from '../annotations/sidecarRead';
import { equalValues, type YamlMap } from '../annotations/yamlValue';
import type { Claim, ClaimLink, Correction, ItemId } from '../model/claim';
import type { Edtf } from '../model/recognition';
import { changesIn, type WantedChanges } from './itemFileState';

/** What a person does to the annotations of one article. */
export type Operation =
  /** Adds the claim, or changes the fields that differ from the claim of that id as it is now. */
  | { readonly type: 'put-claim'; readonly claim: Claim }
  | { readonly type: 'delete-claim'; readonly id: ItemId }
  | { readonly type: 'put-correction'; readonly correction: Correction }
  | { readonly type: 'delete-correction'; readonly id: ItemId }
  /** When the article appeared; `null` takes back what a person said. */
  | { readonly type: 'set-published'; readonly value: Edtf | null }
  | { readonly type: 'add-link'; readonly claim: ItemId; readonly link: ClaimLink }
  /** Removes the link with the same relation, article and claim. */
  | { readonly type: 'remove-link'; readonly claim: ItemId; readonly link: ClaimLink }
  /** As given back for undo: the item goes from `before` to `after`, field by field. */
  | { readonly type: 'change-item'; readonly change: ItemChange };

function sameLink(a: ClaimLink, b: ClaimLink): boolean {
  return a.relation === b.relation && a.article === b.article && a.claim === b.claim;
}

/** What operations change in a sidecar; `missing` names the first item that an operation wants and that is not there. */
export function changesOf(operations: readonly Operation[], sidecar: Sidecar): WantedChanges {
  return changesIn(new View(sidecar), operations);
}

/** The sidecar as it will be when the operations before this one are done. */
class View {
  readonly changes: ItemChange[] = [];
  readonly #items = new Map<string, YamlMap | undefined>();
  /** Claims that operations made or deleted. */
  readonly #claims = new Map<ItemId, Claim | undefined>();

  constructor(readonly sidecar: Sidecar) {}

  #claim(id: ItemId): Claim | undefined {
    return this.#claims.has(id) ? this.#claims.get(id) : itemOf(this.sidecar, 'claims', id);
  }

  #current(section: Section | typeof rest.section, id: ItemId): YamlMap | undefined {
    const key = `${section} ${id}`;
    return this.#items.has(key) ? this.#items.get(key) : this.sidecar.items.get(section)?.get(id);
  }

  #change(change: ItemChange): void {
    if (!equalValues(change.before, change.after)) {
      this.#items.set(`${change.section} ${change.id}`, change.after);
      this.changes.push(change);
    }
  }

  /** Returns the id of the item that is missing. */
  apply(operation: Operation): ItemId | undefined {
    switch (operation.type) {
      case 'put-claim':
        this.#putClaim(operation.claim);
        return undefined;
      case 'put-correction': {
        const { correction } = operation;
        const old = itemOf(this.sidecar, 'corrections', correction.id);
        this.#put('corrections', correction.id, old && correctionFields(old), correctionFields(correction));
        return undefined;
      }
      case 'delete-claim':
        return this.#delete('claims', operation.id);
      case 'delete-correction':
        return this.#delete('corrections', operation.id);
      case 'add-link':
      case 'remove-link': {
        const claim = this.#claim(operation.claim);
        if (!claim) {
          return operation.claim;
        }
        const others = claim.links.filter((link) => !sameLink(link, operation.link));
        this.#putClaim({ ...claim, links: operation.type === 'add-link' ? [...others, operation.link] : others });
        return undefined;
      }
      case 'set-published': {
        const before = this.#current(rest.section, rest.id);
        const after = new Map(before);
        if (operation.value === null) {
          after.delete('published');
        } else {
          after.set('published', operation.value);
        }
        this.#change({ section: rest.section, id: rest.id, before, after });
        return undefined;
      }
      case 'change-item':
        this.#change(operation.change);
        return undefined;
    }
  }

  #putClaim(claim: Claim): void {
    const old = this.#claim(claim.id);
    this.#claims.set(claim.id, claim);
    this.#put('claims', claim.id, old && claimFields(old), claimFields(claim));
  }

  /** Changes what the person changed; fields of other tools, and those we could not read, stay. */
  #put(section: Section, id: ItemId, old: YamlMap | undefined, fields: YamlMap): void {
    const before = this.#current(section, id);
    this.#change({ section, id, before, after: before ? overlay(before, old ?? new Map(), fields, keyRank) : fields });
  }

  #delete(section: Section, id: ItemId): ItemId | undefined {
    const before = this.#current(section, id);
    if (!before) {
      return id;
    }
    this.#claims.set(id, undefined);
    this.#change({ section, id, before, after: undefined });
    return undefined;
  }
}
