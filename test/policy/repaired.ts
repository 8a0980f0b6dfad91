import { landIndex } from '../../src/domain/land/land-index.ts';
import type { Building, Parcel, Park, Project } from '../../src/domain/land/model.ts';
import type { ParkFacts } from '../../src/domain/land/facts.ts';
import { parkFacts } from '../../src/domain/land/park-facts.ts';
import { City } from '../../src/city/city.ts';
import { contextOf } from '../../src/policy/context.ts';
import { evaluatePark } from '../../src/policy/evaluate.ts';
import type { Finding } from '../../src/policy/shape/finding.ts';
import type { Outcome } from '../../src/policy/shape/outcome.ts';
import type { Pack } from '../../src/policy/shape/pack.ts';
import { landUsesOf } from '../../src/policy/land-uses.ts';
import type { MendStep } from '../../src/policy/shape/mend-step.ts';
import { arrayRecords } from '../../src/domain/land/records/array-records.ts';

/*
 * A repair done by hand: what it says is written into the project's own records, one step after the other, and the
 * project is judged from nothing. Shares no code with the way repairs are found.
 */

type Fields = Readonly<Record<string, unknown>>;

export interface Judged {
  readonly facts: ParkFacts;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly findings: readonly Finding[];
}

/** The park of a project as opening the file judges it. */
export function judgedFromNothing(read: Project, id: string, pack: Pack, date: string): Judged {
  const { project } = City.open(read)!;
  const landUses = landUsesOf(pack);
  const park = project.parks.find((p) => p.id === id)!;
  const facts = parkFacts(project, landIndex(project, landUses), park, landUses);
  const context = contextOf({ zones: [...project.zones.records], jurisdictions: project.jurisdictions }, pack);
  const findings = evaluatePark(pack, facts, context, date);
  return { facts, outcomes: new Map(findings.map((f) => [f.rule, f.outcome])), findings };
}

/** The project with the steps done; `figuresOf` tells what its park measures as it stands then. */
export function repaired(
  project: Project,
  park: string,
  steps: readonly MendStep[],
  figuresOf: (project: Project) => ParkFacts,
): Project {
  return steps.reduce((now, step) => done(now, park, step, () => figuresOf(now)), project);
}

function done(project: Project, park: string, step: MendStep, figures: () => ParkFacts): Project {
  switch (step.kind) {
    case 'set':
      return written(project, step, step.to);
    case 'record':
      return written(project, step, 'recorded');
    case 'late':
      return written(project, step, step.on);
    case 'clear':
      return written(project, step, undefined);
    case 'done-late':
      return project;
    case 'entries': {
      const own = project.parks.find((p) => p.id === step.id)! as unknown as Fields;
      const named = (own[step.field] as string[]).filter((entry) => entry.trim() !== '');
      const more = Array.from({ length: step.by }, (_, i) => `另 ${i + 1}`);
      return written(project, step, [...named, ...more]);
    }
    case 'floor':
      if (step.of === 'parcel')
        return ofParcel(project, step.id, (p) => ({ ...p, floorAreaM2: p.floorAreaM2! + step.byM2 }));
      return ofBuilding(project, step.id, (b) => ({
        ...b,
        ...(step.units && {
          units: b.units!.map((u) => ({ ...u, ...step.units!.find((smaller) => smaller.id === u.id) })),
        }),
        floorAreaM2: (b.floorAreaM2 ?? figureOf(figures(), step.id, 'floorArea')) + step.byM2,
      }));
    case 'footprint':
      return ofBuilding(project, step.id, (b) => ({
        ...b,
        footprintM2: (b.footprintM2 ?? figureOf(figures(), step.id, 'footprint')) + step.byM2,
      }));
    case 'storeys':
      return ofBuilding(project, step.id, (b) => ({
        ...b,
        ...(b.storeys === undefined ? {} : { storeys: b.storeys + step.by }),
        ...(b.storeyHeightsM && {
          storeyHeightsM: [...b.storeyHeightsM, ...Array<number>(step.by).fill(b.storeyHeightsM.at(-1)!)],
        }),
        ...(b.floorAreaM2 === undefined ? {} : { floorAreaM2: b.floorAreaM2 + step.byM2 }),
      }));
    case 'merge':
      return ofBuilding(project, step.building, (b) => {
        const joined = b.units!.filter((u) => step.units.includes(u.id));
        const floorAreaM2 = joined.reduce((sum, u) => sum + u.floorAreaM2!, 0);
        const [first] = joined;
        return {
          ...b,
          units: [{ ...first, id: step.units[0], floorAreaM2 }, ...b.units!.filter((u) => !joined.includes(u))],
        };
      });
    case 'drop':
      return step.parcels.reduce((now, id) => ofParcel(now, id, ({ parkId: _, ...p }) => p), project);
    case 'add':
      return ofParcel(project, step.parcel, (p) => ({ ...p, parkId: park }));
  }
}

function figureOf({ buildings }: ParkFacts, id: string, figure: 'floorArea' | 'footprint'): number {
  const parts = buildings.filter((b) => b.building.id === id).map((b) => b[figure]);
  const sum = parts.reduce((total, part) => total + (part.state === 'value' ? part.value.value : NaN), 0);
  if (Number.isNaN(sum)) throw new Error(`${figure} of ${id} is not known`);
  return sum;
}

function written(project: Project, step: Extract<MendStep, { field: string }>, value: unknown): Project {
  const put = <T extends { readonly id: string }>(record: T): T => {
    if (record.id !== step.id) return record;
    const fields = Object.entries({ ...record, [step.field]: value }).filter(([, own]) => own !== undefined);
    return Object.fromEntries(fields) as unknown as T;
  };
  switch (step.of) {
    case 'park':
      return { ...project, parks: project.parks.map(put) };
    case 'lease':
      return { ...project, parks: project.parks.map((p): Park => ({ ...p, leases: p.leases?.map(put) })) };
    case 'parcel':
      return ofParcel(project, step.id, put);
    case 'building':
      return ofBuilding(project, step.id, put);
    case 'unit':
      return ofBuilding(project, (step as { building: string }).building, (b) => ({
        ...b,
        units: b.units!.map(put),
      }));
  }
}

const ofParcel = (project: Project, id: string, update: (parcel: Parcel) => Parcel): Project => ({
  ...project,
  parcels: {
    ...project.parcels,
    records: arrayRecords(project.parcels.records.map((p) => (p.id === id ? update(p) : p))),
  },
});

const ofBuilding = (project: Project, id: string, update: (building: Building) => Building): Project => ({
  ...project,
  buildings: {
    ...project.buildings,
    records: arrayRecords(project.buildings.records.map((b) => (b.id === id ? update(b) : b))),
  },
});
