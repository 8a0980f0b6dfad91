import type { Ghost } from '../../../../desk/tools/index.ts';
import type { GhostWords } from '../../../../map/index.ts';
import type { Language } from '../../../../texts/language.ts';
import { sayFault, saySnap } from '../../../../texts/sketch.ts';
import { measureOnMap } from '../../../../texts/ui/sketch-map.ts';

interface Writing {
  readonly language: Language;
  /** What is drawn is a building: its areas are m². */
  readonly isBuilding: boolean;
  /** What a record is called. */
  readonly idOf: (ref: NonNullable<NonNullable<Ghost['snap']>['of']>) => string;
  /** What comes next; '' where it is known by now. */
  readonly hint: string;
}

/** What is written at what is drawn. */
export function ghostWords({ measures, snap, faults }: Ghost, writing: Writing): GhostWords {
  const { language, isBuilding, idOf, hint } = writing;
  return {
    measures: measures.map((measure) => measureOnMap(language, measure, isBuilding)),
    snap: snap && snapWords(snap, language, idOf),
    faults: faults.map((fault) => sayFault(language, fault)),
    hint: hint || null,
  };
}

/** 端点, and apart from it LX-0417 界址点 J4. */
function snapWords(snap: NonNullable<Ghost['snap']>, language: Language, idOf: Writing['idOf']): GhostWords['snap'] {
  const reason = saySnap(language, snap.kind);
  const id = snap.of ? idOf(snap.of) : '';
  if (!id || !snap.of) return { reason };
  const whole = saySnap(language, snap.kind, { id, number: snap.of.number });
  return { reason, of: whole.slice(reason.length).trim() };
}
