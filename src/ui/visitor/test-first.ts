import type { FirstFile, ParkRows, Words } from '../../publish/shape/published.ts';

/** A published map of four parks in two townships, for tests. */
export function firstFile(parks: Partial<ParkRows> = {}): FirstFile {
  const words = (zh: string, en = zh): Words => ({ zh, en });
  return {
    format: 1,
    title: words('测试市小微企业园', 'Parks of Test City'),
    sample: true,
    mapApproval: null,
    sources: [],
    policy: { title: words('实施意见', 'Opinion'), status: words('征求意见稿', 'draft'), version: '1' },
    day: '2026-10-31',
    judgedFor: '2026-10-31',
    feedback: null,
    address: null,
    tianditu: null,
    bounds: [113, 34, 114, 35],
    districts: [{ code: '01', name: words('东区', 'East District') }],
    townships: [
      { code: '0101', name: words('柳溪镇', 'Liuxi Town'), district: 0, at: [113.5, 34.5] },
      { code: '0102', name: words('青岗街道', 'Qinggang Subdistrict'), district: 0, at: [113.6, 34.5] },
    ],
    industries: [words('智能装备', 'intelligent equipment'), words('食品', 'food')],
    parks: {
      id: ['P1', 'P2', 'P3', 'P4'],
      slug: ['p1', 'p2', 'p3', 'p4'],
      name: ['乙园', '甲园', '丁园', '丙园'],
      nameEn: ['Park Two', '', 'Park Four', ''],
      type: ['manufacturing', 'service', 'manufacturing', null],
      stage: ['operating', 'building', 'building', null],
      stars: [3, 0, null, null],
      townships: [[0], [1], [0, 1], [1]],
      industries: [[0], [1], [0, 1], []],
      outcome: ['pass', 'fail', 'relaxed', 'unknown'],
      landM2: [66666.67, 50000, 80000, null],
      floorM2: [100000, 60000, 90000, null],
      plotRatio: [1.5, 1.2, 1.125, null],
      freeM2: [1200, null, 0, null],
      at: [[113.5, 34.51], [113.61, 34.5], [113.7, 34.6], null],
      sites: [1, 1, 2, 1],
      ...parks,
    },
    has: { idle: true, supply: true, check: true, tiles: true },
  };
}
