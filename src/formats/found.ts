/** Counts of what a file holds instead of parcels, as a refusal carries them: `line:8 point:3`; what is not there is left out. */
export function foundOf(counts: Iterable<readonly [kind: string, count: number]>): string {
  const sums = new Map<string, number>();
  for (const [kind, count] of counts) if (count > 0) sums.set(kind, (sums.get(kind) ?? 0) + count);
  return [...sums].map(([kind, count]) => `${kind.replace(/\s/g, '-')}:${count}`).join(' ');
}

const shapes: Readonly<Record<string, string>> = {
  point: 'point',
  multipoint: 'multipoint',
  linestring: 'line',
  multilinestring: 'line',
  polyline: 'line',
  circularstring: 'curve',
  compoundcurve: 'curve',
  multicurve: 'curve',
  geometrycollection: 'collection',
  multipatch: 'multipatch',
};

/** What shapes of a type, as formats name them (`PointZ`, `MULTILINESTRING ZM`), are counted as. */
export const kindOfShape = (type: string): string => {
  const plain = type.toLowerCase().replace(/\s|(z|m|zm)$/g, '').replace(/(z|m|zm)$/, ''); // prettier-ignore
  return Object.hasOwn(shapes, plain) ? shapes[plain] : type;
};
