import type { ParkView, PolicyView, ProjectView } from '../../city/view.ts';
import type { Report } from '../../formats/report/document.ts';
import type { RuleRepairs } from '../../policy/repairs/repairs.ts';
import { dossier } from '../../texts/dossier/dossier.ts';
import type { Language } from '../../texts/index.ts';

/** The dossier 一园一策 of a park that is open, with what would mend it as far as that has been found. */
export const dossierOf = (
  view: ParkView,
  repairsOf: (rule: string) => RuleRepairs | null,
  project: ProjectView,
  policy: PolicyView,
  language: Language,
): Report =>
  dossier(
    {
      facts: view.facts,
      findings: view.findings.map((finding) => ({ ...finding, ...repairsOf(finding.rule) })),
      districtName: view.districtName,
      townshipNames: view.townshipNames,
      date: project.date,
      sample: project.sample,
      policy,
    },
    language,
  );
