import type { AreaUnit } from '../areas.ts';
import { squareMetresPer } from '../areas.ts';

/** What the texts inside a plot say, each told by what it looks like. */
export interface Told {
  /** 宗地号 */
  readonly id?: string;
  readonly name?: string;
  /** 地类, as a code or in words. */
  readonly classCode?: string;
  readonly classWord?: string;
  readonly statedAreaM2?: number;
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
  readonly value: number;
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
  return { value: Number(digits.replaceAll(',', '')), unit, said: word !== undefined || unit !== null };
}

/**
 * A figure without unit is an area where it is the plot's own, in one of the units; they are at least 15 times apart. Small
 * whole numbers are counts, whatever they are near.
 */
const nearEnough = 0.02;
function unitBy(text: string, value: number, plotM2: number): AreaUnit | null {
  if (!text.includes('.') && value < 1000) return null;
  const isNear = (unit: AreaUnit) => Math.abs(value * squareMetresPer[unit] - plotM2) <= nearEnough * plotM2;
  return (Object.keys(squareMetresPer) as AreaUnit[]).find(isNear) ?? null;
}

const classWords = /(用地|绿地|耕地|林地|草地|园地|水域)$/;
/** 061, 0601, 100101; M1, W1, R2. */
const classCodes = /^(0\d{2,3}|1[0-7]\d{2}|1[0-7]\d{4}|[MWRBASUG]\d{0,2})$/;
/** Points of a boundary 界址点号, and figures beside lines: lengths and heights. */
const besides = /^(J\d+|[-+]?\d+\.\d+)$/i;
const numberForm = /^(?=.*\d)[\p{L}\d()（）〔〕[\]_.\-—－#/]{1,40}$/u;

/** The texts of the labels in one plot of `plotM2`; the lines of one label belong together. */
export function toldBy(labels: readonly (readonly string[])[], plotM2: number): Told {
  const lines = labels.flat();
  const alone = lines.length === 1;
  const areas = new Map<string, number>();
  for (const line of lines) {
    const area = areaOf(line);
    const unit = area && (area.unit ?? unitBy(line, area.value, plotM2));
    if (area && unit && (area.said || !alone)) areas.set(line, area.value * squareMetresPer[unit]);
  }
  const rest = lines.filter((line) => !areas.has(line));
  const words = rest.filter((line) => classWords.test(line));
  const named = rest.filter((line) => !words.includes(line) && !besides.test(line));
  // A number may look like a code: it is one only beside another that is the number.
  const codes = named.length > 1 ? named.filter((line) => classCodes.test(line)) : [];
  const code = codes.length === 1 ? codes[0] : undefined;
  const numbers = named.filter((line) => line !== code && numberForm.test(line));
  const names = labels.flatMap((own) => {
    const kept = own.filter((line) => named.includes(line) && line !== code && !numbers.includes(line));
    return kept.length > 0 ? [kept.join(' ')] : [];
  });
  const id = numbers.length === 1 ? numbers[0] : undefined;
  const name = names.length === 1 ? names[0] : names.length === 0 ? id : undefined;
  const stated = [...areas.values()];
  return {
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    ...(code !== undefined && { classCode: code }),
    ...(words.length === 1 && { classWord: words[0] }),
    ...(stated.length === 1 && { statedAreaM2: rounded(stated[0]) }),
    unclear: numbers.length > 1 || names.length > 1,
  };
}

/** Six digits after the point are far below any stated figure, and take away the noise of × 10 000 / 15. */
const rounded = (m2: number): number => Math.round(m2 * 1e6) / 1e6;
