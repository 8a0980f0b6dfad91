import type { Pack } from '../policy/shape/pack.ts';
import type { Language } from '../texts/language.ts';
import { gapLines } from './check-gaps.ts';
import { outcomeOrder, outcomeWord } from '../texts/outcomes.ts';
import type { CheckDocument } from './check-document.ts';
import { targetLines } from './check-targets.ts';
import { placeText } from './figures-document.ts';
import { precisionText, type StatedPrecision } from './precision.ts';

type Park = CheckDocument['parks'][number];

/** What `yuantu check` prints for people: how many parks stand how, then each clause by clause, what is missed first. */
export function checkLines(
  { policy, date, parks, jurisdictions, problems }: CheckDocument,
  pack: Pack,
  precision: StatedPrecision | null,
  language: Language,
): string[] {
  const zh = language === 'zh';
  const status = policy.status ? (zh ? `（${policy.status}）` : ` (${policy.status})`) : '';
  const targets = targetLines(jurisdictions, pack, language);
  return [
    `${policy.title}${status} ${policy.version} · ${date}`,
    ...(precision ? [precisionText(language, precision)] : []),
    ...(parks.length > 1 ? [summary(parks, language)] : []),
    ...parks.filter(({ findings }) => findings.length > 0).flatMap((park) => parkLines(park, language)),
    ...(targets.length > 0 ? ['', ...targets] : []),
    ...(problems.length > 0 ? [''] : []),
    ...problems.map((p) => `! ${p.id}${zh ? '：' : ': '}${p.message}${placeText(p.at)}`),
  ];
}

/** `60 个园区：不符合 12，资料不足 48`, each by the worst of its findings. */
function summary(parks: readonly Park[], language: Language): string {
  const zh = language === 'zh';
  const stands = parks.map(({ outcome }) => outcome);
  const counts = outcomeOrder
    .map((outcome) => [outcome, stands.filter((o) => o === outcome).length] as const)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${outcomeWord(language, outcome)} ${count}`);
  return (zh ? `${parks.length} 个园区：` : `${parks.length} parks: `) + counts.join(zh ? '，' : ', ');
}

/** A park clause by clause; what is unknown by what is to be filled in, each thing once. */
function parkLines({ id, name, findings, gaps }: Park, language: Language): string[] {
  const zh = language === 'zh';
  const told = findings.toSorted((a, b) => outcomeOrder.indexOf(a.outcome) - outcomeOrder.indexOf(b.outcome));
  const lineOf = ({ outcome, title, clause, message, notes }: Park['findings'][number]) => {
    const rule = zh ? `${title}（第 ${clause} 条）：` : `${title} (clause ${clause}): `;
    return `  ${outcomeWord(language, outcome)}  ${rule}${[message, ...notes].join(' · ')}`;
  };
  const before = told.filter(({ outcome }) => outcomeOrder.indexOf(outcome) < outcomeOrder.indexOf('unknown'));
  const after = told.filter(({ outcome }) => outcomeOrder.indexOf(outcome) > outcomeOrder.indexOf('unknown'));
  return [
    '',
    name === null || name === id ? id : `${name}${zh ? `（${id}）` : ` (${id})`}`,
    ...before.map(lineOf),
    ...gapLines({ findings, gaps }, language),
    ...after.map(lineOf),
  ];
}
