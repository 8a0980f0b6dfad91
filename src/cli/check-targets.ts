import type { Pack } from '../policy/shape/pack.ts';
import type { Language } from '../texts/language.ts';
import { targets as words } from '../texts/ui/targets.ts';
import type { CheckDocument } from './check-document.ts';

type Jurisdiction = CheckDocument['jurisdictions'][number];

/** Progress against the targets, a line for each zone, district and county: new parks of each year, total, status. */
export function targetLines(jurisdictions: readonly Jurisdiction[], pack: Pack, language: Language): readonly string[] {
  const told = jurisdictions.filter(({ targets }) => targets.length > 0);
  // Where none of the parks lies in one of them the file is not about their targets.
  if (!told.some(({ targets }) => targets.some(isTouched))) return [];
  const { title, reading, jurisdiction, zoneOfFile, completed, status, statuses } = words[language];
  const years = told[0].targets.map((row) => String(row.year));
  const lines = told.map(({ id, name, ofFile, targets }) => {
    const last = targets[targets.length - 1];
    const total = `${shown(last.completed)} / ${shown(last.completedRequired)}`;
    return [
      (pack.jurisdictions.find((j) => j.code === id)?.[language] ?? name) + (ofFile ? zoneOfFile : ''),
      ...targets.map((row) => shown(row.newParks)),
      total,
      statuses[last.status],
    ].join('\t');
  });
  return [title, reading, [jurisdiction, ...years, completed, status].join('\t'), ...lines];
}

const isTouched = ({ running, newParks, completed }: Jurisdiction['targets'][number]): boolean =>
  [running, newParks, completed].some((count) => count !== 0);

const shown = (count: number | null): string => (count === null ? '—' : String(count));
