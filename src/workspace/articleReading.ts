import type { ActorRegistry } from '../model/actorRegistry';
import type { AnchoredAnnotations } from './anchoredAnnotations';
import { recogniseDecided } from './decidedRecognition';
import type { DocumentEntry } from './documentEntry';
import type { Uri } from './host';
import { makeDocumentEntry } from './makeDocumentEntry';

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

/** The length and 96 bits over the text: FNV-1a over each half, and over the text from the middle on. */
export function textFingerprint(text: string): string {
  const middle = text.length >> 1;
  let [first, second, both] = [0x811c9dc5, 0x811c9dc5, 0x811c9dc5];
  // Side by side: each step of one waits for the step before, and the three take the time of one.
  for (let i = 0; i < middle; i++) {
    const [left, right] = [text.charCodeAt(i), text.charCodeAt(middle + i)];
    first = Math.imul(first ^ left, prime);
    second = Math.imul(second ^ right, prime);
    both = Math.imul(both ^ (right + Math.imul(left, 0x10001)), prime);
  }
  second = Math.imul(second ^ (text.length % 2 === 0 ? 0 : text.charCodeAt(text.length - 1)), prime);
  return [text.length, first >>> 0, second >>> 0, both >>> 0].map((part) => part.toString(36)).join('.');
}

const prime = 0x01000193;
