import type { ActorId } from '../model/recognition';
import { foldText } from '../text/fold';

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Kebab-case id made from a name in Latin letters: "Steve Witkoff" to "steve-witkoff"; '' where none is left. */
export function slug(name: string): ActorId {
  const folded = foldText(name);
  let id = '';
  let gap = false;
  for (const char of folded) {
    if ((char >= 'a' && char <= 'z') || letterOrDigit.test(char)) {
      id += gap && id !== '' ? `-${char}` : char;
      gap = false;
    } else if (char !== "'" && char !== '.') {
      gap = true;
    }
  }
  return id;
}
