import { formatFixed } from '../domain/quantity/format.ts';
import type { Language } from '../texts/language.ts';
import { limitUnit, limitWord, sayChecked, sayReasons } from '../texts/plan.ts';
import { saySpare, saySpared } from '../texts/plan-besides.ts';
import { besidesLines, certificateLines } from './plan-besides-text.ts';
import type { PlanDocument } from './plan-document.ts';

type Park = PlanDocument['parks'][number];
type Target = PlanDocument['targets'][number];
const mu = (value: number): string => formatFixed(value, 1);
const points = (value: number): string => formatFixed(value, 1);

/** Points no nearer than this are told, and nobody counts them. */
const NO_POINTS = 1e-4;
/** Of something there is no more than so much: rounded up, for less would be said of too little. */
const upTo = (value: number, decimals: number): string =>
  formatFixed(Math.ceil((value - NO_POINTS) * 10 ** decimals) / 10 ** decimals, decimals);

const parksText = (count: number): string => `${count} park${count === 1 ? '' : 's'}`;

/** Problems of one kind beyond this are counted. */
const mostAlike = 20;

/** What `yuantu plan` prints for people: how good it is, the parks by year, the targets, what is short, what was left out. */
export function planLines(document: PlanDocument, language: Language): string[] {
  const { policy, date, years, parks, shortfalls } = document;
  const zh = language === 'zh';
  const status = policy.status ? (zh ? `（${policy.status}）` : ` (${policy.status})`) : '';
  return [
    `${policy.title}${status} ${policy.version} · ${date} · ${years[0]}–${years[years.length - 1]}`,
    boundLine(document, language),
    document.space.message,
    sayChecked(language, document.check.faults.length),
    ...(document.spared ? saySpared(language, document.spared) : []),
    ...certificateLines(document, language),
    ...landLines(document, language),
    ...years.flatMap((year) => yearLines(year, parks.filter((park) => park.year === year), language)), // prettier-ignore
    ...limitLines(document, language),
    '',
    zh ? '目标：要求 · 已有和在建 · 本计划 · 缺' : 'Targets: required · there or on their way · this plan · short',
    ...targetLines(document, language),
    ...shortLines(document, language),
    ...(shortfalls.length === 0 ? [zh ? '目标全部达到' : 'All targets are met'] : []),
    ...missedLines(document, language),
    ...besidesLines(document, language),
    ...problemLines(document, language),
    '',
    zh ? '权重（设定，可用 --set 改；全部设定见 --json）' : 'Weights (settings, --set lays others over them; all of them in --json)', // prettier-ignore
    ...settingLines(document, language),
  ];
}

function boundLine({ statusName, objective, bound, gap, boundName, parks }: PlanDocument, language: Language): string {
  const zh = language === 'zh';
  const proven = bound === null || gap === null ? null : { most: bound - objective > NO_POINTS ? upTo(bound, 1) : points(objective), gap: upTo(100 * gap, 2) }; // prettier-ignore
  const most = !proven ? '' : zh ? `，任何计划最多 ${proven.most} 分，差距 ${proven.gap} %（${boundName}）` : `; no plan has more than ${proven.most}, gap ${proven.gap} % (${boundName})`; // prettier-ignore
  // Missing parks take more off than those that are in bring: no fault of the plan, and no debt.
  const below = objective >= 0 ? '' : zh ? '（低于零：目标缺的园区扣的分多于列入的园区得的分）' : ' (below zero: parks missing of the targets take more off than those that are in bring)'; // prettier-ignore
  return zh
    ? `${statusName}：${parks.length} 个园区，${points(objective)} 分${below}${most}`
    : `${statusName}: ${parksText(parks.length)}, ${points(objective)} points${below}${most}`;
}

function landLines({ candidates, aside, assumed, problems }: PlanDocument, language: Language): string[] {
  const zh = language === 'zh';
  const join = zh ? '，' : '; ';
  const out = problems.filter(({ kind }) => kind === 'parcel');
  const ids = new Set(out.map(({ id }) => id)).size;
  const told = aside.map(({ name, count }) => (zh ? `${name} ${count} 宗` : `${name} ${count}`));
  const bad = ids > 0 ? [zh ? `数据有误 ${ids} 宗（见下）` : `${ids} for bad data (below)`] : [];
  return [
    zh
      ? `候选 ${candidates.count} 宗 ${mu(candidates.areaMu)} 亩；不列入：${[...told, ...bad].join(join) || '无'}`
      : `${candidates.count} candidates, ${mu(candidates.areaMu)} mu; left out: ${[...told, ...bad].join(join) || 'none'}`,
    ...assumed.map(({ message }) => `  ${message}`),
  ];
}

