import type { FieldType } from '../../domain/land/fields/type.ts';
import { isObject } from '../exchange/object.ts';
import { formOf, underHeading, type Bounded } from '../../domain/land/written-bounds/form.ts';
import { readBounds } from '../../domain/land/written-bounds/read.ts';
import { isMonth } from '../../domain/written-date.ts';
import { dayOf, monthOf } from './dates.ts';
import { figureIn, figureOfNumber, valueOf, type WrittenFigure } from './figure.ts';
import { misfitIn } from './misfit.ts';
import { quantityOf, type Quantity, type WrittenUnit } from './units.ts';

/** What a cell is read as: `usual` where every table writes it so, `odd` for other ways that leave no doubt. */
export interface Cell {
  readonly value: unknown;
  readonly form: 'exact' | 'usual' | 'odd';
  /** Of a figure in words: its digits and units. */
  readonly figure?: WrittenFigure;
}

const fitting = (cell: Cell | null, type: FieldType): Cell | null =>
  cell && misfitIn('', cell.value, type) === null ? cell : null;

/**
 * A value as people and programs write it, in the type of its field; null where it is none of them. Words of a closed list
 * are the dictionary's (`record.ts`); `units` are those of its `heading`. An empty text is no value: `{ value: null }`.
 */
export function readCell(value: unknown, type: FieldType, units: readonly WrittenUnit[], heading = ''): Cell | null {
  if (type.is === 'nullable') return value === null ? { value, form: 'exact' } : readCell(value, type.of, units);
  if (typeof value === 'string' && value.trim() === '') return { value: null, form: 'exact' };
  switch (type.is) {
    case 'number':
    case 'integer':
      return fitting(figureCell(value, quantityOf(type), units), type);
    case 'date':
      return fitting(timeCell(value, dayOf, /^\d{4}[-/.]?\d{2}[-/.]?\d{2}$/), type);
    case 'month':
      return isMonth(value) ? { value, form: 'exact' } : fitting(timeCell(value, monthOf, /^\d{4}-\d{2}$/), type);
    case 'bounds':
    case 'range':
      return fitting(boundsCell(value, type, units, heading), type);
    case 'list':
      return listCell(value, type.of, units);
    case 'text':
      return typeof value === 'string'
        ? { value: value.trim(), form: 'exact' }
        : typeof value === 'number'
          ? { value: String(value), form: 'usual' }
          : null;
    default:
      return fitting({ value, form: 'exact' }, type);
  }
}

function figureCell(value: unknown, quantity: Quantity | undefined, units: readonly WrittenUnit[]): Cell | null {
  if (typeof value === 'number') {
    if (units.length === 0 && quantity !== 'area') return { value, form: 'exact' };
    const figure = figureOfNumber(value, quantity, units);
    if (!figure) return null;
    return { value: valueOf(figure.text, figure.unit), form: 'exact', figure };
  }
  const figure = typeof value === 'string' ? figureIn(value, quantity, units) : null;
  return figure && { value: valueOf(figure.text, figure.unit), form: figure.usual ? 'usual' : 'odd', figure };
}

function timeCell(value: unknown, read: (text: string) => string | null, usual: RegExp): Cell | null {
  const text = typeof value === 'number' ? String(value) : value;
  const found = typeof text === 'string' ? read(text) : null;
  if (found === null) return null;
  return { value: found, form: found === value ? 'exact' : usual.test(String(text).trim()) ? 'usual' : 'odd' };
}

/** The text of bounds stays as it is written; a range takes what it means. */
function boundsCell(value: unknown, type: Bounded, units: readonly WrittenUnit[], heading: string): Cell | null {
  if (typeof value === 'object') return { value, form: 'exact' };
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  if (type.is === 'bounds') return { value, form: 'exact' };
  const bounds = readBounds(String(value), formOf(type), units[0]?.quantity === 'share');
  return bounds && { value: underHeading(heading, bounds), form: 'usual' };
}

/** A list that stands in a cell is written as JSON. */
function listCell(value: unknown, of: FieldType, units: readonly WrittenUnit[]): Cell | null {
  const parsed = typeof value === 'string' ? json(value) : value;
  if (!Array.isArray(parsed)) return null;
  if (of.is === 'record') return parsed.every(isObject) ? { value: parsed, form: 'exact' } : null;
  const items = parsed.map((item) => readCell(item, of, units));
  if (items.some((item) => item === null || item.value === null)) return null;
  const odd = items.some((item) => item?.form === 'odd');
  return { value: items.map((item) => item!.value), form: odd ? 'odd' : 'exact' };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
