import type { Intent } from '../../../../desk/intent.ts';
import type { Key } from '../../../../domain/land/change.ts';
import type { Building } from '../../../../domain/land/model.ts';
import { massOf, withStoreys, type Mass } from '../../../../domain/land/storeys.ts';
import type { Language } from '../../../../texts/language.ts';
import { roofLines } from '../../../../texts/ui/sketch-mass.ts';
import type { SketchShown } from '../asked.ts';

/* 体量: how the buildings of the park in hand stand, and what is written on their roofs. */

type Line = SketchShown['buildings'][number];

/** What of a building's record tells how it stands. */
function recordOf({ id, use, storeys, storeyHeightM, storeyHeightsM }: Line): Building {
  return { id, use, storeyHeightM, storeyHeightsM, ...(storeys !== null && { storeys }) };
}

/** The building as it would be with what is in hand. */
function recordAfter(line: Line, intent: Intent | null): Building {
  const record = recordOf(line);
  if (intent?.do === 'storeys') return intent.buildings.includes(line.key) ? withStoreys(record, intent.by) : record;
  if (intent?.do !== 'change') return record;
  const { put = [], patch = [] } = intent.change.tables.building ?? {};
  const fields: Partial<Building> | undefined = put.find(({ key }) => key === line.key)?.record ?? patch.find(({ key }) => key === line.key)?.fields; // prettier-ignore
  return fields ? { ...record, ...fields } : record;
}

export const massAfter = (line: Line, intent: Intent | null): Mass =>
  massOf(recordAfter(line, intent), line.industrial);

/** Of a building that is drawn, moved or copied; of one that is not of the park null. */
export const massOfKey = (lines: readonly Line[], key: Key): Mass | null => {
  const line = lines.find((own) => own.key === key);
  return line ? massAfter(line, null) : null;
};

/** How it stands and its roof: `storeys` as they are written, `3→4 层`; '' where they are not known. */
export const standingOf = (language: Language, label: string, storeys: string, mass: Mass) => ({
  mass,
  roof: roofLines(language, label, storeys, mass),
});
