import type { FlagTable } from '../../../../city/screening/flag-table.ts';
import type { RowsSaid } from '../../../address/address.ts';
import { DECISIONS, DISTRICT, FLAG_COLUMNS, noFilter, type FlagFilter, type FlagOrder } from './flag-rows.ts';

/** What the table is sorted by where nothing is said. */
export const fileOrder: FlagOrder = { by: 'file', down: false };

type Codes = Pick<FlagTable, 'classes' | 'bases' | 'suggestions'>;

/** Order and filter as they stand in the address: `sort=area.down`, `only=class.idle,mu.30`; by names, which outlast the table. */
export function saidOf(filter: FlagFilter, { by, down }: FlagOrder, { classes, bases, suggestions }: Codes): RowsSaid {
  const { words, place, leastMu, leastConfidence, missing, suggestion, decision } = filter;
  const parts: readonly (readonly [string, string | number | null])[] = [
    ['word', words === '' ? null : encodeURIComponent(words)],
    ['place', place === '' ? null : place.replace(DISTRICT, 'd')],
    ['class', filter.class === null ? null : classes[filter.class]],
    ['basis', filter.basis === null ? null : bases[filter.basis]],
    ['mu', leastMu],
    ['sure', leastConfidence],
    ['missing', missing],
    ['next', suggestion === null ? null : suggestions[suggestion]],
    ['decision', decision === null ? null : DECISIONS[decision]],
  ];
  const only = parts.flatMap(([name, value]) => (value === null ? [] : [`${name}.${value}`])).join();
  return { ...(by !== 'file' && { sort: down ? `${by}.down` : by }), ...(only !== '' && { only }) };
}

const figure = (text: string | undefined): number | null => {
  const value = text === undefined || text === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
};

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** The same read back; what it does not know it leaves out, because an address may come from anywhere. */
export function readSaid(
  { sort = '', only = '' }: RowsSaid,
  { classes, bases, suggestions }: Codes,
): { readonly filter: FlagFilter; readonly order: FlagOrder } {
  const said = new Map(only.split(',').map((part) => /^(\w+)\.(.*)$/s.exec(part)?.slice(1, 3) as [string, string] ?? ['', ''])); // prettier-ignore
  const among = (name: string, all: readonly string[]) => {
    const at = all.indexOf(said.get(name) ?? '');
    return at < 0 ? null : at;
  };
  const missing = said.get('missing');
  const [by, direction] = sort.split('.');
  const column = FLAG_COLUMNS.find((own) => own === by);
  return {
    filter: {
      ...noFilter,
      words: decoded(said.get('word') ?? ''),
      place: (said.get('place') ?? '').replace(/^d/, DISTRICT),
      class: among('class', classes),
      basis: among('basis', bases),
      leastMu: figure(said.get('mu')),
      leastConfidence: figure(said.get('sure')),
      missing: missing === 'some' || missing === 'none' ? missing : null,
      suggestion: among('next', suggestions),
      decision: among('decision', DECISIONS),
    },
    order: column ? { by: column, down: direction === 'down' } : fileOrder,
  };
}
