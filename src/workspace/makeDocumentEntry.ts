import { firstDay } from '../linking/edtfDays';
import { readDocumentFeatures } from '../linking/readFeatures';
import { type ActorRegistry, emptyRegistry } from '../model/actorRegistry';
import type { Recognition } from '../model/recognition';
import { actorOccurrences } from './actorOccurrences';
import type { AnchoredAnnotations } from './anchoredAnnotations';
import { titleOf } from './articleTitle';
import type { DocumentEntry } from './documentEntry';
import { entryClaims } from './entryClaims';
import type { Uri } from './host';

/** What an entry is made from. */
export interface ArticleReading {
  readonly uri: Uri;
  readonly text: string;
  readonly fingerprint: string;
  /** With what people decided, see `decidedRecognition.ts`. */
  readonly recognition: Recognition;
  readonly annotations?: AnchoredAnnotations;
  /** Whom people merged: claims recorded under an older id count for the actor that took it in. */
  readonly registry?: ActorRegistry;
}

/** Makes the entry of one article. */
export function makeDocumentEntry(reading: ArticleReading): DocumentEntry {
  const { uri, text, recognition, registry = emptyRegistry } = reading;
  const claims = entryClaims(uri, text, recognition, reading.annotations?.claims ?? [], registry);
  return {
    id: uri,
    fingerprint: reading.fingerprint,
    language: recognition.language,
    title: titleOf(text),
    length: text.length,
    published: recognition.published,
    publishedDay: firstDay(recognition.published?.value),
    actors: actorOccurrences(text, recognition, registry),
    dates: Array.from(recognition.dates, ({ start, end, value, rule, confidence }) => {
      return { start, end, value, rule, confidence };
    }),
    claims,
    features: readDocumentFeatures({ claims }),
  };
}
