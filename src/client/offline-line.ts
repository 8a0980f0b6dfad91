/** A part of a file, by the range it was asked for with: `bytes=0-16383`. */
export interface Part {
  readonly address: string;
  readonly range: string;
}

/** What a page tells the keeper of its files: the version of its data, and what it was made of before the keeper stood. */
export interface ToKeeper {
  /** Whether all that is kept is let go before. */
  readonly anew?: boolean;
  readonly version: string;
  readonly addresses: readonly string[];
  readonly parts: readonly Part[];
}

/** What the keeper tells every page by itself: the device has no room for more. */
export interface FromKeeper {
  readonly kind: 'full';
}