function yearLines(year: number, parks: readonly Park[], language: Language): string[] {
  const zh = language === 'zh';
  const sum = (of: (park: Park) => number) => parks.reduce((total, park) => total + of(park), 0);
  const [land, fresh, cost] = [sum(({ areaMu }) => areaMu), sum(({ newMu }) => newMu), sum(({ costWan }) => costWan)];
  return [
    '',
    zh
      ? `${year} 年：${parks.length} 个园区，${mu(land)} 亩（新增 ${mu(fresh)}，存量 ${mu(land - fresh)}），${formatFixed(cost, 0)} 万元`
      : `${year}: ${parksText(parks.length)}, ${mu(land)} mu (new ${mu(fresh)}, stock ${mu(land - fresh)}), ${formatFixed(cost, 0)} (10 000 yuan)`,
    ...parks.flatMap((park) => [
      parkLine(park, language),
      ...spareLines(park, language),
      ...sayReasons(language, park).map((line) => `    ${line}`),
    ]),
  ];
}

function spareLines({ spare }: Park, language: Language): string[] {
  if (!spare) return [];
  const zh = language === 'zh';
  const when = spare.year ?? (zh ? '累计' : 'in all');
  const of = `${spare.districtName ?? (zh ? '全市' : 'the city')} ${when}${zh && spare.year !== null ? ' 年' : ''}`;
  return [`    ${zh ? '备选：' : 'spare: '}${saySpare(language, { ...spare, of })}`];
}

function parkLine(park: Park, language: Language): string {
  const zh = language === 'zh';
  const place = [park.districtName, park.townshipName].filter(Boolean).join(' ');
  const sites = park.sites.map((ids) => ids.join('+')).join(' | ');
  const smaller = park.smaller ? (zh ? '，规模低于一般要求，需认定' : ', smaller than usual: to be found so') : '';
  const reckoned = park.reckonedWan > 0 ? (zh ? `（其中估 ${formatFixed(park.reckonedWan, 0)}）` : ` (${formatFixed(park.reckonedWan, 0)} of it reckoned)`) : ''; // prettier-ignore
  return zh
    ? `  ${park.id}  ${place}  ${park.kindName}  ${mu(park.areaMu)} 亩  可建 ${formatFixed(park.floorAreaM2, 0)} m²  容积率 ${park.far.toFixed(2)}  ${formatFixed(park.costWan, 0)} 万元${reckoned}${smaller}  ${sites}`
    : `  ${park.id}  ${place}  ${park.kindName}  ${mu(park.areaMu)} mu  floor ${formatFixed(park.floorAreaM2, 0)} m²  plot ratio ${park.far.toFixed(2)}  cost ${formatFixed(park.costWan, 0)}${reckoned}${smaller}  ${sites}`;
}

function limitLines({ prices }: PlanDocument, language: Language): string[] {
  const zh = language === 'zh';
  if (prices.length === 0)
    return ['', zh ? '没有给资金、指标或总量上限：凡值得的地都列入' : 'No limit of money, quota or land was given: all land that pays is in']; // prettier-ignore
  const told = prices.map(({ what, name, from, to, used, most, price }) => {
    const span = from === to ? String(from) : `${from}–${to}`;
    const unit = limitUnit(language, what);
    const worth = price === null || price <= 1e-9 ? '' : zh ? `；再多 1 ${unit}值 ${price.toPrecision(3)} 分` : `; one more is worth ${price.toPrecision(3)} points`; // prettier-ignore
    return `  ${span} ${name} ${formatFixed(used, 1)} / ${formatFixed(most, 1)} ${unit}${worth}`;
  });
  return ['', zh ? '上限：已用 / 上限' : 'Limits: used / most', ...told];
}

