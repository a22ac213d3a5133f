import type { Language } from '../model/recognition';
import { CharClass, charClassTable } from './charClass';

/** Japanese where kana and kanji outweigh a tenth of the letters in the first 4,000 code units, else English. */
export function detectLanguage(text: string): Language {
  const classOf = charClassTable();
  let japanese = 0;
  let latin = 0;
  const end = Math.min(text.length, 4000);
  for (let i = 0; i < end; i++) {
    const kind = classOf[text.charCodeAt(i)]!;
    if (kind === CharClass.hiragana || kind === CharClass.katakana || kind === CharClass.kanji) {
      japanese++;
    } else if (kind === CharClass.lower || kind === CharClass.upper) {
      latin++;
    }
  }
  return japanese * 10 > latin + japanese ? 'ja' : 'en';
}
