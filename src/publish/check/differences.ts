import { worst } from '../../policy/outcomes.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';
import type { CheckedPark, ParkFile } from '../shape/published.ts';

/** What the list and the card say of a park. */
export interface ShownPark {
  readonly landM2: number | null;
  readonly floorM2: number | null;
  readonly plotRatio: number | null;
  readonly outcome: Outcome;
  /** Of its card, how many findings have which outcome; null where no card came. */
  readonly counts: ParkFile['law']['counts'] | null;
}

const figures = ['landM2', 'floorM2', 'plotRatio'] as const;

/** Where something is published: `check.json`, the list, the card. */
type PublishedIn = 'check' | 'list' | 'card';

/** One thing that is published otherwise than it comes to. */
export type Difference =
  | { readonly what: 'park'; readonly in: 'check' | 'records' | 'list' | 'card' }
  | {
      readonly what: (typeof figures)[number];
      readonly in: PublishedIn;
      readonly published: number | null;
      readonly anew: number | null;
    }
  | {
      readonly what: 'finding';
      readonly in: 'check';
      readonly rule: string;
      readonly published: Outcome;
      readonly anew: Outcome | null;
    }
  | { readonly what: 'worst'; readonly in: 'list'; readonly published: Outcome; readonly anew: Outcome }
  | {
      readonly what: 'count';
      readonly in: 'card';
      readonly outcome: Outcome;
      readonly published: number;
      readonly anew: number;
    };

/**
 * Holds a park as it is judged anew against all that is published of it. Null: it is not there. Of the findings those count
 * that are published: what rests on data the public has not got is told nowhere.
 */
export function differencesOf(
  anew: CheckedPark | null,
  published: CheckedPark | null,
  shown: ShownPark | null,
): readonly Difference[] {
  if (!anew) return [{ what: 'park', in: 'records' }];
  if (!published) return [{ what: 'park', in: 'check' }];
  const told = Object.entries(anew.findings).filter(([rule]) => Object.hasOwn(published.findings, rule));
  const own = { ...anew, findings: Object.fromEntries(told) };
  return [
    ...againstCheck(own, published),
    ...(shown ? againstShown(own, published, shown) : [{ what: 'park', in: 'list' } as const]),
  ];
}

/** To the last bit: the same records, judged by the same code. */
function againstCheck(anew: CheckedPark, published: CheckedPark): Difference[] {
  return [
    ...figures
      .filter((what) => anew[what] !== published[what] && !published.figuresBeyond?.includes(what))
      .map((what) => ({ what, in: 'check' as const, published: published[what], anew: anew[what] })),
    ...Object.entries(published.findings)
      .map(([rule, outcome]) => ({
        what: 'finding' as const,
        in: 'check' as const,
        rule,
        published: outcome,
        anew: anew.findings[rule] ?? null,
      }))
      .filter((finding) => finding.published !== finding.anew),
  ];
}

/** What rests on the exact boundaries is not come to anew: list and card are held against what is said of it. */
function againstShown(
  anew: CheckedPark,
  { beyond = {}, figuresBeyond = [], ...published }: CheckedPark,
  shown: ShownPark,
): Difference[] {
  const found = [...Object.values(anew.findings), ...Object.values(beyond)];
  const worstAnew = worst(found);
  return [
    ...figures
      .map((what) => ({ what, own: figuresBeyond.includes(what) ? published[what] : anew[what] }))
      .filter(({ what, own }) => !agreesAsWritten(shown[what], own))
      .map(({ what, own }) => ({ what, in: 'list' as const, published: shown[what], anew: own })),
    ...(shown.outcome === worstAnew
      ? []
      : [{ what: 'worst' as const, in: 'list' as const, published: shown.outcome, anew: worstAnew }]),
    ...(shown.counts ? againstCounts(found, shown.counts) : [{ what: 'park', in: 'card' } as const]),
  ];
}

function againstCounts(found: readonly Outcome[], counts: ParkFile['law']['counts']): Difference[] {
  const told = [...new Set([...found, ...(Object.keys(counts) as Outcome[])])];
  return told
    .map((outcome) => ({
      what: 'count' as const,
      in: 'card' as const,
      outcome,
      published: counts[outcome] ?? 0,
      anew: found.filter((each) => each === outcome).length,
    }))
    .filter(({ published, anew }) => published !== anew);
}

/** Whether a figure is the published one as closely as that is written: half its last digit, up or down. */
export function agreesAsWritten(published: number | null, anew: number | null): boolean {
  if (published === null || anew === null) return published === anew;
  const [, decimals = '', power = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(published)) ?? [];
  const digit = 10 ** (Number(power) - decimals.length);
  return Math.abs(anew - published) <= digit * (0.5 + 1e-6);
}
