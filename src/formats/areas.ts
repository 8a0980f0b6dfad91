import type { FileNote } from './contract.ts';

export interface StatedArea {
  readonly id: string;
  /** As written in the file; empty when none is stated. */
  readonly text: string;
  /** m², from the coordinates. */
  readonly computedM2: number;
}
export interface ReadAreas {
  readonly inHectares: boolean;
  /** m²; undefined where none is stated. */
  readonly statedM2: readonly (number | undefined)[];
  readonly notes: readonly FileNote[];
}

const squareMetresPerHectare = 10_000;

/**
 * Files state areas in 公顷 or m² without saying which. The areas computed from the points decide, each parcel with one
 * vote; a difference beyond what the figure resolves is noted and the stated figure stays.
 */
export function readAreas(areas: readonly StatedArea[]): ReadAreas {
  let votes = 0;
  for (const { text, computedM2 } of areas) {
    const stated = Number(text);
    if (!(stated > 0) || !(computedM2 > 0)) continue;
    const off = (unit: number) => Math.abs(Math.log((stated * unit) / computedM2));
    votes += off(squareMetresPerHectare) < off(1) ? 1 : -1;
  }
  const inHectares = votes > 0;
  const unit = inHectares ? squareMetresPerHectare : 1;
  const notes: FileNote[] = inHectares ? [{ code: 'area-unit-hectares', params: {} }] : [];
  const statedM2 = areas.map(({ id, text, computedM2 }) => {
    if (text === '') return undefined;
    // Nine digits after the point are far below any stated figure, and take away the noise of × 10 000.
    const stated = Math.round(Number(text) * unit * 1e6) / 1e6;
    const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
    const resolution = Math.max(0.01, (unit * 10 ** -decimals) / 2);
    if (Math.abs(stated - computedM2) > resolution + 0.005)
      notes.push({ code: 'stated-area-differs', params: { id, stated, computed: Number(computedM2.toFixed(2)) } });
    return stated;
  });
  return { inHectares, statedM2, notes };
}
