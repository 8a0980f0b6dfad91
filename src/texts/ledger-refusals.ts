import type { LedgerRefusal } from '../desk/ledger/books.ts';
import type { PlanState } from '../domain/land/supply/plan-life.ts';
import type { ApplicationStep } from '../domain/land/supply/pre-application.ts';
import type { RowState } from '../domain/land/supply/row-life.ts';
import { changeSentences } from './changes.ts';
import { intentSentences } from './intents.ts';
import type { Both, Language } from './language.ts';
import { applicationWords, planStateWords, rowStateWords } from './ledger-words.ts';

const state = (language: Language, code: string | number): string =>
  planStateWords[code as PlanState]?.[language] ?? String(code);
const step = (language: Language, code: string | number): string =>
  rowStateWords[code as RowState]?.[language] ?? String(code);

/** Why nothing is done to the ledger 台账, and what to do; for `sayRefusal`. */
export const ledgerSentences: Readonly<Record<LedgerRefusal['code'], Both>> = {
  'no-such-record': intentSentences['no-such-record'],
  'no-such-parcel': intentSentences['no-such-parcel'],
  'no-such-field': intentSentences['no-such-field'],
  'bad-value': intentSentences['bad-value'],
  'no-such-reference': intentSentences['no-such-reference'],
  'nothing-to-do': intentSentences['nothing-to-do'],
  'reason-missing': changeSentences['reason-missing'],
  'day-missing': changeSentences['day-missing'],
  'plan-year-taken': {
    zh: (p) => `${p.year} 年已有计划“${p.plan}”，请在其中增减宗地；已公布的请先做年中调整。`,
    en: (p) => `${p.year} has a plan already, "${p.plan}"; change its rows, or adjust it if it is published.`,
  },
  'plan-not-open': {
    zh: (p) =>
      p.state === 'published' || p.state === 'replaced'
        ? `“${p.plan}”${state('zh', p.state)}，不能直接改；请做年中调整，在新版本里改。`
        : `“${p.plan}”正在${state('zh', p.state)}，不能改宗地；请先退回草案。`,
    en: (p) =>
      p.state === 'published' || p.state === 'replaced'
        ? `"${p.plan}" is ${state('en', p.state)} and is not changed itself; adjust it and change the new version.`
        : `"${p.plan}" is ${state('en', p.state)}, so its rows stand; set it back to the draft first.`,
  },
  'plan-has-draft': {
    zh: (p) => `“${p.plan}”已有调整版本“${p.draft}”，请在那一版里改。`,
    en: (p) => `"${p.plan}" is being adjusted already, in "${p.draft}"; make the changes there.`,
  },
  'plan-not-published': {
    zh: (p) => `“${p.plan}”是${state('zh', p.state)}，还没有公布，可以直接改，不必调整。`,
    en: (p) => `"${p.plan}" is ${state('en', p.state)}, not published: only a published plan is adjusted.`,
  },
  'plan-empty': {
    zh: (p) => `“${p.plan}”还没有宗地，不能报批；请先列入宗地。`,
    en: (p) => `"${p.plan}" has no row yet and cannot be submitted; put land into it first.`,
  },
  'plan-state-day': {
    zh: (p) => `“${p.plan}”现在的状态始于 ${p.after}，不能早到 ${p.on}；请核对日期。`,
    en: (p) => `"${p.plan}" has been as it is since ${p.after}; what follows cannot be on ${p.on}. Check the day.`,
  },
  'plan-state-order': {
    zh: (p) => `“${p.plan}”是${state('zh', p.from)}，不能直接改为${state('zh', p.to)}；顺序是草案、报批、批准、公布。`,
    en: (p) =>
      `"${p.plan}" is ${state('en', p.from)} and cannot become ${state('en', p.to)}; the order is draft, submitted, approved, published.`,
  },
  'plan-not-next-year': {
    zh: (p) => `没有 ${p.year} 年的计划，“${p.plan}”没有可以结转的宗地。`,
    en: (p) => `There is no plan of ${p.year}: nothing can be carried over into "${p.plan}".`,
  },
  'row-id-taken': {
    zh: (p) => `计划宗地编号 ${p.id} 已有，请换一个。`,
    en: (p) => `There is a row ${p.id} already; give another id.`,
  },
  'row-parcel-taken': {
    zh: (p) => `宗地 ${p.parcel} 已在计划宗地 ${p.row} 里，一宗地在一份计划里只列一次。`,
    en: (p) => `Parcel ${p.parcel} is in row ${p.row} already: a plan has each parcel once.`,
  },
  'row-not-of-last-year': {
    zh: (p) => `${p.row} 不是上年度计划的宗地，不能结转。`,
    en: (p) => `${p.row} is no row of last year's plan and cannot be carried over.`,
  },
  'row-not-reserve': {
    zh: (p) => `${p.row} 不是储备宗地，已在计划内。`,
    en: (p) => `${p.row} is no reserve: it is in the plan.`,
  },
  'row-reserve': {
    zh: (p) => `${p.row} 是储备宗地，请先转为计划宗地，再记步骤。`,
    en: (p) => `${p.row} is a reserve; promote it before steps are recorded.`,
  },
  'row-step-order': {
    zh: (p) =>
      `${p.row} 现在是${step('zh', p.from)}，不能记${step('zh', p.to)}。招标、拍卖、挂牌的宗地依次是公告、成交、合同、交地、开工、竣工；签了合同的已计为供应，解除合同之前不能流拍、撤回或结转。`,
    en: (p) =>
      `${p.row} is ${step('en', p.from)}: "${step('en', p.to)}" cannot come next. Land that is auctioned is announced, sold, contracted, handed over, started and completed in turn; what has a contract is supplied, and neither fails nor is withdrawn or carried over unless the contract is terminated.`,
  },
  'row-supplied': {
    zh: (p) =>
      `${p.row} 已于 ${p.on} 签订合同，算作已供，不能移出计划或转为储备；合同记错时，请先退回这一步；合同已解除的，请先记解除合同。`,
    en: (p) =>
      `${p.row} has a contract since ${p.on} and is supplied: it stays in the plan and is no reserve. Take the step back first if it was recorded by mistake, or record that the contract was terminated.`,
  },
  'row-step-day': {
    zh: (p) => `${p.row} 的上一步在 ${p.after}，这一步不能早到 ${p.on}；请核对日期。`,
    en: (p) => `The last step of ${p.row} was on ${p.after}; this one cannot be on ${p.on}. Check the day.`,
  },
  'row-contract-early': {
    zh: (p) =>
      `${p.row} 是 ${p.year} 年计划的宗地，${p.on} 签的合同计入${String(p.on).slice(0, 4)}年的供应；请核对日期，或在那一年的计划里记。`,
    en: (p) =>
      `${p.row} is planned for ${p.year}; a contract of ${p.on} counts as supply of ${String(p.on).slice(0, 4)}. Check the day, or record it in the plan of that year.`,
  },
  'row-step-none': {
    zh: (p) => `${p.row} 没有记过步骤，没有可撤的。`,
    en: (p) => `No step of ${p.row} is recorded that could be taken back.`,
  },
  'row-carried': {
    zh: (p) => `${p.row} 已结转为 ${p.by}，请先在新计划里删去 ${p.by}。`,
    en: (p) => `${p.row} goes on as ${p.by}; take ${p.by} out of the new plan first.`,
  },
  'row-frozen': {
    zh: (p) => `${p.row} 所在的“${p.plan}”已被新版本替代，请在新版本里记。`,
    en: (p) => `"${p.plan}", which has ${p.row}, was replaced by a newer version; record it there.`,
  },
  'row-not-accepted': {
    zh: (p) => `${p.row} 的用地预申请在这一天还没有受理，不能公告；请先记受理预申请，申请不再有效的请先撤销。`,
    en: (p) =>
      `The pre-application of ${p.row} is not accepted by that day: record its acceptance first, or drop it if it came to nothing.`,
  },
  'row-application-order': {
    zh: (p) =>
      `${p.row} 现在是${step('zh', p.state)}，不能${applicationWords[p.what as ApplicationStep].zh}：预申请在公告之前提出，先申请、后受理，划拨和协议供应的没有预申请。`,
    en: (p) =>
      `${p.row} is ${step('en', p.state)}: “${applicationWords[p.what as ApplicationStep].en}” cannot be recorded. A pre-application comes before the announcement, is accepted once it is made, and is only of land that is auctioned.`,
  },
  'row-application-day': {
    zh: (p) => `${p.row} 的预申请在 ${p.after} 提出，受理不能早到 ${p.on}；请核对日期。`,
    en: (p) => `${p.row} was applied for on ${p.after}; it cannot be accepted on ${p.on}. Check the day.`,
  },
};
