/** One selection for list, map, card and address: a park, or a parcel, or nothing; and the clause being read. */
export class Selection {
  parkId = $state<string | null>(null);
  parcelId = $state<string | null>(null);
  clause = $state.raw<OpenClause | null>(null);

  park(id: string | null) {
    if (id !== this.parkId || this.parcelId) this.clause = null;
    this.parkId = id;
    this.parcelId = null;
  }

  /** A parcel comes with the park it belongs to, so that going back leads there and nowhere else. */
  parcel(id: string | null, parkId: string | null) {
    this.clause = null;
    this.parcelId = id;
    this.parkId = parkId;
  }

  clear() {
    this.park(null);
  }

  openClause(clause: OpenClause) {
    this.clause = this.clause?.rule === clause.rule ? null : clause;
  }

  closeClause() {
    const opener = this.clause?.opener;
    this.clause = null;
    opener?.focus();
  }
}

export interface OpenClause {
  readonly rule: string;
  readonly clause: string;
  readonly phrase: string;
  readonly strength: string;
  /** Where the focus goes back to. */
  readonly opener?: HTMLElement | null;
}
