/** Texts that others name by number; equal texts have one. */
export class TextTable {
  readonly #places = new Map<string, number>();
  readonly texts: string[] = [];

  /** The number of a text, a new one for a new text. */
  place(text: string): number {
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.texts.push(text) - 1;
      this.#places.set(text, place);
    }
    return place;
  }
}
