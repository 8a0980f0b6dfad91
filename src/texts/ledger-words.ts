import type { SupplyRow } from '../domain/land/model.ts';
import type { PlanState } from '../domain/land/supply/plan-life.ts';
import type { ApplicationStep } from '../domain/land/supply/pre-application.ts';
import type { RowState } from '../domain/land/supply/row-life.ts';
import type { LedgerWords } from '../supply/ledger/shape.ts';
import { ledgerColumns } from './ledger.ts';
import type { Word, Words } from './language.ts';

export const planStateWords: Words<PlanState> = {
  draft: { zh: '草案', en: 'a draft' },
  submitted: { zh: '报批', en: 'submitted' },
  approved: { zh: '批准', en: 'approved' },
  published: { zh: '已公布', en: 'published' },
  replaced: { zh: '已被替代', en: 'replaced' },
};

/** 用地预申请 */
export const applicationWords: Words<ApplicationStep> = {
  applied: { zh: '登记预申请', en: 'pre-application received' },
  accepted: { zh: '受理预申请', en: 'pre-application accepted' },
  dropped: { zh: '撤销预申请', en: 'pre-application dropped' },
};

/** A step, and the state a row is in after it. */
export const rowStateWords: Words<RowState> = {
  planned: { zh: '计划', en: 'planned' },
  announced: { zh: '公告', en: 'announced' },
  sold: { zh: '成交', en: 'sold' },
  contracted: { zh: '合同', en: 'contracted' },
  'handed-over': { zh: '交地', en: 'handed over' },
  started: { zh: '开工', en: 'started' },
  completed: { zh: '竣工', en: 'completed' },
  terminated: { zh: '解除合同', en: 'contract terminated' },
  failed: { zh: '流拍', en: 'failed' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  'carried-over': { zh: '结转', en: 'carried over' },
};

const modeWords: Words<NonNullable<SupplyRow['supplyMode']>> = {
  allocation: { zh: '划拨', en: 'allocation' },
  tender: { zh: '招标', en: 'tender' },
  auction: { zh: '拍卖', en: 'auction' },
  listing: { zh: '挂牌', en: 'listing' },
  agreement: { zh: '协议', en: 'agreement' },
  lease: { zh: '租赁', en: 'lease' },
  contribution: { zh: '作价出资（入股）', en: 'capital contribution' },
};

type OfItself = 'id' | 'planId' | 'continues' | 'steps' | 'extra' | 'conditions';
type RowField = Exclude<keyof SupplyRow, OfItself> | Exclude<keyof NonNullable<SupplyRow['conditions']>, 'extra'>;
const own = ledgerColumns;

/** What a row says of itself, where two of it are compared. */
const rowFieldWords: Words<RowField> = {
  number: own.number,
  unit: own.unit,
  parcelIds: own.parcels,
  parkId: own.park,
  parkName: own.park,
  location: own.location,
  areaM2: own.area,
  use: own.use,
  isNew: { zh: '新增或存量', en: 'new or stock' },
  landSource: own['land-source'],
  supplyMode: own.mode,
  quarter: own.quarter,
  announceMonth: own['announce-month'],
  far: own.far,
  density: own.density,
  buildingCoefficient: own['building-coefficient'],
  green: own.green,
  heightM: own.height,
  ancillaryLand: own['ancillary-land'],
  ancillaryFloor: own['ancillary-floor'],
  termYears: own.term,
  parkingPer100M2: { zh: '停车位', en: 'parking' },
  industry: own.industry,
  agreedInvestmentPerMuWan: own.investment,
  agreedOutputPerMuWan: own.output,
  agreedTaxPerMuWan: own.tax,
  startPriceWan: own['start-price'],
  depositWan: own.deposit,
  remark: own.remark,
  reserve: { zh: '储备', en: 'reserve' },
  preApplication: { zh: '用地预申请', en: 'pre-application' },
};

/** Words of codes in the tables; those of uses, units and assessments come with the ledger. */
export const ledgerWords: Readonly<
  Record<Exclude<LedgerWords, 'use' | 'unit' | 'assessment'>, Readonly<Record<string, Word>>>
> = {
  mode: modeWords,
  'row-state': rowStateWords,
  'plan-state': planStateWords,
  'park-status': {
    idea: { zh: '谋划', en: 'prepared' },
    started: { zh: '已开工', en: 'started' },
    existing: { zh: '存量', en: 'existing' },
  },
  'why-absent': {
    'plan-year': { zh: '宗地记有计划年度', en: 'the parcel names the year' },
    'planned-park': { zh: '已规划园区的用地', en: 'land of a planned park' },
  },
  'row-change': {
    added: { zh: '增加', en: 'added' },
    removed: { zh: '删去', en: 'removed' },
    changed: { zh: '修改', en: 'changed' },
  },
  'row-field': rowFieldWords,
};
