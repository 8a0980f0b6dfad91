import { describe, expect, it } from 'vitest';
import { deedOf } from './table-keys.ts';

const size = { row: 12, column: 9 };
const at = (row: number, column: number) => ({ row, column });

describe('keys in a table', () => {
  it.each([
    ['ArrowDown', at(3, 2), at(4, 2)],
    ['ArrowDown', at(11, 2), at(11, 2)],
    ['ArrowUp', at(0, 2), at(0, 2)],
    ['ArrowRight', at(3, 8), at(3, 8)],
    ['ArrowLeft', at(3, 2), at(3, 1)],
    ['Home', at(3, 2), at(3, 0)],
    ['End', at(3, 2), at(3, 8)],
    ['PageDown', at(0, 0), at(10, 0)],
    ['PageUp', at(4, 0), at(0, 0)],
  ])('%s from %o goes to %o', (key, from, to) => expect(deedOf({ key }, from, size)).toEqual({ do: 'go', to }));

  it('with Ctrl go to the ends', () => {
    expect(deedOf({ key: 'End', ctrlKey: true }, at(1, 1), size)).toEqual({ do: 'go', to: at(11, 8) });
    expect(deedOf({ key: 'Home', metaKey: true }, at(5, 5), size)).toEqual({ do: 'go', to: at(0, 0) });
  });

  it('change, choose, add and take off storeys, remove', () => {
    const deed = (key: string, held = {}) => deedOf({ key, ...held }, at(1, 1), size);
    expect(['Enter', 'F2'].map((key) => deed(key)?.do)).toEqual(['edit', 'edit']);
    expect(deed(' ', { shiftKey: true })).toEqual({ do: 'choose', more: true });
    expect([deed('+', { shiftKey: true }), deed('='), deed('-')]).toEqual([
      { do: 'storeys', by: 1 },
      { do: 'storeys', by: 1 },
      { do: 'storeys', by: -1 },
    ]);
    expect(deed('Delete')?.do).toBe('remove');
  });

  it('leave what is the desk’s and the browser’s', () => {
    expect([
      deedOf({ key: 'z', ctrlKey: true }, at(0, 0), size),
      deedOf({ key: '+', ctrlKey: true }, at(0, 0), size),
      deedOf({ key: 'ArrowLeft', altKey: true }, at(0, 0), size),
      deedOf({ key: 'b' }, at(0, 0), size),
    ]).toEqual([null, null, null, null]);
  });
});
