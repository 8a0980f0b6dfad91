import type { ChangeNote } from '../domain/land/change.ts';
import type { PlanState } from '../domain/land/supply/plan-life.ts';
import type { ApplicationStep } from '../domain/land/supply/pre-application.ts';
import type { RowState } from '../domain/land/supply/row-life.ts';
import type { Both, Language } from './language.ts';
import { applicationWords, planStateWords, rowStateWords } from './ledger-words.ts';

type LedgerNote = Extract<ChangeNote['code'], `plan-${string}` | `row-${string}` | `rows-${string}`>;

const step = (language: Language, code: string | number): string => rowStateWords[code as RowState][language];
const application = (language: Language, what: string | number): string =>
  applicationWords[what as ApplicationStep][language];
const state = (language: Language, code: string | number): string => planStateWords[code as PlanState][language];

/** What a step at the ledger 台账 is called where it can be undone or done again; `rows` in words. */
export const ledgerSteps: Readonly<Record<LedgerNote, Both>> = {
  'plan-made': {
    zh: (p) => `编制 ${p.year} 年供应计划，列入 ${p.count} 宗`,
    en: (p) => `supply plan of ${p.year} begun with ${p.count} ${Number(p.count) === 1 ? 'row' : 'rows'}`,
  },
  'plan-edited': { zh: (p) => `修改“${p.plan}”`, en: (p) => `"${p.plan}" edited` },
  'plan-removed': {
    zh: (p) => `删除“${p.plan}”及其 ${p.count} 宗`,
    en: (p) => `"${p.plan}" removed with its ${p.count} ${Number(p.count) === 1 ? 'row' : 'rows'}`,
  },
  'plan-state': {
    zh: (p) => `“${p.plan}”改为${state('zh', p.state)}`,
    en: (p) => `"${p.plan}" is ${state('en', p.state)}`,
  },
  'plan-adjusted': {
    zh: (p) => `调整“${p.plan}”，形成第 ${p.version} 版`,
    en: (p) => `"${p.plan}" adjusted: version ${p.version} begun`,
  },
  'rows-added': {
    zh: (p) => `把 ${p.rows} 列入“${p.plan}”`,
    en: (p) => `${p.rows} put into "${p.plan}"`,
  },
  'row-edited': {
    zh: (p) => `修改计划宗地 ${p.row} 的${p.field}`,
    en: (p) => `${p.field} of row ${p.row} edited`,
  },
  'rows-removed': { zh: (p) => `从计划删去 ${p.rows}`, en: (p) => `${p.rows} taken out of the plan` },
  'rows-promoted': { zh: (p) => `${p.rows} 由储备转为计划`, en: (p) => `${p.rows} promoted from the reserve` },
  'row-step': {
    zh: (p) => `${p.rows} ${step('zh', p.step)}（${p.on}）`,
    en: (p) => `${p.rows} ${step('en', p.step)} on ${p.on}`,
  },
  'row-step-taken-back': {
    zh: (p) => `撤销 ${p.row} 的${step('zh', p.step)}`,
    en: (p) => `"${step('en', p.step)}" of ${p.row} taken back`,
  },
  'row-application': {
    zh: (p) => `${p.rows} ${application('zh', p.what)}`,
    en: (p) => `${p.rows}: ${application('en', p.what)}`,
  },
  'rows-carried': {
    zh: (p) => `把 ${p.rows} 结转到“${p.plan}”`,
    en: (p) => `${p.rows} carried over into "${p.plan}"`,
  },
};
