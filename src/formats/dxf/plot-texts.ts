import { squareMetresPer, type AreaUnit } from '../area-units.ts';

/** What the texts inside a plot say, each told by what it looks like. */
export interface PlotTexts {
  /** 宗地号 */
  readonly id?: string;
  readonly name?: string;
  /** 地类, as a code or in words. */
  readonly classCode?: string;
  readonly classWord?: string;
  /** Its digits as they are written, which say how far it goes. */
  readonly area?: { readonly text: string; readonly unit: AreaUnit };
  /** Several could be the number or the name: neither is taken. */
  readonly unclear: boolean;
}

const units: readonly (readonly [RegExp, AreaUnit])[] = [
  [/^(m2|m²|㎡|m\^2|平方米|平米|m2\/)$/i, 'm2'],
  [/^(亩|mu)$/i, 'mu'],
  [/^(公顷|hm2|hm²|ha)$/i, 'hectare'],
];
const areaForm =
  /^((?:(?:宗地|地块|用地|土地|占地|登记|实测)?面积|area|S)\s*[:：=]?\s*)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*([^\d\s].*)?$/i;

interface AreaText {
  readonly text: string;
  readonly unit: AreaUnit | null;
  /** It is an area whatever its size: the text says so. */
  readonly said: boolean;
}

function areaOf(text: string): AreaText | null {
  const match = areaForm.exec(text.normalize('NFKC').replace('m²', 'm2'));
  if (!match) return null;
  const [, word, digits, unitText] = match;
  const unit = units.find(([form]) => form.test(unitText ?? ''))?.[1] ?? null;
  if (unitText !== undefined && unit === null) return null;
  return { text: digits.replaceAll(',', ''), unit, said: word !== undefined || unit !== null };
}

/**
 * A figure without unit is an area where it is the plot's own, in one of the units; they are at least 15 times apart. Small
 * whole numbers are counts, whatever they are near.
 */
const nearEnough = 0.02;
function unitBy(text: string, plotM2: number): AreaUnit | null {
  const value = Number(text);
  if (!text.includes('.') && value < 1000) return null;
  const isNear = (unit: AreaUnit) => Math.abs(value * squareMetresPer[unit] - plotM2) <= nearEnough * plotM2;
  return (Object.keys(squareMetresPer) as AreaUnit[]).find(isNear) ?? null;
}

/** 工业用地, 耕地 */
export const isClassWord = (text: string): boolean => classWords.test(text);
const classWords = /(用地|绿地|耕地|林地|草地|园地|水域)$/;
/** 061, 0601, 100101; M1, W1: hardly anything else. R2, B1, A33 may be numbers too. */
const surelyCodes = /^(0\d{2,3}|1[0-7]\d{4}|[MW][123])$/;
const maybeCodes = /^(1[0-7]\d{2}|[MWRBASUG]\d{0,2})$/;
/** Points of a boundary 界址点号, and figures beside lines: lengths and heights. */
const besides = /^(J\d+|[-+]?\d+\.\d+)$/i;
const numberForm = /^(?=.*\d)[\p{L}\d()（）〔〕[\]_.\-—－#/]{1,40}$/u;

/** The texts of the labels in one plot of `plotM2`; the lines of one label belong together. */
export function plotTextsOf(labels: readonly (readonly string[])[], plotM2: number): PlotTexts {
  const lines = labels.flat();
  const { areas, rest } = areasIn(lines, plotM2);
  const words = rest.filter(isClassWord);
  const named = rest.filter((line) => !words.includes(line) && !besides.test(line));
  const code = codeIn(named);
  const numbers = named.filter((line) => line !== code && numberForm.test(line));
  const names = labels.flatMap((own) => {
    const kept = own.filter((line) => named.includes(line) && line !== code && !numbers.includes(line));
    return kept.length > 0 ? [kept.join(' ')] : [];
  });
  const id = numbers.length === 1 ? numbers[0] : undefined;
  const name = names.length === 1 ? names[0] : names.length === 0 ? id : undefined;
  return {
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    ...(code !== undefined && { classCode: code }),
    ...(words.length === 1 && { classWord: words[0] }),
    ...(areas.length === 1 && { area: areas[0] }),
    unclear: numbers.length > 1 || names.length > 1,
  };
}

/** The stated areas, and the lines that are none. A figure alone in a plot may be its number: it is no area by its size. */
function areasIn(lines: readonly string[], plotM2: number) {
  const areas: NonNullable<PlotTexts['area']>[] = [];
  const rest = lines.filter((line) => {
    const area = areaOf(line);
    const unit = area && (area.unit ?? unitBy(area.text, plotM2));
    if (!area || (!area.said && (unit === null || lines.length === 1))) return true;
    // What says that it is an area, but neither in what unit nor near the plot's, is no name either.
    if (unit !== null) areas.push({ text: area.text, unit });
    return line.startsWith('S') && unit === null;
  });
  return { areas, rest };
}

/** A number may look like a code: it is one only beside another line that may be the number or the name. */
function codeIn(named: readonly string[]): string | undefined {
  const hasNumber = named.some((line) => numberForm.test(line) && !surelyCodes.test(line) && !maybeCodes.test(line));
  const codes = named.filter((line) => surelyCodes.test(line) || (hasNumber && maybeCodes.test(line)));
  return named.length > 1 && codes.length === 1 ? codes[0] : undefined;
}
