import type { PlanProblem } from '../shape/problem.ts';

/** Numbers by seed 线性同余. */
export function numbers(seed: number): (least: number, most: number) => number {
  let state = (seed * 2654435761) >>> 0;
  return (least, most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return least + (most - least) * (state / 2 ** 32);
  };
}

/** A city so small that all its parks can be listed: three townships of two jurisdictions, two years, tight limits. */
export function smallCity(seed: number, perTownship = 7): PlanProblem {
  const random = numbers(seed);
  const size = 3 * perTownship;
  const column = (least: number, most: number) => Float64Array.from({ length: size }, () => random(least, most));
  const landMu = column(10, 60);
  const ratio = column(1.2, 2.6);
  const floorM2 = landMu.map((land, at) => (land * ratio[at] * 2000) / 3);
  const [xM, yM] = [column(0, 3000), column(0, 3000)];
  const near: number[][] = Array.from({ length: size }, () => []);
  for (let a = 0; a < size; a++)
    for (let b = 0; b < a; b++) {
      if (Math.floor(a / perTownship) !== Math.floor(b / perTownship)) continue;
      if (Math.hypot(xM[a] - xM[b], yM[a] - yM[b]) > 900) continue;
      near[a].push(b);
      near[b].push(a);
    }
  const money = landMu.map((land) => land * random(40, 90));
  const quota = landMu.map((land) => (random(0, 1) < 0.3 ? -0.1 : 1) * land);
  const total = landMu.reduce((sum, land) => sum + land, 0);
  const most = { money: random(6, 20) * total, land: random(0.1, 0.3) * total };
  const target = (townships: number[], from: number, to: number, least: number) => ({
    jurisdiction: townships.length === 3 ? null : String(townships),
    townships: Uint8Array.from([0, 1, 2], (t) => Number(townships.includes(t))),
    from,
    to,
    least,
    penalty: random(20, 120),
  });
  return {
    years: [2026, 2027],
    townships: Int32Array.from([0, 1, 2, 3], (t) => t * perTownship),
    parcels: {
      size,
      landMu,
      floorM2,
      spareM2: landMu.map((land, at) => floorM2[at] - land * 1000),
      points: landMu.map((land) => land * random(0.2, 1.4) - 6),
      ready: Uint8Array.from({ length: size }, () => Math.floor(random(0, 2.3))),
      kinds: Uint8Array.from({ length: size }, () => 1 + Math.floor(random(0, 3))),
      fallThrough: column(0, 0.2),
      xM,
      yM,
      near: {
        starts: Int32Array.from([0, ...near.map((_, at) => near.slice(0, at + 1).flat().length)]),
        values: Int32Array.from(near.flat()),
      },
    },
    kinds: [
      { id: 'm', landMu: Float64Array.of(100, 70, 100), floorM2: Float64Array.of(1e5, 7e4, 1e5), mostLandMu: 200 },
      { id: 's', landMu: Float64Array.of(50, 35, 50), floorM2: Float64Array.of(5e4, 3.5e4, 5e4), mostLandMu: 100 },
    ],
    mostSites: 3,
    parkPoints: { share: [1, 0.95], park: 10, site: 8, muKm: 0.05 },
    reach: { radiusM: 2500, nearest: 24, most: 32 },
    limits: [
      { what: 'money', from: 0, to: 1, use: money, most: most.money },
      { what: 'land', from: 0, to: 0, use: landMu, most: most.land },
      { what: 'quota', from: 0, to: 1, use: quota, most: 1.2 * most.land },
    ],
    targets: [target([0, 1], 0, 0, 2), target([2], 0, 1, 1), target([0, 1, 2], 0, 1, 5)],
  };
}
