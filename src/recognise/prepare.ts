import type { Language } from '../model/recognition';
import { wordsEn } from './attribution/wordsEn';
import { englishLists } from './en/lexiconEn';
import { japaneseLists } from './ja/lexicon';

/**
 * Reads the word lists for texts of a language in steps of a few milliseconds, for a host that must not be blocked for as
 * long as all of them take. Who recognises before the end waits for what is left; nothing is read twice.
 */
export function* prepareRecognition(language: Language): Generator<void> {
  const lists = language === 'ja' ? japaneseLists : englishLists;
  while (lists.step()) {
    yield;
  }
  if (language === 'en') {
    wordsEn();
    yield;
  }
}
