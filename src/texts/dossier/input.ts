import type { ParkFacts } from '../../domain/land/facts.ts';
import type { LandClass, LandClassSystem } from '../../domain/land/model.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { Labels } from '../labels.ts';

type Named = Readonly<Record<'zh' | 'en', string>>;

/** What a dossier 一园一策 is written from: one park with its findings, and the names the pack gives. Plain data. */
export interface DossierInput {
  readonly facts: ParkFacts;
  /** With their repairs, where those were looked for. */
  readonly findings: readonly Finding[];
  readonly districtName: string;
  readonly townshipNames: readonly string[];
  /** Day of the findings, YYYY-MM-DD. */
  readonly date: string;
  /** Standard error of the boundary points 中误差, where someone has stated it, m. */
  readonly vertexSigmaM?: number;
  /** True for the synthetic city. */
  readonly sample: boolean;
  readonly policy: DossierPolicy;
}

export interface DossierPolicy extends Labels {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly version: string;
  readonly rules: readonly { readonly id: string; readonly title: Named }[];
  readonly landClasses: Readonly<
    Record<string, readonly ({ readonly code: string; readonly guide?: string } & Named)[]>
  >;
}

type Classes = Pick<DossierPolicy, 'landClasses'>;

/** Code of the planning guide 2023 that a land class corresponds to; null where it is of the guide, or none is known. */
export const guideCodeOf = (policy: DossierPolicy, landClass: LandClass): string | null =>
  entryOf(policy, landClass)?.guide ?? null;

/** Name of a land class: that of the entry with the longest code this one begins with; else the code. */
export const landClassName = (policy: Classes, landClass: LandClass, language: 'zh' | 'en'): string =>
  entryOf(policy, landClass)?.[language] ?? landClass.code;

function entryOf(policy: Classes, { system, code }: LandClass) {
  const entries = policy.landClasses[system satisfies LandClassSystem] ?? [];
  return entries.filter((e) => code.startsWith(e.code)).sort((a, b) => b.code.length - a.code.length)[0];
}
