/** A cell of a table: row −1 is the head. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** What a key does in a table of records. */
export type Deed =
  | { readonly do: 'go'; readonly to: Cell }
  /** Opens what stands in the cell for typing. */
  | { readonly do: 'edit' }
  | { readonly do: 'choose'; readonly more: boolean }
  | { readonly do: 'storeys'; readonly by: 1 | -1 }
  | { readonly do: 'remove' };

interface Pressed {
  readonly key: string;
  readonly shiftKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
}

/** The cell of a table of this size that is nearest. */
export const cellWithin = ({ row, column }: Cell, size: Cell): Cell => ({
  row: Math.min(size.row - 1, Math.max(0, row)),
  column: Math.min(size.column - 1, Math.max(0, column)),
});

/** What a key pressed in a cell does; null where it is not the table's. */
export function deedOf(
  { key, shiftKey = false, ctrlKey = false, metaKey = false, altKey = false }: Pressed,
  at: Cell,
  size: Cell,
): Deed | null {
  if (altKey) return null;
  const whole = ctrlKey || metaKey;
  const go = (row: number, column: number): Deed => ({ do: 'go', to: cellWithin({ row, column }, size) });
  switch (key) {
    case 'ArrowUp':
      return go(whole ? 0 : at.row - 1, at.column);
    case 'ArrowDown':
      return go(whole ? size.row : at.row + 1, at.column);
    case 'ArrowLeft':
      return go(at.row, whole ? 0 : at.column - 1);
    case 'ArrowRight':
      return go(at.row, whole ? size.column : at.column + 1);
    case 'Home':
      return go(whole ? 0 : at.row, 0);
    case 'End':
      return go(whole ? size.row : at.row, size.column);
    case 'PageUp':
      return go(at.row - 10, at.column);
    case 'PageDown':
      return go(at.row + 10, at.column);
  }
  if (whole) return null;
  if (key === 'Enter' || key === 'F2') return { do: 'edit' };
  if (key === ' ') return { do: 'choose', more: shiftKey };
  if (key === '+' || key === '=') return { do: 'storeys', by: 1 };
  if (key === '-' || key === '−') return { do: 'storeys', by: -1 };
  return key === 'Delete' ? { do: 'remove' } : null;
}
