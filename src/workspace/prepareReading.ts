import { prepareLexicon } from '../linking/lexicon';
import { prepareRecognition } from '../recognise/prepare';
import { detectLanguage } from '../text/language';

/** Makes ready, in steps of a few milliseconds, what an article of this text is read with; nothing is made twice. */
export function* prepareReading(text: string): Generator<void> {
  yield* prepareRecognition(detectLanguage(text));
  yield* prepareLexicon();
}
