import type { Indicator, IndicatorRow } from '../../domain/land/sheets/indicators.ts';
import type { Figure, Input } from '../../domain/land/figure.ts';
import { formatFixed } from '../../domain/quantity/format.ts';
import { squareMetresOf } from '../../domain/quantity/units.ts';
import { cellText, type Cell, type FigureCell } from '../../formats/report/document.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import { measuredPairs } from '../../policy/measured-pairs.ts';
import type { Against } from '../../domain/quantity/shown.ts';
import { hundredfold } from '../figures.ts';

/** A figure printed with so many decimals, more where it would round onto its bound; the value stays as it is. */
export function figure(value: number, decimals: number, against: Against = {}): FigureCell {
  const text = formatFixed(value, decimals, { group: ',', ...against });
  return { value, text, decimals: text.split('.')[1]?.length ?? 0 };
}

/**
 * The park's figure below a column of its records, where the rows as printed sum to it as printed; else nothing: ground under
 * two of them counts once, and what is not known has no sum.
 */
export function totalOf(cells: readonly Cell[], whole: Input<Figure> | undefined, decimals: number): Cell {
  if (whole?.state !== 'value' || cells.some((cell) => typeof cell === 'string')) return '';
  const printed = (cell: Cell): number => Number(cellText(cell).replaceAll(',', ''));
  const total = figure(whole.value.value, decimals);
  const steps = (n: number): number => Math.round(n * 10 ** decimals);
  return cells.reduce((sum, cell) => sum + steps(printed(cell)), 0) === steps(printed(total)) ? total : '';
}

/** Under which names the rules judge an indicator; in the order of preference. */
const judgedAs: Partial<Readonly<Record<Indicator, readonly string[]>>> = {
  plotRatio: ['plotRatio', 'industrialPlotRatio'],
};

/**
 * What an indicator is read against, in its own unit: the bound of its rule, as the findings have it, so that no figure
 * lands on the bound beside a verdict that says it misses.
 */
export function boundOf(
  what: Indicator,
  unit: IndicatorRow['unit'],
  value: number,
  findings: readonly Finding[],
): Against {
  const pairs = findings.flatMap(measuredPairs).filter((p) => p.required);
  const pair = (judgedAs[what] ?? [what]).flatMap((name) => pairs.filter((p) => p.measured.what === name))[0];
  if (!pair?.required) return {};
  const { value: stated, unit: own } = pair.required;
  const bound =
    unit === 'percent' ? hundredfold(stated) : unit === 'm2' && own === 'mu' ? squareMetresOf(stated) : stated;
  // Where the finding counts the figure as the bound, it may be printed as the bound.
  return { bound, precision: { resolution: pair.margin === 0 ? Math.abs(value - bound) : 0 } };
}
