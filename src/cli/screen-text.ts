import { formatFixed } from '../domain/quantity/format.ts';
import { LAND_CLASSES, type ScreenClass } from '../supply/screen/classes.ts';
import type { Language } from '../texts/language.ts';
import { classWord } from '../texts/screen.ts';
import type { ScreenDocument } from './screen-document.ts';

type Place = ScreenDocument['summary'];
type Line = ScreenDocument['parcels'][number];

const most = 200;
const mu = (value: number): string => formatFixed(value, 1);
const percent = (value: number | null): string => (value === null ? '—' : `${(100 * value).toFixed(1)} %`);

/** What `yuantu screen` prints for people: how much of what, the rates, then what is flagged with its evidence. */
export function screenLines(document: ScreenDocument, only: readonly ScreenClass[], language: Language): string[] {
  const { policy, date, summary, districts, parcels, flips, problems } = document;
  const zh = language === 'zh';
  const status = policy.status ? (zh ? `（${policy.status}）` : ` (${policy.status})`) : '';
  const isAsked = only.length < LAND_CLASSES.length;
  const listed = parcels.filter((line) => line.class !== null && (isAsked || line.flagged));
  return [
    `${policy.title}${status} ${policy.version} · ${date}`,
    ...amounts(summary, language),
    ...rateLines(summary, language),
    zh ? '区县：各类宗数 · 批而未供率 · 闲置率' : 'District: parcels by class · approved, not supplied · idle',
    ...districts.map((place) => placeLine(place, language)),
    ...(flips ? ['', ...flipLines(flips, language)] : []),
    '',
    ...listed.slice(0, most).flatMap((line) => lineLines(line, language)),
    ...(listed.length > most
      ? [zh ? `其余 ${listed.length - most} 宗见 --json` : `${listed.length - most} more: see --json`]
      : []),
    ...(problems.length > 0 ? [''] : []),
    ...problems.map(({ id, message, keptOut }) => {
      const out = keptOut ? (zh ? '（不计）' : ' (left out)') : '';
      return id === '' ? `! ${message}` : `! ${id}${zh ? '：' : ': '}${message}${out}`;
    }),
  ];
}

function amounts({ classes, stocks, keptOut }: Place, language: Language): string[] {
  const zh = language === 'zh';
  const told = (all: Place['classes']) =>
    Object.values(all).map(({ name, count, mu: land }) =>
      zh ? `${name} ${count} 宗 ${mu(land)} 亩` : `${name} ${count} (${mu(land)} mu)`,
    );
  const out = keptOut > 0 ? [zh ? `数据有误、不计 ${keptOut} 宗` : `${keptOut} left out for bad data`] : [];
  const join = zh ? '，' : '; ';
  return [[...told(classes), ...out].join(join), `${zh ? '四类存量：' : 'Stocks: '}${told(stocks).join(join) || '—'}`];
}

function rateLines({ rates }: Place, language: Language): string[] {
  const zh = language === 'zh';
  const { notSupplied, idle, supply } = rates;
  const made = (rate: { of: { mu: number }; to: { mu: number } }) =>
    `${mu(rate.of.mu)} / ${mu(rate.to.mu)} ${zh ? '亩' : 'mu'}`;
  const outcomes: Readonly<Record<string, string>> = zh
    ? { met: '达到', missed: '未达到', open: '资料不足，无法判断' }
    : { met: 'met', missed: 'missed', open: 'open for want of data' };
  const missing = supply.missing.find(({ field }) => field === 'approvedOn');
  const lacks = missing ? (zh ? `；缺批准日期 ${missing.count} 宗 ${mu(missing.mu)} 亩` : `; ${missing.count} ${missing.count === 1 ? 'parcel lacks' : 'parcels lack'} the day of approval (${mu(missing.mu)} mu)`) : ''; // prettier-ignore
  const floor = supply.floor === null ? '' : `${zh ? '，下限 ' : ', at least '}${percent(supply.floor)}${supply.outcome ? `${zh ? '：' : ': '}${outcomes[supply.outcome]}` : ''}`; // prettier-ignore
  return [
    `${zh ? '批而未供率' : 'Approved, not supplied'} ${percent(notSupplied.value)} (${made(notSupplied)})`,
    `${zh ? '闲置率（含疑似）' : 'Idle, suspected included'} ${percent(idle.value)} (${made(idle)})`,
    `${zh ? '供地率' : 'Supply of recent approvals'} ${percent(supply.value)} (${made(supply)})${floor}${lacks}`,
  ];
}

