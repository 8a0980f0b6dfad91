import type { MonthlyReport, Park } from '../../src/domain/land/model.ts';
import { random } from './random.ts';

/** The sample is as of late November 2026. */
const LAST = '2026-10';
const round = (x: number): number => Math.round(x);

const monthsFrom = (first: string): string[] => {
  const months: string[] = [];
  for (let [year, month] = first.split('-').map(Number); ; month === 12 ? ((year += 1), (month = 1)) : (month += 1)) {
    const own = `${year}-${String(month).padStart(2, '0')}`;
    if (own > LAST) return months;
    months.push(own);
  }
};

/** Every fifth park with land is a key park 重点园 that reports each month; two of them left a month out. */
export function reported(park: Park, { m2, floorM2 }: { readonly m2: number; readonly floorM2: number }): Park {
  const number = Number(park.id.slice(-2));
  const isKey = (park.stage === 'operating' || park.stage === 'building') && m2 > 0 && floorM2 > 0 && number % 5 === 2;
  if (!isKey && !park.keyPark) return park;
  const rnd = random(`${park.id}/reports`);
  const reportingFrom = rnd.pick(['2025-06-10', '2026-01-05', '2026-03-16']);
  const months = monthsFrom(reportingFrom.slice(0, 7));
  const left = number < 30 && number % 3 === 0 ? months[Math.floor(months.length / 2)] : undefined;
  const monthlyReports = months.filter((month) => month !== left);
  return {
    ...park,
    keyPark: true,
    reportingFrom,
    monthlyReports,
    monthlyFigures: monthlyReports.slice(-2).map((month, n) => reportOf(park, month, n, floorM2)),
  };
}

function reportOf(park: Park, month: string, n: number, floorM2: number): MonthlyReport {
  const isBuilt = park.stage === 'operating';
  const completedFloorM2 = isBuilt ? round(floorM2) : round(floorM2 * (0.3 + 0.02 * n));
  const firms = isBuilt ? (park.firms ?? 40) : 0;
  return {
    month,
    startedThisMonth: false,
    yearInvestmentWan: round(floorM2 * (isBuilt ? 0.01 : 0.06) * (9 + n)) / 10,
    totalInvestmentWan: round(floorM2 * (isBuilt ? 0.32 : 0.12 + 0.006 * n)),
    plannedFloorM2: round(floorM2),
    completedFloorM2,
    multiStoreyFloorM2: round(completedFloorM2 * 0.72),
    letFloorM2: isBuilt ? round(completedFloorM2 * (0.41 + 0.01 * n)) : 0,
    soldFloorM2: isBuilt ? round(completedFloorM2 * 0.22) : 0,
    firms,
    aboveScaleFirms: round(firms * 0.15),
    technologyFirms: round(firms * 0.3),
    specialisedFirms: round(firms * 0.1),
    newFirms: isBuilt ? 1 + n : 0,
    employees: firms * 34,
    taxWan: isBuilt ? round(floorM2 * 0.018) : 0,
    outputWan: isBuilt ? round(floorM2 * 0.42) : 0,
    ...(isBuilt ? {} : { problems: '施工用电增容正在办理' }),
  };
}
