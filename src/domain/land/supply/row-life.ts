import type { SupplyRow, SupplyStep } from '../model.ts';

export type RowStep = NonNullable<SupplyStep['step']>;
export type RowState = 'planned' | RowStep;
export interface DatedStep extends SupplyStep {
  readonly step: RowStep;
  readonly on: string;
}

type Living = Pick<SupplyRow, 'steps' | 'supplyMode'>;

/** Sold at an auction of some kind 招拍挂: without a sale there is no contract. */
const auctioned: ReadonlySet<SupplyRow['supplyMode']> = new Set(['tender', 'auction', 'listing']);
/** Given without an auction: there is no sale. */
const given: ReadonlySet<SupplyRow['supplyMode']> = new Set(['allocation', 'agreement', 'contribution']);

/** Without an auction. */
export const isGiven = ({ supplyMode }: Living): boolean => given.has(supplyMode);

/** What can come after each state, in the order of a row's life; of a sale or a contract that came to nothing the row may be announced again. */
const after: Readonly<Record<RowState, readonly RowStep[]>> = {
  planned: ['announced', 'contracted', 'withdrawn', 'carried-over'],
  announced: ['sold', 'contracted', 'failed', 'withdrawn', 'carried-over'],
  sold: ['contracted', 'failed', 'withdrawn', 'carried-over'],
  failed: ['announced', 'withdrawn', 'carried-over'],
  contracted: ['handed-over', 'terminated'],
  'handed-over': ['started', 'terminated'],
  started: ['completed', 'terminated'],
  completed: [],
  terminated: ['announced', 'contracted', 'withdrawn', 'carried-over'],
  withdrawn: [],
  'carried-over': [],
};

/** Steps that say what and when; others of a file tell nothing. */
export const datedSteps = ({ steps = [] }: Living): readonly DatedStep[] =>
  steps.filter((own): own is DatedStep => own.step !== undefined && own.on !== undefined);

/** What happened by a day; with no day, all that did. */
const until = (row: Living, day: string | undefined): readonly DatedStep[] =>
  datedSteps(row).filter(({ on }) => day === undefined || on <= day);

/** The last that happened by the day; null: it is planned. */
export const lastStep = (row: Living, day?: string): DatedStep | null => until(row, day).at(-1) ?? null;
export const stateOf = (row: Living, day?: string): RowState => lastStep(row, day)?.step ?? 'planned';

/** Day of the 出让合同 or the 划拨决定书: from then on it is supplied, until that is ended 解除合同; null: not by the day. */
export const suppliedOn = (row: Living, day?: string): string | null => {
  const last = until(row, day).findLast(({ step }) => step === 'contracted' || step === 'terminated');
  return last?.step === 'contracted' ? last.on : null;
};

/** The steps of the contract that was ended last, the contract first; none where none was. */
export const terminatedSteps = (row: Living): readonly DatedStep[] => {
  const steps = datedSteps(row);
  const before = steps.slice(
    0,
    Math.max(
      0,
      steps.findLastIndex(({ step }) => step === 'terminated'),
    ),
  );
  const from = before.findLastIndex(({ step }) => step === 'contracted');
  return from < 0 ? [] : before.slice(from);
};

/** Withdrawn or carried over: nothing comes of it in this plan any more. */
export const hasEnded = (state: RowState): boolean => state === 'withdrawn' || state === 'carried-over';
/** Planned, on sale, not sold, or sold and given back: it can be carried over. */
export const isUnfinished = (row: Living, day?: string): boolean => after[stateOf(row, day)].includes('carried-over');

const suits = (step: RowStep, state: RowState, mode: SupplyRow['supplyMode']): boolean => {
  if (step === 'contracted' && state !== 'sold') return !auctioned.has(mode);
  return !(step === 'sold' && isGiven({ supplyMode: mode }));
};

/** Of a reserve row 储备 no more than this: only once the bureau promotes it is it of the supply. */
const ofReserve: ReadonlySet<RowStep> = new Set(['withdrawn']);

/** What can be recorded of a row now. */
export const nextSteps = (row: Living & Pick<SupplyRow, 'reserve'>): readonly RowStep[] => {
  const state = stateOf(row);
  return after[state].filter((step) => suits(step, state, row.supplyMode) && (!row.reserve || ofReserve.has(step)));
};

/** Steps in an order and on days that could be: what a file says may be otherwise, and is said. */
export function isSoundLife({ steps = [], supplyMode }: Living): boolean {
  const life: DatedStep[] = [];
  for (const { step, on } of steps) {
    if (step === undefined || on === undefined) return false;
    if (!nextSteps({ steps: life, supplyMode }).includes(step) || on < (life.at(-1)?.on ?? '')) return false;
    life.push({ step, on });
  }
  return true;
}
