import { squareMetresOf, type SquareMetres } from '../../../../domain/quantity/units.ts';

const metres2 = (value: number): SquareMetres => value;
const hectares = (value: number): SquareMetres => value * 10_000;
const UNITS: Readonly<Record<string, (value: number) => SquareMetres>> = {
  亩: squareMetresOf,
  mu: squareMetresOf,
  m2: metres2,
  平方米: metres2,
  公顷: hectares,
  ha: hectares,
};
const ONE = /^(\d+(?:\.\d+)?|\.\d+)\s*(亩|mu|m2|平方米|公顷|ha)?$/i;

/** `30、20、15.5 亩`, `20000 m²，10000 m²`: one without a unit has that of the next, the last 亩. Null for anything else. */
export function readAreas(text: string): SquareMetres[] | null {
  // NFKC makes m2 of m² and ㎡.
  const parts = text.normalize('NFKC').split(/[,;、\n]+/).map((part) => part.trim()); // prettier-ignore
  const said = parts.filter(Boolean).reverse();
  if (said.length === 0) return null;
  const areas: SquareMetres[] = [];
  let unit = squareMetresOf;
  for (const part of said) {
    const match = ONE.exec(part);
    if (!match || !(Number(match[1]) > 0)) return null;
    if (match[2]) unit = UNITS[match[2].toLowerCase()];
    areas.unshift(unit(Number(match[1])));
  }
  return areas;
}
