import { describe, expect, it } from 'vitest';
import { floorAreas } from '../../src/domain/land/storeys.ts';

const of = (building: object, footprint: number | null = 1000, industrial = true) =>
  floorAreas({ id: 'b', ...building }, footprint, industrial);

describe('floor area and counted floor area', () => {
  it('counts a storey of exactly 8.00 m once and a higher one twice', () => {
    expect(of({ storeys: 1, storeyHeightM: 8 })).toMatchObject({ total: 1000, counted: 1000 });
    expect(of({ storeys: 1, storeyHeightM: 8.01 })).toMatchObject({ total: 1000, counted: 2000 });
  });

  it('doubles only industrial storeys', () => {
    expect(of({ storeys: 1, storeyHeightM: 9 }, 1000, false)).toMatchObject({ total: 1000, counted: 1000 });
  });

  it('halves storeys lower than 2.20 m', () => {
    expect(of({ storeys: 2, storeyHeightM: 2.2 })).toMatchObject({ total: 2000 });
    expect(of({ storeys: 2, storeyHeightM: 2.19 })).toMatchObject({ total: 1000, counted: 1000 });
  });

  it('takes each storey on its own: heights outrank the common height', () => {
    // 9 m hall (×2) + 4 m floor + 2 m loft (half): total 2.5 plates, counted 3.5 plates.
    expect(of({ storeys: 3, storeyHeightM: 4, storeyHeightsM: [9, 4, 2] })).toMatchObject({
      total: 2500,
      counted: 3500,
    });
  });

  it('keeps the basement in the total and out of the plot ratio', () => {
    expect(of({ floorAreaM2: 5000, floorAreaBelowM2: 1000, storeys: 4, storeyHeightM: 4 })).toMatchObject({
      total: 5000,
      counted: 4000,
    });
    expect(of({ storeys: 4, storeyHeightM: 4, floorAreaBelowM2: 800 })).toMatchObject({ total: 4800, counted: 4000 });
  });

  it('shares a stated area over equal plates before doubling the high ones', () => {
    // 6 000 m² above ground in three equal plates of 2 000; the first is 9 m high.
    const areas = of({ floorAreaM2: 6000, floorAreaBelowM2: 0, storeyHeightsM: [9, 5, 5] });
    expect(areas?.counted).toBeCloseTo(8000, 9);
  });

  it('is null, not zero, when nothing is known', () => {
    expect(of({}, 1000)).toBeNull();
    expect(of({ storeys: 3, storeyHeightM: 4 }, null)).toBeNull();
  });

  it('says when an unknown height was counted once', () => {
    expect(of({ storeys: 2 })?.notes).toContain('height-missing-counted-once');
  });
});
