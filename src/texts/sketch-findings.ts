import { exceptionInPlay, measuredPairs, type MeasuredPair } from '../policy/measured-pairs.ts';
import type { Finding, Repair } from '../policy/shape/finding.ts';
import type { MendStep } from '../policy/shape/mend-step.ts';
import { opWord } from './bounds.ts';
import { boundText, displayedText } from './figures.ts';
import { lackText, sayFinding } from './findings.ts';
import { MINUS } from '../domain/quantity/format.ts';
import type { Labels } from './labels.ts';
import type { Language } from './language.ts';
import { shownPair } from './pair.ts';
import { sayMendStep } from './policy-repairs.ts';

/** Of several limbs the one a line is about: missed where the rule is, else met. */
function spokenPair(finding: Finding): MeasuredPair | null {
  const pairs = measuredPairs(finding).filter(({ required }) => required !== null);
  const isMissed = ({ margin }: MeasuredPair) => margin !== null && margin < 0;
  return (
    (finding.outcome === 'pass' ? pairs.find((pair) => !isMissed(pair)) : pairs.find(isMissed)) ?? pairs[0] ?? null
  );
}

/** A finding in a line: `108.0000 ≥ 100 亩，余 8.0000 亩`; why an authority decides; what is missing. */
export function findingLine(language: Language, finding: Finding, labels: Labels): string {
  const zh = language === 'zh';
  if (finding.outcome === 'relaxed') {
    const why = exceptionInPlay(finding, labels.exceptions)?.[language];
    if (why) return why;
  }
  if (finding.outcome === 'unknown') return lackText(language, finding.missing, labels).join(zh ? '；' : '; ');
  const pair = spokenPair(finding);
  if (!pair?.required || finding.outcome === 'not-applicable')
    return sayFinding(language, { ...finding, borderline: undefined }, labels).replace(/[。.]$/, '');
  const label = labels.measures[pair.measured.what];
  const { measured, required, margin } = shownPair(pair, label);
  const isNone = pair.required.value === 0 && pair.required.op === '<=';
  const bound = `${opWord(language, pair.required)} ${boundText(language, required!.value, required!.unit, required!.against)}`;
  const asks = (margin?.value ?? 0) < 0 && !isNone ? (zh ? '，要求' : ', required') : '';
  const stands = displayedText(language, measured) + (isNone ? '' : `${asks} ${bound}`);
  if (!margin || margin.value === 0) return stands;
  const by = displayedText(language, { ...margin, value: Math.abs(margin.value) });
  if (isNone && margin.value >= 0) return stands;
  const word = margin.value > 0 ? (zh ? '余' : 'to spare') : zh ? '差' : 'short';
  return zh ? `${stands}，${word} ${by}` : `${stands}, ${by} ${word}`;
}

/** How much is missing, without its sign: `0.063`; null where no number is. */
export function shortfallText(
  language: Language,
  finding: Finding,
  labels: Labels,
): { readonly text: string; readonly over: boolean } | null {
  const pair = measuredPairs(finding).find(({ margin }) => margin !== null && margin < 0);
  const margin = pair && shownPair(pair, labels.measures[pair.measured.what]).margin;
  if (!pair?.required || !margin) return null;
  return {
    text: displayedText(language, { ...margin, value: Math.abs(margin.value) }).replace(MINUS, ''),
    over: pair.required.op.startsWith('<') || (pair.required.op === '=' && pair.measured.value > pair.required.value),
  };
}

type NameOf = (kind: 'building' | 'parcel', id: string) => string;

/** What a repair does, as short as a planner says it: buildings by their names, the same of several said once. */
export function briefRepair(
  language: Language,
  { steps }: Pick<Repair, 'steps'>,
  labels: Labels,
  nameOf: NameOf,
): string {
  const zh = language === 'zh';
  const groups = new Map<string, MendStep[]>();
  for (const step of steps) {
    const key = sameOf(step);
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  const said = [...groups.values()].map((own) => briefStep(language, own, labels, nameOf));
  const rest = said.length > 3 ? (zh ? `等 ${said.length} 项` : ` and ${said.length - 3} more`) : '';
  return said.slice(0, 3).join(zh ? '，' : ', ') + rest;
}

/** What steps on several records have in common. */
const sameOf = (step: MendStep): string => {
  if (step.kind === 'set') return JSON.stringify(['set', step.of, step.field, step.to]);
  return step.kind === 'storeys' ? `storeys ${step.by}` : JSON.stringify(step);
};

function briefStep(language: Language, steps: readonly MendStep[], labels: Labels, nameOf: NameOf): string {
  const zh = language === 'zh';
  const [step] = steps;
  const named = (of: string, id: string) => (of === 'building' || of === 'parcel' ? nameOf(of, id) : id);
  const list = (ids: readonly string[]) => {
    const more = ids.length > 3 ? (zh ? ` 等 ${ids.length} 个` : ` and ${ids.length - 3} more`) : '';
    return ids.slice(0, 3).join(zh ? '、' : ', ') + more;
  };
  if (step.kind === 'storeys') {
    const names = list(steps.flatMap((own) => ('id' in own ? named('building', own.id) : [])));
    const by = Math.abs(step.by);
    const each = steps.length > 1;
    if (zh) return `${names} ${each ? '各' : ''}${step.by < 0 ? '减' : '加'} ${by} 层`;
    return `${by} ${step.by < 0 ? 'fewer' : 'more'} ${by === 1 ? 'storey' : 'storeys'} on ${each ? 'each of ' : ''}${names}`;
  }
  if (step.kind === 'set' && steps.length > 1) {
    const ids = list(steps.flatMap((own) => ('id' in own ? named(step.of, own.id) : [])));
    return sayMendStep(language, { ...step, from: null, id: ids }, labels);
  }
  // From what is measured above.
  if (step.kind === 'set') return sayMendStep(language, { ...step, from: null, id: named(step.of, step.id) }, labels);
  if ('of' in step && 'id' in step) return sayMendStep(language, { ...step, id: named(step.of, step.id) }, labels);
  return step.kind === 'footprint'
    ? sayMendStep(language, { ...step, id: named('building', step.id) }, labels)
    : sayMendStep(language, step, labels);
}
