import type { ParkFacts } from '../../domain/land/facts.ts';
import type { LandClass, LandClassSystem } from '../../domain/land/model.ts';
import type { Finding } from '../../policy/finding.ts';
import type { Labels } from '../findings.ts';

type Named = Readonly<Record<'zh' | 'en', string>>;

/** What a dossier 一园一策 is written from: one park with its findings, and the names the pack gives. Plain data. */
export interface DossierInput {
  readonly facts: ParkFacts;
  readonly findings: readonly Finding[];
  readonly districtName: string;
  readonly townshipNames: readonly string[];
  /** Day of the findings, YYYY-MM-DD. */
  readonly date: string;
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
  readonly landClasses: Readonly<Record<string, readonly ({ readonly code: string } & Named)[]>>;
}

/** Name of a land class: that of the entry with the longest code this one begins with; else the code. */
export function landClassName(policy: DossierPolicy, landClass: LandClass, language: 'zh' | 'en'): string {
  const entries = policy.landClasses[landClass.system satisfies LandClassSystem] ?? [];
  const found = entries.filter((e) => landClass.code.startsWith(e.code)).sort((a, b) => b.code.length - a.code.length);
  return found[0]?.[language] ?? landClass.code;
}
