import { NO_DAY } from './calendar.ts';
import type { Basis } from './classes.ts';
import { signFigure } from './classify.ts';
import { recordDiffers } from './evidence.ts';
import { SIGNS } from './law.ts';
import { signsMayTurn } from './missing.ts';
import type { Screen } from './screen.ts';

/** Why a class is less than sure: the figure of the pack that says by how much. */
export interface Doubt {
  /** `threshold`: of the threshold held against; the others are figures `confidence.…` of the pack. */
  readonly code: 'threshold' | OpenDoubt;
  readonly threshold?: string;
  readonly factor: number;
}

type OpenDoubt =
  | 'start-unrecorded'
  | 'by-hand-over'
  | 'progress-unknown'
  | 'shares-missing'
  | 'signs-missing'
  | 'supply-unrecorded'
  | 'record-differs'
  | 'record-only'
  | 'no-evidence';

/** The figures of the law that a class by this basis is held against. */
const heldAgainst = (screen: Screen, row: number, basis: Basis): readonly string[] => {
  const { columns, law } = screen;
  if (basis === 'not-started') return ['idle.not-started'];
  if (basis === 'stopped-share-unknown') return ['idle.stopped'];
  if (basis === 'stopped')
    return ['idle.stopped', law.developed.holds(columns.developed[row]) ? 'idle.developed' : 'idle.invested'];
  if (basis === 'signs') return ['low-efficiency.signs', ...surestSigns(screen, row)];
  if (basis === 'no-tax') return ['low-efficiency.no-tax'];
  if (basis === 'production-stopped') return ['low-efficiency.stopped'];
  return basis === 'not-supplied' ? ['approved.years'] : [];
};

/** Of the figures below their thresholds as many as are needed, those of the surest thresholds. */
function surestSigns({ columns, law }: Screen, row: number): readonly string[] {
  return SIGNS.filter((sign) => law.signs[sign].holds(signFigure(columns, row, sign)))
    .map((sign) => `low-efficiency.${sign}`)
    .sort((a, b) => (law.threshold(b)?.confidence ?? 0) - (law.threshold(a)?.confidence ?? 0))
    .slice(0, law.signsNeeded);
}

/**
 * How sure a class is, 0–1: what is decided by people is sure; else the confidence of the least sure figure it is held against
 * (how sure the pack is of its own threshold), less what the evidence leaves open, each by its figure of the pack.
 */
export function confidenceOf(
  screen: Screen,
  row: number,
  basis: Basis,
): { confidence: number; doubts: readonly Doubt[] } {
  if (basis === 'found' || basis === 'disposed' || basis === 'confirmed') return { confidence: 1, doubts: [] };
  const { law } = screen;
  const held = heldAgainst(screen, row, basis)
    .map((id) => ({ code: 'threshold' as const, threshold: id, factor: law.threshold(id)?.confidence ?? 1 }))
    .sort((a, b) => a.factor - b.factor)
    .slice(0, 1)
    .filter(({ factor }) => factor < 1);
  const open = doubtsOf(screen, row, basis).map((code) => ({ code, factor: law.figure(`confidence.${code}`) ?? 1 }));
  const doubts = [...held, ...open];
  return { confidence: doubts.reduce((product, { factor }) => product * factor, 1), doubts };
}

function doubtsOf(screen: Screen, row: number, basis: Basis): readonly OpenDoubt[] {
  const { columns, law } = screen;
  const { days, recorded } = columns;
  const hasRecord = recorded[row] > 0;
  const doubts: (OpenDoubt | false)[] = [
    basis === 'nothing-known' && 'no-evidence',
    basis === 'recorded' && 'record-only',
    // That nothing stands there is on record too.
    basis === 'not-started' && columns.floorM2[row] !== 0 && 'start-unrecorded',
    (basis === 'not-started' || basis === 'start-due-later') && days.agreedStart[row] === NO_DAY && columns.startDue[row] !== NO_DAY && 'by-hand-over', // prettier-ignore
    basis === 'begun' && 'progress-unknown',
    basis === 'stopped-share-unknown' && 'shares-missing',
    basis === 'used' && days.stoppedOn[row] <= law.stopped && Number.isNaN(columns.developed[row] + columns.invested[row]) && 'shares-missing', // prettier-ignore
    basis === 'used' && columns.isWorks[row] === 1 && signsMayTurn(screen, row) && 'signs-missing',
    basis === 'not-supplied' && !hasRecord && 'supply-unrecorded',
    basis === 'start-unknown' && 'no-evidence',
    recordDiffers(screen, row) && 'record-differs',
  ];
  return doubts.filter((doubt) => doubt !== false);
}