function targetLines({ targets }: PlanDocument, language: Language): string[] {
  const zh = language === 'zh';
  const names = new Map<string, Target[]>();
  for (const target of targets) {
    const name = target.districtName ?? (zh ? '全市' : 'the city');
    names.set(name, [...(names.get(name) ?? []), target]);
  }
  const told = ({ year, cumulative, required, there, planned, short, beyondLand }: Target) => {
    const when = cumulative ? (zh ? `累计到 ${year}` : `in all by ${year}`) : String(year);
    const none = beyondLand > 0 ? (zh ? `（${beyondLand} 个无地）` : ` (${beyondLand} without land)`) : '';
    return `${when} ${required}·${there}·${planned}·${short}${none}`;
  };
  return [...names].map(([name, own]) => `  ${name}${zh ? '：' : ': '}${own.map(told).join(zh ? '；' : '; ')}`);
}

/** What would end a shortfall: `望湖区 2026 缺 1：0 个，照现在的地和规则 → 14 个，若地块就绪`. */
function shortLines({ shortfalls }: PlanDocument, language: Language): string[] {
  const zh = language === 'zh';
  const lines = shortfalls.flatMap(({ districtName, year, cumulative, short, ladder, conflict }) => {
    if (!ladder) return [];
    const who = `${districtName ?? (zh ? '全市' : 'the city')} ${cumulative ? (zh ? '累计' : 'in all by ') : ''}${year}`;
    const against = conflict && conflict.limits.length > 0 ? `${zh ? '；与上限冲突：' : '; in conflict with '}${conflict.limits.map(({ what, from, to }) => `${limitWord(language, what)} ${from === to ? from : `${from}–${to}`}`).join(zh ? '、' : ', ')}` : ''; // prettier-ignore
    const [first, ...rungs] = ladder;
    const more = rungs.filter(({ canForm, atMost }) => canForm > first.canForm || atMost > first.atMost);
    const none =
      rungs.length === 0 || more.length > 0 ? [] : [zh ? '放开任何一条都不能增加' : 'nothing by itself would add one'];
    const told = [first.message, ...more.map(({ message }) => message), ...none].join(' → ');
    return [`  ${who}${zh ? ` 缺 ${short}：` : `, ${short} short: `}${told}${against}`];
  });
  return lines.length > 0 ? [zh ? '缺口：单独最多能拼几个，放开哪一条能拼几个' : 'Shortfalls: parks it could form, and if one thing were otherwise', ...lines] : []; // prettier-ignore
}

function missedLines({ missed }: PlanDocument, language: Language): string[] {
  const all = [...missed.parks.map((ids) => ids.join('+')), ...missed.parcels];
  if (all.length === 0) return [];
  const zh = language === 'zh';
  return [zh ? `必选而没有列入：${all.join('、')}` : `Fixed, and not in: ${all.join(', ')}`];
}

function problemLines({ problems }: PlanDocument, language: Language): string[] {
  const zh = language === 'zh';
  const seen = new Map<string, number>();
  const lines: string[] = [];
  for (const problem of problems) {
    const count = (seen.get(problem.code) ?? 0) + 1;
    seen.set(problem.code, count);
    if (count > mostAlike) continue;
    const who = 'name' in problem ? `${problem.name ?? ''} ${problem.year}` : problem.id;
    const out = problem.kind === 'parcel' ? (zh ? '（不列入）' : ' (left out)') : '';
    lines.push(`! ${who}${zh ? '：' : ': '}${problem.message}${out}`);
  }
  const more = [...seen.values()].reduce((sum, count) => sum + Math.max(0, count - mostAlike), 0);
  if (more > 0) lines.push(zh ? `! 另有 ${more} 条见 --json` : `! ${more} more in --json`);
  return lines.length > 0 ? ['', ...lines] : [];
}

const settingLines = ({ settings }: PlanDocument, language: Language): string[] =>
  settings
    .filter(({ id, set }) => set || id.startsWith('weight.'))
    .map(({ id, name, value, unitName, confidence, set }) => {
      const zh = language === 'zh';
      const how = set
        ? zh
          ? '本次设定'
          : 'set for this plan'
        : zh
          ? `把握 ${confidence}`
          : `confidence ${confidence}`;
      return `  ${id} = ${value} ${unitName}${zh ? '：' : ': '}${name}${zh ? `（${how}）` : ` (${how})`}`;
    });
