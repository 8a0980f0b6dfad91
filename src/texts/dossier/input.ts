import type { ParkFacts } from '../../domain/land/facts.ts';
import type { ConditionRow } from '../../domain/land/sheets/conditions.ts';
import type { IndicatorRow } from '../../domain/land/sheets/indicators.ts';
import type { SheetLand } from '../../domain/land/sheets/sheet-land.ts';
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

/** What a report 报告 of a park is written from: its dossier, and what its land and map sheets are made of. */
export interface ReportInput extends DossierInput {
  /** Names of the files it comes from. */
  readonly source: readonly string[];
  readonly conditions: readonly ConditionRow[];
  /** Null where nothing of the park can be drawn. */
  readonly sheet: SheetLand | null;
  /** 方案 that the land in hand is of, where there are any. */
  readonly scenario?: ReportedScenario;
  /** Two or three states of the park to be held against each other; none: the part is left out. */
  readonly schemes: readonly Scheme[];
}

/** A scenario that is in hand and was not taken, or the one that the base 底稿 took over, when and why. */
export type ReportedScenario =
  { readonly inHand: string } | { readonly taken: string; readonly on: string; readonly reason: string };

/** 方案: a named state of the park, with what it comes to. */
export interface Scheme {
  readonly name: string;
  /** 经济技术指标 of it. */
  readonly indicators: readonly IndicatorRow[];
  readonly findings: readonly Finding[];
}

export interface DossierPolicy extends Labels {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly status: string;
  readonly statusEn: string;
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

type Titled = Pick<DossierPolicy, 'title' | 'titleEn' | 'status' | 'statusEn'>;

/** Title and state of a policy in the language of the report; the Chinese one where it has no other. */
export const policyNamed = (policy: Titled, language: 'zh' | 'en'): readonly [title: string, status: string] =>
  language === 'zh'
    ? [policy.title, policy.status]
    : [policy.titleEn || policy.title, policy.statusEn || policy.status];
