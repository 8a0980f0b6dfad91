import { landIndex } from '../../src/domain/land/land-index.ts';
import type { Building, Parcel, Park, Project } from '../../src/domain/land/model.ts';
import type { ParkFacts } from '../../src/domain/land/facts.ts';
import { parkFacts } from '../../src/domain/land/park-facts.ts';
import { placed } from '../../src/domain/land/placing.ts';
import { contextOf } from '../../src/policy/context.ts';
import { evaluatePark } from '../../src/policy/evaluate.ts';
import type { Finding } from '../../src/policy/shape/finding.ts';
import type { Outcome } from '../../src/policy/shape/outcome.ts';
import type { Pack } from '../../src/policy/shape/pack.ts';
import { landUsesOf } from '../../src/policy/land-uses.ts';
import type { Change } from '../../src/policy/shape/repair-change.ts';

/*
 * A repair done by hand: what it says is written into the project's own records, one change after the other, and the
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
  const { project } = placed(read)!;
  const landUses = landUsesOf(pack);
  const park = project.parks.find((p) => p.id === id)!;
  const facts = parkFacts(project, landIndex(project, landUses), park, landUses);
  const context = contextOf({ zones: project.zones.records, jurisdictions: project.jurisdictions }, pack);
  const findings = evaluatePark(pack, facts, context, date);
  return { facts, outcomes: new Map(findings.map((f) => [f.rule, f.outcome])), findings };
}

/** The project with the changes done; `figuresOf` tells what its park measures as it stands then. */
export function repaired(
  project: Project,
  park: string,
  changes: readonly Change[],
  figuresOf: (project: Project) => ParkFacts,
): Project {
  return changes.reduce((now, change) => done(now, park, change, () => figuresOf(now)), project);
}

function done(project: Project, park: string, change: Change, figures: () => ParkFacts): Project {
  switch (change.kind) {
    case 'set':
      return written(project, change, change.to);
    case 'record':
      return written(project, change, 'recorded');
    case 'late':
      return written(project, change, change.on);
    case 'clear':
      return written(project, change, undefined);
    case 'done-late':
      return project;
    case 'entries': {
      const own = project.parks.find((p) => p.id === change.id)! as unknown as Fields;
      const named = (own[change.field] as string[]).filter((entry) => entry.trim() !== '');
      const more = Array.from({ length: change.by }, (_, i) => `另 ${i + 1}`);
      return written(project, change, [...named, ...more]);
    }
    case 'floor':
      if (change.of === 'parcel')
        return ofParcel(project, change.id, (p) => ({ ...p, floorAreaM2: p.floorAreaM2! + change.byM2 }));
      return ofBuilding(project, change.id, (b) => ({
        ...b,
        ...(change.units && {
          units: b.units!.map((u) => ({ ...u, ...change.units!.find((smaller) => smaller.id === u.id) })),
        }),
        floorAreaM2: (b.floorAreaM2 ?? figureOf(figures(), change.id, 'floorArea')) + change.byM2,
      }));
    case 'footprint':
      return ofBuilding(project, change.id, (b) => ({
        ...b,
        footprintM2: (b.footprintM2 ?? figureOf(figures(), change.id, 'footprint')) + change.byM2,
      }));
    case 'storeys':
      return ofBuilding(project, change.id, (b) => ({
        ...b,
        ...(b.storeys === undefined ? {} : { storeys: b.storeys + change.by }),
        ...(b.storeyHeightsM && {
          storeyHeightsM: [...b.storeyHeightsM, ...Array<number>(change.by).fill(b.storeyHeightsM.at(-1)!)],
        }),
        ...(b.floorAreaM2 === undefined ? {} : { floorAreaM2: b.floorAreaM2 + change.byM2 }),
      }));
    case 'merge':
      return ofBuilding(project, change.building, (b) => {
        const joined = b.units!.filter((u) => change.units.includes(u.id));
        const floorAreaM2 = joined.reduce((sum, u) => sum + u.floorAreaM2!, 0);
        const [first] = joined;
        return {
          ...b,
          units: [{ ...first, id: change.units[0], floorAreaM2 }, ...b.units!.filter((u) => !joined.includes(u))],
        };
      });
    case 'drop':
      return change.parcels.reduce((now, id) => ofParcel(now, id, ({ parkId: _, ...p }) => p), project);
    case 'add':
      return ofParcel(project, change.parcel, (p) => ({ ...p, parkId: park }));
  }
}

function figureOf({ buildings }: ParkFacts, id: string, figure: 'floorArea' | 'footprint'): number {
  const parts = buildings.filter((b) => b.building.id === id).map((b) => b[figure]);
  const sum = parts.reduce((total, part) => total + (part.state === 'value' ? part.value.value : NaN), 0);
  if (Number.isNaN(sum)) throw new Error(`${figure} of ${id} is not known`);
  return sum;
}

function written(project: Project, change: Extract<Change, { field: string }>, value: unknown): Project {
  const put = <T extends { readonly id: string }>(record: T): T => {
    if (record.id !== change.id) return record;
    const fields = Object.entries({ ...record, [change.field]: value }).filter(([, own]) => own !== undefined);
    return Object.fromEntries(fields) as unknown as T;
  };
  switch (change.of) {
    case 'park':
      return { ...project, parks: project.parks.map(put) };
    case 'lease':
      return { ...project, parks: project.parks.map((p): Park => ({ ...p, leases: p.leases?.map(put) })) };
    case 'parcel':
      return ofParcel(project, change.id, put);
    case 'building':
      return ofBuilding(project, change.id, put);
    case 'unit':
      return ofBuilding(project, (change as { building: string }).building, (b) => ({
        ...b,
        units: b.units!.map(put),
      }));
  }
}

const ofParcel = (project: Project, id: string, change: (parcel: Parcel) => Parcel): Project => ({
  ...project,
  parcels: { ...project.parcels, records: project.parcels.records.map((p) => (p.id === id ? change(p) : p)) },
});

const ofBuilding = (project: Project, id: string, change: (building: Building) => Building): Project => ({
  ...project,
  buildings: { ...project.buildings, records: project.buildings.records.map((b) => (b.id === id ? change(b) : b)) },
});
