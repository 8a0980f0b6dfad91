import type { City } from '../city/city.ts';
import type { ParkFacts } from '../domain/land/facts.ts';
import type { Figure, Input } from '../domain/land/figure.ts';
import type { Project } from '../domain/land/model.ts';
import { firmEnds } from '../domain/land/partly.ts';
import { muOf } from '../domain/quantity/units.ts';
import type { ProjectFindings } from '../policy/evaluate.ts';
import type { Finding, Repair } from '../policy/shape/finding.ts';
import type { Outcome } from '../policy/shape/outcome.ts';
import { worstOutcome } from '../policy/outcomes.ts';
import { labelsOf } from '../policy/labels.ts';
import type { Pack } from '../policy/shape/pack.ts';
import { policyHead } from './pack.ts';
import type { TargetRow } from '../policy/targets.ts';
import { gapsText } from '../texts/gaps.ts';
import { gapSteps, type GapStep } from '../policy/gaps.ts';
import { sayFinding } from '../texts/findings.ts';
import type { Labels } from '../texts/labels.ts';
import { sayConflicts, sayRepair } from '../texts/policy-repairs.ts';
import type { Language } from '../texts/language.ts';
import { problemsOf } from '../domain/geometry/valid/validity.ts';
import type { FieldNames } from '../texts/field-names.ts';
import { sayNote } from '../texts/file-notes.ts';
import { notesOf } from '../policy/measured-pairs.ts';
import { sayNotes } from '../texts/trace.ts';
import type { FileNote } from '../formats/contract.ts';
import type { ReadSets } from '../formats/sets/read.ts';
import type { StatedPrecision } from './precision.ts';
import { parcelProblems, problemRow } from './figures-document.ts';

export interface CheckInput {
  readonly pack: Pack;
  readonly date: string;
  /** The files, each as it was read. */
  readonly reads: ReadSets['reads'];
  readonly city: City;
  readonly facts: readonly ParkFacts[];
  /** What was said of the files as they were read. */
  readonly notes: readonly FileNote[];
  readonly found: ProjectFindings;
  readonly targets: readonly TargetRow[];
  /** What was said of the boundary points; null where nothing was. */
  readonly precision: StatedPrecision | null;
  /** The outcomes asked for; of the others the findings are left out. */
  readonly only: readonly Outcome[];
  /** All parks of the file are in it, and so are the problems of all its parcels. */
  readonly whole: boolean;
  readonly language: Language;
}

export type CheckDocument = ReturnType<typeof checkDocument>;

/** The JSON document of `yuantu check`. */
export function checkDocument({
  pack,
  date,
  reads,
  city,
  facts,
  notes,
  found,
  targets,
  precision,
  only,
  whole,
  language,
}: CheckInput) {
  const labels: Labels = labelsOf(pack);
  const row = (finding: Finding) => findingRow(finding, pack, language, labels);
  return {
    policy: policyHead(pack, language),
    date,
    ...(reads.length > 1 && { files: reads.map(({ name, read }) => ({ file: name, crs: read.crs })) }),
    ...(precision ? { precision: { ...precision.precision, vertexSigmaM: precision.vertexSigmaM } } : {}),
    parks: found.parks.map(({ id, findings }, i) => ({
      id,
      name: facts[i].park.name ?? null,
      figures: Object.fromEntries(Object.entries(facts[i].figures).map(([what, input]) => [what, figureRow(input)])),
      outcome: worstOutcome(findings),
      gaps: only.includes('unknown')
        ? gapSteps(findings, facts[i].park.stage, labels.knownFrom).map((step) => gapRow(step, language, labels))
        : [],
      findings: findings.filter(({ outcome }) => only.includes(outcome)).map(row),
    })),
    jurisdictions: found.jurisdictions.map(({ id, name, ofFile, findings }) => ({
      id,
      name,
      ...(ofFile && { ofFile }),
      findings: findings.filter(({ outcome }) => only.includes(outcome)).map(row),
      targets: targets.filter((t) => t.jurisdiction === id).map(targetRow),
    })),
    problems: [
      ...parcelProblemRows(city, language),
      ...buildingProblemRows(city.project, language),
      ...valueProblemRows(notes, language, { ...labels, landClasses: pack.landClasses }),
    ].filter(({ kind, id }) => whole || facts.some((park) => isOf(park, kind, id))),
  };
}

