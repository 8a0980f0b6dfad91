import type { FormatRefusal } from '../contract.ts';

/** What is wrong with the bytes of a geodatabase, as the code of a detail; thrown inside the reader only, which ends in a refusal. */
export class Damaged extends Error {
  readonly detail: 'gdb-catalogue' | 'gdb-fields' | 'gdb-index' | 'gdb-row' | 'gdb-shape';

  constructor(detail: Damaged['detail']) {
    super(detail);
    this.detail = detail;
  }
}

/** A refusal met where bytes are asked for; thrown inside the reader only. */
export class Refused extends Error {
  readonly refusal: FormatRefusal;

  constructor(refusal: FormatRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
