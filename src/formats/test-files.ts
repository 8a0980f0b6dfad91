import { encodeGbk } from './text/gbk.ts';
import type { NamedBytes } from './contract.ts';
import type { FieldDictionary, FieldEntry } from './fields/dictionary.ts';

/*
 * Made data for tests, zone 38: a plain parcel, one with a hole, and one of six rings that are five parts, of which one
 * has a hole and others lie in it.
 */
type Box = readonly [north: number, east: number, height: number, width: number];

/** Clockwise from the south-west corner, or the other way; closed. */
function box([north, east, height, width]: Box, turned = false): [number, number][] {
  const ring: [number, number][] = [
    [north, east],
    [north + height, east],
    [north + height, east + width],
    [north, east + width],
    [north, east],
  ];
  return turned ? ring.reverse() : ring;
}

export const plots: readonly { id: string; name: string; area: number; parts: number; boxes: readonly Box[] }[] = [
  { id: 'A1', name: '甲地块', area: 5000, parts: 1, boxes: [[3846900.125, 38467900.5, 100, 50]] },
  {
    id: 'A2',
    name: '',
    area: 9600,
    parts: 1,
    boxes: [
      [3847100, 38467900, 100, 100],
      [3847120, 38467920, 20, 20],
    ],
  },
  {
    id: 'A3',
    name: '丙',
    area: 10000 - 3600 + 100 + 400 + 100 + 25,
    parts: 5,
    boxes: [
      [3847300.001, 38467900, 100, 100],
      [3847320.001, 38467920, 60, 60],
      [3847325.001, 38467925, 10, 10],
      [3847340.001, 38467940, 20, 20],
      [3847450.001, 38467900, 10, 10],
      [3847480.001, 38467900, 5, 5],
    ],
  },
];

export interface Style {
  readonly eol?: string;
  readonly comma?: string;
  readonly prefix?: boolean;
  readonly eastFirst?: boolean;
  readonly hectares?: boolean;
  /** How a ring ends: repeated point with its own number, repeated as J1, or not repeated. */
  readonly closing?: 'Jn' | 'J1' | 'none';
  readonly zone?: string;
  readonly system?: string;
}

/** The plots as the text of a 界址点 TXT in one of the styles real files come in. */
export function txtText(style: Style = {}): string {
  const {
    eol = '\r\n',
    comma = ',',
    prefix = true,
    closing = 'Jn',
    zone = '38',
    system = '2000国家大地坐标系',
  } = style;
  const lines = ['[属性描述]', `坐标系=${system}`, '几度分带=3', `带号=${zone}`, '精度=0.001', '[地块坐标]'];
  for (const { id, name, area, boxes } of plots) {
    const rows = boxes.flatMap((b, r) => {
      const ring = box(b, r % 2 === 1);
      const points = closing === 'none' ? ring.slice(0, -1) : ring;
      return points.map(([north, easting], v) => {
        const east = prefix ? easting : easting - 38_000_000;
        const [x, y] = (style.eastFirst ? [east, north] : [north, east]).map((n) => n.toFixed(3));
        return [closing === 'J1' && v === 4 ? 'J1' : `J${v + 1}`, r + 1, x, y].join(comma);
      });
    });
    const stated = style.hectares ? (area / 10_000).toFixed(6) : area.toFixed(2);
    lines.push([rows.length, stated, id, name, '面', '', '', '', '@'].join(comma), ...rows);
  }
  return lines.join(eol) + eol;
}

export const gbk = (text: string): Uint8Array => encodeGbk(text) ?? new Uint8Array();
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const file = (name: string, content: string | Uint8Array): NamedBytes => ({
  name,
  bytes: typeof content === 'string' ? utf8(content) : content,
});

/** A dictionary in which these columns of a parcel mean these fields. */
export function parcelFields(columns: Readonly<Record<string, string>>): FieldDictionary {
  const fields: Record<string, FieldEntry> = {};
  for (const [column, field] of Object.entries(columns))
    fields[field] = { zh: column, en: field, aliases: [...(fields[field]?.aliases ?? []), column] };
  return { parcel: fields };
}
