import type { FirstFile, IdleFile, OutlinesFile } from '../../../publish/shape/published.ts';
import type { Seen } from './seen.ts';

/** A city of three parks, one without outline, one without a place, with words a file could trip over. */
const first: FirstFile = {
  format: 1,
  title: { zh: '澄州市', en: 'Chengzhou' },
  sample: true,
  mapApproval: '示例审图号',
  sources: [{ zh: '澄州市自然资源局', en: 'Chengzhou bureau' }],
  policy: { title: { zh: '试行意见', en: 'Draft opinion' }, status: { zh: '征求意见稿', en: 'draft' }, version: '1' },
  day: '2026-11-01',
  judgedFor: '2026-11-02',
  feedback: null,
  address: null,
  tianditu: null,
  bounds: [113.6, 34.7, 113.9, 34.9],
  districts: [{ code: '410102', name: { zh: '中原区', en: 'Zhongyuan' } }],
  townships: [
    { code: '410102001', name: { zh: '柳溪镇', en: 'Liuxi' }, district: 0, at: [113.65, 34.75] },
    { code: '410102002', name: { zh: '槐店街道', en: 'Huaidian' }, district: 0, at: [113.8, 34.8] },
  ],
  industries: [
    { zh: '装备制造', en: 'Machinery' },
    { zh: '电子信息', en: 'Electronics' },
  ],
  parks: {
    id: ['P1', 'P2', 'P3'],
    slug: ['p1', 'p2', 'p3'],
    name: ['柳溪,"一"园', '=cmd|槐店&<园>', '未定园'],
    nameEn: ['Liuxi Park', '', ''],
    type: ['manufacturing', 'service', null],
    stage: ['operating', 'building', null],
    stars: [3, 0, null],
    townships: [[0, 1], [1], []],
    industries: [[0, 1], [1], []],
    outcome: ['pass', 'advisory', 'unknown'],
    landM2: [66_675, 33_333.33, null],
    floorM2: [100_000, null, null],
    plotRatio: [1.4998, null, null],
    freeM2: [12_000, null, null],
    at: [[113.65, 34.75], [113.8, 34.8], null],
    sites: [2, 1, 0],
  },
  has: { idle: true, supply: false, check: true, tiles: true },
};

const outlines: OutlinesFile = {
  parks: [
    {
      type: 'MultiPolygon',
      coordinates: [
        // Clockwise, with a hole that turns as its shell does.
        [
          [
            [113.64, 34.74],
            [113.64, 34.76],
            [113.66, 34.76],
            [113.66, 34.74],
            [113.64, 34.74],
          ],
          [
            [113.645, 34.745],
            [113.645, 34.75],
            [113.65, 34.75],
            [113.65, 34.745],
            [113.645, 34.745],
          ],
        ],
        [
          [
            [113.7, 34.74],
            [113.71, 34.74],
            [113.71, 34.75],
            [113.7, 34.74],
          ],
        ],
      ],
    },
    null,
    null,
  ],
  townships: [null, null],
};

const idle: IdleFile['land'] = [
  {
    id: 'L-1',
    kind: 'idle',
    areaMu: 12.5,
    township: { zh: '柳溪镇', en: 'Liuxi' },
    use: { zh: '工业用地', en: 'Industrial land' },
    at: [113.66, 34.77],
  },
  { id: 'L-2', kind: 'approved-not-supplied', areaMu: 3, township: null, use: null, at: [113.85, 34.85] },
];

export const testSeen: Seen = { first, parks: [0, 1, 2], outlines, idle, narrowed: '' };
