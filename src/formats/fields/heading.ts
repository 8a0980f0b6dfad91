import { unitOf, unitsOf, type WrittenUnit } from './units.ts';

/** A heading as people write it: what the column is called and the units of its figures, the first one first. */
export interface Heading {
  readonly name: string;
  readonly units: readonly WrittenUnit[];
}

/** Width does not tell headings apart, nor do blanks between Chinese characters (面　积) and marks behind. */
export const keyOfName = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .replace(/(?<=[\p{Script=Han})(/])\s+|\s+(?=[\p{Script=Han})(/])/gu, '')
    .replace(/[:*]+$/, '');

const bracketed = /^(.*?)[([]([^()[\]]{1,20})[)\]]$/s;
const apart = /[/_,:\-\s]+$/;
const longestUnit = 8;

/**
 * `面积（亩）`, `面积/㎡`, `用地面积 hm²`, `面积_公顷`, `面积 m²（亩）`; `m²（亩）` alone has units and no name. A bracket that
 * holds no unit belongs to the name.
 */
export function headingOf(column: string): Heading {
  const units: WrittenUnit[] = [];
  let name = keyOfName(column).replace(/\((单位[:：].*)\)$/, (_, unit: string) => `(${unit})`);
  for (let more = lastUnits(name); more; more = lastUnits(name)) {
    units.unshift(...more.units);
    name = more.name;
  }
  return { name, units };
}

/** The units that stand last in a heading, with what is left of it. */
function lastUnits(name: string): Heading | null {
  if (name === '') return null;
  const all = unitsOf(name);
  if (all) return { name: '', units: all };
  const bracket = bracketed.exec(name);
  const inside = bracket && unitsOf(bracket[2]);
  if (inside) return { name: keyOfName(bracket[1]), units: inside };
  // A name cut short by its format ends within its bracket.
  const cut = /^(.+?)[([]([^)\]]*)$/s.exec(name);
  if (cut) return { name: keyOfName(cut[1]), units: unitsOf(cut[2]) ?? [] };
  // The longest unit counts: 万元/亩 before 亩.
  for (let from = Math.max(1, name.length - longestUnit); from < name.length; from++) {
    const before = name.slice(0, from);
    const rest = before.replace(apart, '');
    // A unit of letters behind a name of letters stands apart from it.
    if (rest === '' || (rest === before && !/\p{Script=Han}$/u.test(before))) continue;
    const unit = unitOf(name.slice(from));
    if (unit) return { name: rest, units: [unit] };
  }
  return null;
}
