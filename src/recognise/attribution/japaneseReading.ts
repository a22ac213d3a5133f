import type { Triggers } from '../triggers';
import type { Reading } from './reading';

/** A Japanese text with the places where the words that claims are made of may begin. */
export interface JapaneseReading extends Reading {
  readonly triggers: Triggers;
}
