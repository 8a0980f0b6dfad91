import { TextStore } from './text-store.ts';

/** So many places are looked at for one text; what finds none there is kept apart: no file can make them collide for long. */
const MOST_LOOKED_AT = 16;
const FIRST_PLACES = 64;

/** A set of texts: of a million each is held once, as bytes. */
export class TextSet {
  readonly #texts = new TextStore();
  /** Number of a text + 1 by its hash; 0: none. At most half of them are taken. */
  #places = new Int32Array(FIRST_PLACES);
  readonly #apart = new Set<string>();

  /** Whether it was not there before. */
  add(text: string): boolean {
    let place = this.#placeOf(text);
    if (place === null ? this.#apart.has(text) : this.#places[place] > 0) return false;
    if (2 * this.#texts.length >= this.#places.length) {
      this.#grow();
      place = this.#placeOf(text);
    }
    if (place === null) this.#apart.add(text);
    else this.#places[place] = this.#texts.push(text) + 1;
    return true;
  }

  has(text: string): boolean {
    const place = this.#placeOf(text);
    return place === null ? this.#apart.has(text) : this.#places[place] > 0;
  }

  /** Where the text is, or may be put; null: apart, if anywhere. */
  #placeOf(text: string): number | null {
    const mask = this.#places.length - 1;
    for (let look = 0, place = hashOf(text) & mask; look < MOST_LOOKED_AT; look++, place = (place + 1) & mask) {
      const number = this.#places[place] - 1;
      if (number < 0 || this.#texts.isAt(number, text)) return place;
    }
    return null;
  }

  #grow(): void {
    this.#places = new Int32Array(4 * this.#places.length);
    const apart = [...this.#apart];
    this.#apart.clear();
    for (let number = 0; number < this.#texts.length; number++) {
      const text = this.#texts.at(number);
      const place = this.#placeOf(text);
      if (place === null) this.#apart.add(text);
      else this.#places[place] = number + 1;
    }
    for (const text of apart) this.add(text);
  }
}

/** FNV-1a, its upper bits brought down. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
