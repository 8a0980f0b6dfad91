/** Edges that buildings keep off, columns of one length; those of the land come first. */
export interface Edges {
  readonly ax: Float64Array;
  readonly ay: Float64Array;
  readonly bx: Float64Array;
  readonly by: Float64Array;
  readonly radius: Float64Array;
  /** How far from the edge to the right its side lies that is moved by the radius: along x, and along y. */
  readonly nx: Float64Array;
  readonly ny: Float64Array;
  /** Lowest and highest y of what lies within the radius. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A site turned to its rows, as far as it takes to find free ground. */
export interface Turned {
  readonly edges: Edges;
  /** Whether a point is on the land and on nothing that stands there. */
  holds(x: number, y: number): boolean;
}
