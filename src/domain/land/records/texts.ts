/** Many texts as one: text i is `whole` from `starts[i]` to `starts[i + 1]`, UTF-16 units. */
export class Texts {
  readonly whole: string;
  readonly starts: Uint32Array;
  #shared: string[] | null = null;

  constructor(whole: string, starts: Uint32Array) {
    this.whole = whole;
    this.starts = starts;
  }

  get count(): number {
    return this.starts.length - 1;
  }

  at(i: number): string {
    return this.whole.slice(this.starts[i], this.starts[i + 1]);
  }

  /** Text i as one string for all that ask: for texts that many rows have. */
  shared(i: number): string {
    const shared = (this.#shared ??= new Array<string>(this.count));
    return (shared[i] ??= this.at(i));
  }
}
