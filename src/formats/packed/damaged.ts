/** What is wrong with the bytes of a packed file; thrown inside the reader only, which ends in a refusal. */
export class Damaged extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'Damaged';
  }
}
