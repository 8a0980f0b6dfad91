import { isDate } from '../../domain/written-date.ts';

/** The desks 工作台 there are around the one map. */
const WORKSPACES = ['public', 'sketch', 'supply', 'policy'] as const;
export type Workspace = (typeof WORKSPACES)[number];

/** The steps of the supply desk 供地台, in their order. */
export const SUPPLY_STEPS = ['import', 'screen', 'assemble', 'plan', 'ledger'] as const;
export type SupplyStep = (typeof SUPPLY_STEPS)[number];

/** What the address of the page holds: the place, the selection, the language. Kept in the hash, so nothing reaches a server. */
export interface Address {
  readonly place?: MapView;
  readonly parkId?: string;
  readonly parcelId?: string;
  readonly language?: 'zh' | 'en';
  /** The desk, where it is not the public map; with the rule that is read in the law's, and how. */
  readonly workspace?: Exclude<Workspace, 'public'>;
  readonly ruleId?: string;
  /** The step of the supply desk, where it is not 认定. */
  readonly step?: Exclude<SupplyStep, 'screen'>;
  /** The township in hand in the step 组合. */
  readonly township?: string;
  /** What of the table of flags is seen there, and in which order. */
  readonly rows?: RowsSaid;
  readonly view?: 'trial' | 'history';
  /** A figure of the law that is tried at another value. */
  readonly trial?: { readonly parameter: string; readonly value: number };
  /** The rule whose words of the law lie open over the map. */
  readonly clauseOf?: string;
  /** Words that are searched for, and the filter chosen. */
  readonly query?: string;
  readonly filter?: string;
  /** Day the policy is judged on, where it is not today. */
  readonly date?: string;
}

/** Rows of a table as an address names them; the table knows what they mean. */
export interface RowsSaid {
  readonly sort?: string;
  readonly only?: string;
}

export interface MapView {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
  /** Seen from aslant 体量, degrees; not given: from straight above, north up. */
  readonly pitch?: number;
  readonly bearing?: number;
}

/**
 * `113.62541,34.74821,13.20`: five decimals are about a metre, enough for a view and too coarse for a boundary. From aslant
 * pitch and bearing follow, in whole degrees.
 */
function formatPlace({ lon, lat, zoom, pitch = 0, bearing = 0 }: MapView): string {
  const flat = `${lon.toFixed(5)},${lat.toFixed(5)},${zoom.toFixed(2)}`;
  const aslant = [pitch, bearing].map(Math.round);
  return aslant.some((degrees) => degrees !== 0) ? `${flat},${aslant.map((degrees) => degrees || 0).join(',')}` : flat;
}

function parsePlace(text: string | null): MapView | undefined {
  const numbers = (text ?? '').split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [lon, lat, zoom, pitch = 0, bearing = 0] = numbers;
  const inside = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24;
  const isAslant = pitch !== 0 || bearing !== 0;
  if (
    !inside ||
    (numbers.length !== 3 && numbers.length !== 5) ||
    !(pitch >= 0 && pitch <= 60 && Math.abs(bearing) <= 180)
  )
    return undefined;
  return { lon, lat, zoom, ...(isAslant && { pitch, bearing }) };
}

/** `far.minimum.bound=2`: the last sign of equality parts the figure from its value. */
function parseTrial(text: string | null): Address['trial'] {
  const [, parameter, digits] = /^(.+)=([^=]+)$/s.exec(text ?? '') ?? [];
  const value = Number(digits);
  return parameter !== undefined && Number.isFinite(value) && value >= 0 ? { parameter, value } : undefined;
}

/** Reads a hash; whatever it cannot use it leaves out, because an address may come from anywhere. */
export function parseAddress(hash: string): Address {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const language = params.get('lang');
  const parkId = params.get('park') || undefined;
  const parcelId = params.get('parcel') || undefined;
  const ruleId = params.get('rule') || undefined;
  const date = params.get('date');
  const query = params.get('q') || undefined;
  const filter = params.get('filter') || undefined;
  const clauseOf = params.get('clause') || undefined;
  const view = params.get('show');
  // Links of before desks had names of their own say `view`.
  const workspace = WORKSPACES.find((desk) => desk === (params.get('desk') ?? params.get('view')));
  const trial = parseTrial(params.get('try'));
  const step = SUPPLY_STEPS.find((own) => own === params.get('step'));
  const township = params.get('township') || undefined;
  const [sort, only] = [params.get('sort'), params.get('only')];
  return {
    ...(workspace && workspace !== 'public' && { workspace }),
    ...(ruleId && { ruleId }),
    ...(step && step !== 'screen' && { step }),
    ...(township && { township }),
    ...((sort || only) && { rows: { ...(sort && { sort }), ...(only && { only }) } }),
    ...((view === 'trial' || view === 'history') && { view }),
    ...(trial && { trial }),
    ...(clauseOf && { clauseOf }),
    ...(isDate(date) && { date }),
    ...(parsePlace(params.get('at')) && { place: parsePlace(params.get('at')) }),
    ...(parkId && { parkId }),
    ...(parcelId && { parcelId }),
    ...(query && { query }),
    ...(filter && { filter }),
    ...((language === 'zh' || language === 'en') && { language }),
  };
}

export function formatAddress(address: Address): string {
  const params = new URLSearchParams();
  if (address.workspace) params.set('desk', address.workspace);
  if (address.step) params.set('step', address.step);
  if (address.township) params.set('township', address.township);
  if (address.rows?.sort) params.set('sort', address.rows.sort);
  if (address.rows?.only) params.set('only', address.rows.only);
  if (address.ruleId) params.set('rule', address.ruleId);
  if (address.view) params.set('show', address.view);
  if (address.trial) params.set('try', `${address.trial.parameter}=${address.trial.value}`);
  if (address.clauseOf) params.set('clause', address.clauseOf);
  if (address.date) params.set('date', address.date);
  if (address.place) params.set('at', formatPlace(address.place));
  if (address.parkId) params.set('park', address.parkId);
  if (address.parcelId) params.set('parcel', address.parcelId);
  if (address.query) params.set('q', address.query);
  if (address.filter) params.set('filter', address.filter);
  if (address.language) params.set('lang', address.language);
  // Commas stay readable; they need no escape in a fragment.
  return `#${params.toString().replaceAll('%2C', ',')}`;
}
