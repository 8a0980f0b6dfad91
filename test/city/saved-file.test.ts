import { describe, expect, it } from 'vitest';
import { readFiles } from '../../src/formats/index.ts';
import { uiTexts } from '../../src/texts/ui/index.ts';
import type { Format } from '../../src/formats/index.ts';
import { savedFile } from '../../src/city/saved-file.ts';

const square = (lon: number) => [
  [lon, 34.7],
  [lon + 0.003, 34.7],
  [lon + 0.003, 34.703],
  [lon, 34.703],
  [lon, 34.7],
];
const city = {
  type: 'FeatureCollection',
  features: [113.6, 113.61, 113.62].map((lon, i) => ({
    type: 'Feature',
    properties: { kind: 'parcel', id: `P${i}` },
    geometry: { type: 'Polygon', coordinates: [square(lon)] },
  })),
};
const opened = await readFiles([{ name: 'city.geojson', bytes: new TextEncoder().encode(JSON.stringify(city)) }], {});

describe('what is open is saved as one file', () => {
  it.each(Object.keys(uiTexts.zh.frame.formats) as Format[])('that is read again: %s', async (format) => {
    if (!opened.ok) throw new Error(opened.refusal.code);
    const saved = await savedFile(opened.value.project, format, '澄州市');
    if (!saved.ok) throw new Error(saved.refusal.code);
    const { file } = saved.value;
    expect(file.name).toMatch(/^澄州市\./);
    const again = await readFiles([file], {});
    if (!again.ok) throw new Error(`${again.refusal.code} ${JSON.stringify(again.refusal.params)}`);
    const { records } = again.value.project.parcels;
    expect(Array.from({ length: records.length }, (_, row) => records.get(row).id)).toEqual(['P0', 'P1', 'P2']);
  });
});
