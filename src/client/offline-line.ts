/** What a page tells the keeper of its files: the version of its data, and what it was made of. */
export interface ToKeeper {
  readonly version: string;
  readonly addresses: readonly string[];
}

/** What the keeper tells every page by itself: the device has no room for more. */
export interface FromKeeper {
  readonly kind: 'full';
}
