import type { ActorRegistry } from '../model/actorRegistry';
import type { Edtf, Language } from '../model/recognition';

/** What is known beside the text. */
export interface RecogniseContext {
  /** Detected from the text where not given. */
  readonly language?: Language;
  /** Publication date told by a person or the host; wins over what the text says. */
  readonly published?: Edtf;
  /** File name, after its folders where they are known ("2025/12/04/talks.md"); both may hold the date. */
  readonly fileName?: string;
  readonly registry?: ActorRegistry;
}
