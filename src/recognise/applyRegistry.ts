import type { ActorRegistry, RegisteredActor } from '../model/actorRegistry';
import { compareRanges, contains, overlaps } from '../model/range';
import type { ActorId, Language, Mention } from '../model/recognition';
import { CharClass, charClassTable } from '../text/charClass';

interface RegisteredForm {
  readonly text: string;
  readonly actors: readonly RegisteredActor[];
}

/** A registry made ready for search; kept as long as the registry object lives. */
interface Index {
  /** Forms by their first code unit, longest first. */
  readonly forms: ReadonlyMap<number, readonly RegisteredForm[]>;
  readonly rejected: ReadonlySet<string>;
  readonly byId: ReadonlyMap<ActorId, RegisteredActor>;
}

const indexes = new WeakMap<ActorRegistry, Index>();

function indexOf(registry: ActorRegistry): Index {
  let index = indexes.get(registry);
  if (!index) {
    index = makeIndex(registry);
    indexes.set(registry, index);
  }
  return index;
}

function makeIndex(registry: ActorRegistry): Index {
  const bearers = new Map<string, RegisteredActor[]>();
  const byId = new Map<ActorId, RegisteredActor>();
  for (const actor of registry.actors) {
    for (const id of actor.merged) {
      byId.set(id, actor);
    }
    for (const form of [...Object.values(actor.names), ...actor.aliases]) {
      const text = form?.trim() ?? '';
      if (text !== '') {
        const list = bearers.get(text);
        if (!list) {
          bearers.set(text, [actor]);
        } else if (!list.includes(actor)) {
          list.push(actor);
        }
      }
    }
  }
  // An actor's own id wins over an id that somebody merged elsewhere.
  for (const actor of registry.actors) {
    byId.set(actor.id, actor);
  }
  const forms = new Map<number, RegisteredForm[]>();
  for (const [text, actors] of bearers) {
    const first = text.charCodeAt(0);
    forms.set(first, [...(forms.get(first) ?? []), { text, actors }]);
  }
  for (const list of forms.values()) {
    list.sort((a, b) => b.text.length - a.text.length);
  }
  return { forms, rejected: new Set(registry.rejected.map((form) => form.trim())), byId };
}

/**
 * What the people of the workspace decided, over what was recognised: registered forms are found wherever they stand,
 * ids that were merged become the one they were merged into, rejected forms are gone. A recognised name that holds a
 * registered form as a part ("Jane Smith" where "Smith" is registered) stays what it was.
 */
export function applyRegistry(
  text: string,
  mentions: readonly Mention[],
  registry: ActorRegistry,
  language: Language,
): Mention[] {
  const index = indexOf(registry);
  const found = findForms(text, index, mentions, language);
  const sameAs = new Map<ActorId, RegisteredActor>();
  const kept: Mention[] = [];
  let at = 0;
  for (const mention of mentions) {
    while (at < found.length && found[at]!.end <= mention.start) {
      at++;
    }
    let covered = false;
    for (let i = at; i < found.length && found[i]!.start < mention.end; i++) {
      const own = found[i]!;
      if (overlaps(own, mention)) {
        covered = true;
        if (own.start === mention.start && own.end === mention.end && mention.actor !== own.actor) {
          sameAs.set(mention.actor, index.byId.get(own.actor)!);
        }
      }
    }
    if (!covered) {
      kept.push(mention);
    }
  }
  return [...kept.map((mention) => adopt(mention, index, sameAs, language)), ...found]
    .filter((mention) => !index.rejected.has(text.slice(mention.start, mention.end)))
    .sort(compareRanges);
}

/** A mention under the id, kind and name that the registry gives its actor. */
function adopt(
  mention: Mention,
  index: Index,
  sameAs: ReadonlyMap<ActorId, RegisteredActor>,
  language: Language,
): Mention {
  const actor = index.byId.get(mention.actor) ?? sameAs.get(mention.actor);
  return actor ? { ...mention, ...described(actor, language) } : mention;
}

function described(actor: RegisteredActor, language: Language): Pick<Mention, 'kind' | 'actor' | 'name'> {
  const name = actor.names[language] ?? actor.names.en ?? actor.names.ja ?? actor.aliases[0] ?? actor.id;
  return { kind: actor.kind, actor: actor.id, name };
}

/** Registered forms in the text, none inside a longer recognised name. In order, without overlaps. */
function findForms(text: string, index: Index, mentions: readonly Mention[], language: Language): Mention[] {
  const found: Mention[] = [];
  if (index.forms.size === 0) {
    return found;
  }
  const starts = new Uint8Array(65536);
  for (const first of index.forms.keys()) {
    starts[first] = 1;
  }
  let near = 0;
  for (let at = 0; at < text.length; at++) {
    if (starts[text.charCodeAt(at)] === 0) {
      continue;
    }
    const form = index.forms
      .get(text.charCodeAt(at))!
      .find((candidate) => text.startsWith(candidate.text, at) && standsAlone(text, at, at + candidate.text.length));
    if (!form) {
      continue;
    }
    const range = { start: at, end: at + form.text.length };
    while (near < mentions.length && mentions[near]!.end <= at) {
      near++;
    }
    const around = mentions[near];
    const inside = around && contains(around, range) && around.end - around.start > form.text.length;
    if (!inside) {
      const recognised = around && overlaps(around, range) ? around.actor : undefined;
      const actor =
        form.actors.find(
          ({ id, merged }) => recognised !== undefined && (id === recognised || merged.includes(recognised)),
        ) ?? form.actors[0]!;
      found.push({ ...range, ...described(actor, language) });
    }
    at = range.end - 1;
  }
  return found;
}

/** Whether no letter of the same script goes on before or after: "Kai" is not in "Kaiser", カイ not in カイロ. */
function standsAlone(text: string, start: number, end: number): boolean {
  return !goesOn(text, start - 1, start) && !goesOn(text, end - 1, end);
}

function goesOn(text: string, left: number, right: number): boolean {
  if (left < 0 || right >= text.length) {
    return false;
  }
  const classOf = charClassTable();
  const a = classOf[text.charCodeAt(left)]!;
  const b = classOf[text.charCodeAt(right)]!;
  const letter = (kind: number): boolean =>
    kind === CharClass.lower || kind === CharClass.upper || kind === CharClass.other || kind === CharClass.digit;
  return (letter(a) && letter(b)) || (a === CharClass.katakana && b === CharClass.katakana);
}
