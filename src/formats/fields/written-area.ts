/** How the area of a record was written, where that came under another name than our own, which is in m². */
export interface WrittenArea {
  /** The figure as text, without a unit; undefined where the file has a number. */
  readonly text?: string;
  /** m² in one of its unit, where heading or cell names that. */
  readonly m2Per?: number;
  /** The column is one of areas on the ellipsoid. */
  readonly onEllipsoid?: true;
}
