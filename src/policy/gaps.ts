import type { Missing } from '../domain/land/figure.ts';
import { park } from '../domain/land/fields/park.ts';
import type { ParkStage } from '../domain/land/model.ts';
import type { Finding } from './shape/finding.ts';

/** One field of one kind of record, with all records that lack it: so many entries are to be filled in. */
export interface Gap {
  readonly kind: Missing['kind'];
  readonly field: string;
  /** It is recorded, and contradicts something else. */
  readonly clash?: true;
  readonly ids: readonly string[];
}

/** 资料缺口: what is to be filled in together, and what that decides. Every gap and every rule stands in one of them. */
export interface GapStep {
  readonly gaps: readonly Gap[];
  /** Rules that have all they can ask for once this step and those before it are filled in, whatever is filled in. */
  readonly frees: readonly string[];
  /** Rules that may ask for more, by what is filled in: whether they apply, or what an exception rests on, is told by it. */
  readonly opens: readonly string[];
  /** Something of it is known only from a later stage 阶段 of the park on. */
  readonly later: boolean;
}

/** From which stage on a field can be known, by `kind.field`. */
export type KnownFrom = Readonly<Record<string, ParkStage>>;

const stages: readonly ParkStage[] = park.stage.values;

const keyOf = ({ kind, field, clash }: Pick<Missing, 'kind' | 'field' | 'clash'>): string =>
  `${kind}.${field}${clash ? '!' : ''}`;

/** An unknown rule by the keys of what it lacks. */
interface Open {
  readonly rule: string;
  readonly lacks: ReadonlySet<string>;
  /** All it can ask for. */
  readonly all: ReadonlySet<string>;
  readonly later: boolean;
}

type UnknownFinding = Pick<Finding, 'rule' | 'outcome' | 'missing' | 'further'>;

/**
 * What unknown findings lack, in the order in which it is best filled in: at each step what decides the most rules for
 * each entry; what is only known at a later stage comes last. Of a park whose stage is not known nothing
 * is put off.
 */
export function gapSteps(
  findings: readonly UnknownFinding[],
  stage?: ParkStage,
  knownFrom: KnownFrom = {},
): readonly GapStep[] {
  const unknown = findings.filter(({ outcome, missing }) => outcome === 'unknown' && missing.length > 0);
  const isLater = ({ kind, field }: Missing): boolean => {
    const from = Object.hasOwn(knownFrom, `${kind}.${field}`) ? knownFrom[`${kind}.${field}`] : undefined;
    return from !== undefined && stage !== undefined && stages.indexOf(from) > stages.indexOf(stage);
  };
  const gaps = gapsByKey(unknown.flatMap(({ missing }) => missing));
  let open = unknown.map(({ rule, missing, further = [] }): Open => ({
    rule,
    lacks: new Set(missing.map(keyOf)),
    all: new Set([...missing, ...further].map(keyOf)),
    later: missing.some(isLater),
  }));
  const filled = new Set<string>();
  const steps: GapStep[] = [];
  while (open.length > 0) {
    const { keys, frees, opens, later } = best(open, filled, gaps);
    const added = [...keys].filter((key) => !filled.has(key));
    for (const key of added) filled.add(key);
    steps.push({ gaps: added.map((key) => gaps.get(key)!), frees: frees.map(ruleOf), opens: opens.map(ruleOf), later });
    open = open.filter((o) => !frees.includes(o) && !opens.includes(o));
  }
  return steps;
}

const ruleOf = ({ rule }: Open): string => rule;

/** What is missing, each field of each kind of record once. */
export const gapsOf = (missing: readonly Missing[]): readonly Gap[] => [...gapsByKey(missing).values()];

function gapsByKey(missing: readonly Missing[]): ReadonlyMap<string, Gap> {
  const found = new Map<string, { readonly first: Missing; readonly ids: Set<string> }>();
  for (const m of missing) {
    const known = found.get(keyOf(m));
    if (known) known.ids.add(m.id);
    else found.set(keyOf(m), { first: m, ids: new Set([m.id]) });
  }
  const gap = ({ kind, field, clash }: Missing, ids: ReadonlySet<string>): Gap => ({
    kind,
    field,
    ...(clash && { clash }),
    ids: [...ids],
  });
  return new Map([...found].map(([key, { first, ids }]) => [key, gap(first, ids)]));
}

interface Choice {
  readonly keys: ReadonlySet<string>;
  readonly frees: readonly Open[];
  readonly opens: readonly Open[];
  readonly later: boolean;
}

/** Of the sets that rules lack the one to fill in next. */
function best(open: readonly Open[], filled: ReadonlySet<string>, gaps: ReadonlyMap<string, Gap>): Choice {
  const now = open.filter(({ later }) => !later);
  const candidates = now.length > 0 ? now : open;
  const choices = candidates.map(({ lacks, later }) => {
    const has = (key: string) => filled.has(key) || lacks.has(key);
    const frees = candidates.filter(({ all }) => [...all].every(has));
    const opens = candidates.filter((o) => !frees.includes(o) && [...o.lacks].every(has));
    const items = [...lacks].reduce((sum, key) => sum + (filled.has(key) ? 0 : gaps.get(key)!.ids.length), 0);
    return { keys: lacks, frees, opens, items, later };
  });
  const rate = ({ frees, items }: (typeof choices)[number]) => frees.length / items;
  return choices.toSorted(
    (a, b) =>
      rate(b) - rate(a) || b.frees.length - a.frees.length || b.opens.length - a.opens.length || a.items - b.items,
  )[0];
}
