import type { ActorRegistry } from '../model/actorRegistry';
import { hashText } from '../text/tokens';
import { recogniseDecided } from './decidedRecognition';
import { type AnchoredAnnotations, type DocumentEntry, makeDocumentEntry } from './documentEntry';
import type { Uri } from './host';

/** What people recorded about an article, and a text that changes whenever it does. */
export interface StoredAnnotations extends AnchoredAnnotations {
  readonly fingerprint: string;
}

/** The actors of a workspace folder, and a text that changes whenever they do. */
export interface ReadingRegistry {
  readonly registry: ActorRegistry;
  readonly fingerprint: string;
}

/** All that the entry of one article is made from. */
export interface ArticleToRead {
  readonly uri: Uri;
  /** Name and folders, see `datedName`. */
  readonly fileName: string;
  readonly text: string;
  readonly stored: StoredAnnotations | undefined;
  /** Fingerprint of the entry that is there. */
  readonly known: string | undefined;
}

const nothing: AnchoredAnnotations = { claims: [], corrections: [] };

/** Makes the entry of an article; `same` where it would be as the one that is there. */
export function readForIndex(article: ArticleToRead, registry: ReadingRegistry): DocumentEntry | 'same' {
  const { uri, fileName, text, stored } = article;
  const fingerprint = [textFingerprint(text), stored?.fingerprint ?? '', registry.fingerprint].join(':');
  if (article.known === fingerprint) {
    return 'same';
  }
  const annotations = stored ?? nothing;
  const recognition = recogniseDecided(text, { fileName, registry: registry.registry }, annotations);
  return makeDocumentEntry({ uri, text, fingerprint, recognition, annotations, registry: registry.registry });
}

/** The length and 96 bits over the text: FNV-1a over all of it and over each half. */
export function textFingerprint(text: string): string {
  const middle = text.length >> 1;
  return [text.length, hashText(text), hashText(text, middle), hashText(text, 0, middle)]
    .map((part) => part.toString(36))
    .join('.');
}
