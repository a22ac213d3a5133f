import type { ItemId } from '../model/claim';
import type { YamlMap } from './yamlValue';

/** One item before and after what a person did; what did not change in between is not touched when it is applied. */
export interface ItemChange {
  readonly section: string;
  readonly id: ItemId;
  readonly before: YamlMap | undefined;
  readonly after: YamlMap | undefined;
  /** The item's lines as they stood when it was deleted, so that undo brings back comments and style too. */
  readonly block?: string;
}

/** Several changes of one item as the states it went through. */
export interface ChangeChain {
  readonly section: string;
  readonly id: ItemId;
  readonly states: readonly (YamlMap | undefined)[];
}

export function chainsOf(changes: readonly ItemChange[]): readonly ChangeChain[] {
  const chains = new Map<string, { section: string; id: ItemId; states: (YamlMap | undefined)[] }>();
  for (const { section, id, before, after } of changes) {
    const chain = chains.get(`${section} ${id}`) ?? { section, id, states: [] };
    chains.set(`${section} ${id}`, chain);
    chain.states.push(before, after);
  }
  return [...chains.values()];
}