const gapRow = (step: GapStep, language: Language, labels: Labels) => ({
  ...step,
  message: gapsText(language, step.gaps, labels),
});

function isOf({ park, parcels, buildings }: ParkFacts, kind: string, id: string): boolean {
  if (kind === 'park') return park.id === id;
  return kind === 'parcel'
    ? parcels.some(({ parcel }) => parcel.id === id)
    : buildings.some(({ building }) => building.id === id);
}

/** A year of a jurisdiction, without what its entry says already. */
const targetRow = (t: TargetRow) => ({
  year: t.year,
  running: t.running,
  newParks: t.newParks,
  newRequired: t.newRequired,
  completed: t.completed,
  completedNew: t.completedNew,
  completedRenovated: t.completedRenovated,
  completedRequired: t.completedRequired,
  pace: t.pace,
  status: t.status,
  missing: t.missing,
});

const parcelProblemRows = (city: City, language: Language) =>
  city
    .parcelFacts()
    .flatMap((f) =>
      parcelProblems(f, city.project.parcels.layer, language).map((p) => ({ kind: 'parcel', id: f.parcel.id, ...p })),
    );

const buildingProblemRows = ({ buildings }: Project, language: Language) =>
  [...buildings.records].flatMap(({ id }, row) =>
    problemsOf(buildings.layer, row).map((p) => ({ kind: 'building', id, ...problemRow(language, p) })),
  );

/** Of so little no one is told: land there is has an area. */
const LEAST_SHOWN = 1;

/** Figures no one means, which are not computed with. */
export const valueProblemRows = (notes: readonly FileNote[], language: Language, names: FieldNames) =>
  notes.flatMap((note) =>
    note.code === 'field-beyond-reason'
      ? [
          {
            kind: String(note.params.kind),
            id: String(note.params.id),
            code: note.code,
            severity: 'warning' as const,
            message: sayNote(language, note, names),
            at: undefined,
            field: String(note.params.field),
            value: String(note.params.value),
            most: Number(note.params.most),
          },
        ]
      : [],
  );

/** A land area is given in 亩 as well, because that is how the law writes it. */
function figureRow(input: Input<Figure>) {
  if (input.state === 'unknown') {
    const { least, most } = firmEnds(input);
    const ends = {
      ...(least && least.value > LEAST_SHOWN && { atLeast: least.value }),
      ...(most && { atMost: most.value }),
    };
    return { state: input.state, missing: input.missing, ...ends };
  }
  if (input.state === 'not-applicable') return { state: input.state };
  const { value } = input;
  return value.what === 'landArea' ? { ...value, mu: muOf(value.value) } : value;
}

function findingRow(finding: Finding, pack: Pack, language: Language, labels: Labels) {
  const { margin, ...rest } = finding;
  const titles = Object.fromEntries(pack.rules.map((rule) => [rule.id, rule.title[language]]));
  return {
    ...rest,
    title: pack.rule(finding.rule).title[language],
    margin: margin?.value ?? null,
    marginUnit: margin?.unit ?? null,
    message: sayFinding(language, finding, labels),
    // What was read into the text where it is silent, and what was taken for granted on the way.
    reading: pack.rule(finding.rule).reading?.[language] ?? null,
    notes: notesOf(finding).map((code) => sayNotes(language, code, labels)),
    repairs: finding.repairs.map((repair) => repairRow(repair, sayRepair(language, repair, labels, titles))),
    conflict: sayConflicts(language, finding, titles),
  };
}

/** What to do is `changes` there: scripts know it by that name. */
const repairRow = ({ code, steps, outcome, breaks }: Repair, message: string) => ({
  code,
  changes: steps,
  outcome,
  breaks,
  message,
});