function placeLine({ code, name, classes, rates }: Place, language: Language): string {
  const of = (key: string) => classes[key]?.count ?? 0;
  const word = (key: ScreenClass) => `${classWord(language, key)} ${of(key)}`;
  const flagged = (['suspected-idle', 'idle', 'low-efficiency', 'approved-not-supplied'] as const).filter((key) => of(key) > 0); // prettier-ignore
  const told = flagged.map(word).join(language === 'zh' ? '，' : '; ') || '—';
  const who = name ?? (code || (language === 'zh' ? '区县不明' : 'no district'));
  return `  ${who}${language === 'zh' ? '：' : ': '}${told} · ${percent(rates.notSupplied.value)} · ${percent(rates.idle.value)}`;
}

function lineLines(line: Line, language: Language): string[] {
  const zh = language === 'zh';
  const area = line.mu === null ? '—' : `${mu(line.mu)} ${zh ? '亩' : 'mu'}`;
  const colon = zh ? '：' : ': ';
  const missing = line.missing.map(({ name }) => name).join(zh ? '、' : ', ');
  const doubts = line.doubts.map(({ message }) => message).join(zh ? '；' : '; ');
  const more = [
    ...(line.decision ? [line.decision.message] : []),
    ...line.consequences.map(({ message }) => message),
    ...(missing ? [`${zh ? '缺' : 'missing'}${colon}${missing}`] : []),
    `${zh ? '把握' : 'confidence'} ${line.confidence.toFixed(2)}${doubts ? `${zh ? '：' : ': '}${doubts}` : ''}`,
    ...(line.potential ? [potentialText(line.potential, language)] : []),
  ];
  return [`${line.id}  ${line.className}  ${area}  ${line.message}`, ...more.map((text) => `    ${text}`)];
}

function potentialText({ floorAreaM2, plotRatio, parks }: NonNullable<Line['potential']>, language: Language): string {
  const zh = language === 'zh';
  const floor = floorAreaM2 === null ? '—' : `${formatFixed(floorAreaM2, 0)} m²`;
  const near = parks.map(({ id, name, borders }) => `${name ?? id}${borders ? (zh ? '（相邻）' : ' (adjacent)') : ''}`);
  const join = near.length > 0 ? `${zh ? '；可并入 ' : '; could join '}${near.join(zh ? '、' : ', ')}` : '';
  return `${zh ? '潜力：按容积率' : 'potential: at plot ratio'} ${plotRatio} ${zh ? '可建' : '→'} ${floor}${join}`;
}

function flipLines({ counts, parcels }: NonNullable<ScreenDocument['flips']>, language: Language): string[] {
  const zh = language === 'zh';
  const word = (name: ScreenClass | null) => (name === null ? (zh ? '不计' : 'left out') : classWord(language, name));
  if (counts.length === 0) return [zh ? '试算：没有宗地变类' : 'Tried: no parcel flips'];
  return counts.map(({ from, to, count, mu: land }) => {
    const ids = parcels.filter((p) => p.from === from && p.to === to).map(({ id }) => id);
    const named = ids.slice(0, 5).join(zh ? '、' : ', ') + (ids.length > 5 ? '…' : '');
    return zh
      ? `试算：${word(from)} → ${word(to)} ${count} 宗 ${mu(land)} 亩（${named}）`
      : `Tried: ${word(from)} → ${word(to)}: ${count} (${mu(land)} mu; ${named})`;
  });
}
