import type { ActorId } from '../../model/recognition';
import type { KnownActor } from './knownNames';
import type { JapaneseLexicon } from './lexicon';
import type { Morphemes } from './morphemes';
import type { NameSet } from './nameSet';
import { Role } from './roles';
import { isOpen } from './standsAlone';
import { stateSigns } from './statePairs';

const signsAlone = '米露独仏英';
const afterSign = 'がはもにをとへの';

/** 米が, 独に: the sign alone is a state where the text names that state elsewhere. */
export function addStateSigns(names: NameSet, lexicon: JapaneseLexicon): void {
  const states = new Set<ActorId>();
  for (const { kind, actor } of names.found) {
    if (kind === 'country' && actor) {
      states.add(actor);
    }
  }
  names.startPass();
  for (const sign of signsAlone) {
    const state = states.has(stateSigns[sign]!) ? lexicon.known.byId(stateSigns[sign]!) : undefined;
    if (state) {
      addStateSign(names, sign, state);
    }
  }
  names.endPass();
}

function addStateSign(names: NameSet, sign: string, state: KnownActor): void {
  const { words } = names;
  const { text } = words;
  // Few signs stand in a text: it is quicker to search for them than to look at every word.
  for (let start = text.indexOf(sign); start >= 0; start = text.indexOf(sign, start + 1)) {
    if (!afterSign.includes(text[start + 1] ?? ' ')) {
      continue;
    }
    const at = wordAt(words, start);
    const isSign = words.starts[at] === start && words.ends[at] === start + 1 && (words.roles[at]! & Role.state) !== 0;
    if (isSign && !names.isTaken(at) && isOpen(words, at, at - 1, names)) {
      names.addKnown(at, at, state);
    }
  }
}

/** The last word that begins at the offset or before it. */
function wordAt({ starts, count }: Morphemes, offset: number): number {
  let low = 0;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}
