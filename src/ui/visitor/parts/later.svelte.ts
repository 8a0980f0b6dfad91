/** A part of the page that is fetched when it is asked for, or before, when there is nothing else to do; then it is there at once. */
export class Later<M> {
  here = $state.raw<M | null>(null);
  failed = $state(false);
  #coming: Promise<unknown> | null = null;

  constructor(private readonly load: () => Promise<M>) {}

  /** May be asked for as often as one likes: what did not come is fetched anew. */
  want(): Promise<unknown> {
    return (this.#coming ??= this.load().then(
      (part) => {
        this.here = part;
        this.failed = false;
      },
      () => {
        this.failed = true;
        this.#coming = null;
      },
    ));
  }
}
