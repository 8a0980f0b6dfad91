import type { Building, FloorUnit, Lease } from '../../domain/land/model.ts';
import { letUnit, unitUses, type UnitUse } from '../../domain/land/let-units.ts';
import { unitNames } from '../../domain/land/unit-names.ts';
import type { Cell, ReportTable } from '../../formats/report/document.ts';
import type { Language } from '../language.ts';
import type { DossierInput } from './input.ts';
import { namedRecord } from './named.ts';
import { figure } from './printed.ts';
import { reportWords, type ReportWords } from './report-words.ts';
import { dossierWords } from './words.ts';

/** 单元表: units 分割单元 of the buildings, each as its record has it, and how it is used; who bought or rents one is not told. */
export function unitTable({ facts, policy, date }: DossierInput, language: Language): ReportTable {
  const words = reportWords[language];
  const nameOf = unitNames(facts.buildings);
  const buildings = new Map(facts.buildings.map(({ building }) => [building.id, building]));
  const units = [...buildings.values()].flatMap((building) =>
    (building.units ?? []).map((unit) => ({ building, unit })),
  );
  const { useOf: usedOf, unplaced } = unitUses(facts.park.leases, facts.buildings, date);
  const uses = units.map(usedOf);
  const rows = units.map(({ building, unit }, n): Cell[] => [
    namedRecord(building, [...buildings.values()], language),
    nameOf(building, unit),
    unit.storey === undefined ? words.unsaid : figure(unit.storey, 0),
    unit.floorAreaM2 === undefined ? words.unsaid : figure(unit.floorAreaM2, 2),
    useOf(building, unit, policy, language) ?? words.unsaid,
    heldText(building, unit, words),
    usedText(uses[n], words),
    letArea(uses[n], words),
  ]);
  const { building, unit, storey, area, held, used } = words;
  const head = [building, unit, storey, area, dossierWords[language].use, held, used, words.letArea];
  const isWhole = units.every(({ unit }) => unit.floorAreaM2 !== undefined);
  const sum = units.reduce((whole, { unit }) => whole + (unit.floorAreaM2 ?? 0), 0);
  const lets = uses.filter((own) => own.is === 'let');
  const letM2 = lets.reduce<number | null>(
    (all, { areaM2 }) => (all === null || areaM2 === null ? null : all + areaM2),
    0,
  );
  const letSum = letM2 === null ? '' : figure(letM2, 2);
  return {
    title: words.units,
    head,
    rows,
    ...(rows.length > 0 &&
      isWhole && { total: [words.total, String(rows.length), '', figure(sum, 2), '', '', '', letSum] }),
    notes:
      rows.length === 0 ? [words.noUnits] : [words.usesOn(date), ...(unplaced > 0 ? [words.usesOpen(unplaced)] : [])],
  };
}

/** A unit that does not say what it is for is used as its building is. */
const useOf = (building: Building, unit: FloorUnit, policy: DossierInput['policy'], language: Language) => {
  const use = unit.use ?? building.use;
  return use && (policy.values[`use.${use}`]?.[language] ?? use);
};

function heldText(building: Building, unit: FloorUnit, words: ReportWords): string {
  const held = unit.held ?? building.held;
  return held === undefined ? words.unsaid : held ? words.heldYes : words.heldNo;
}

function usedText(use: UnitUse, words: ReportWords): string {
  if (use.is === 'unsaid') return words.unsaid;
  if (use.is === 'let-from') return words.letFrom(use.from);
  if (use.is === 'let' && use.excessM2 !== null) return words.letOver(figure(use.excessM2, 2).text);
  return words.uses[use.is];
}

function letArea(use: UnitUse, words: ReportWords): Cell {
  if (use.is !== 'let') return '';
  return use.areaM2 === null ? words.unsaid : figure(use.areaM2, 2);
}

/** The unit a lease lets; beside it what is amiss: it is gone, or smaller than what is let. */
function leasedUnit(lease: Lease, { buildings }: DossierInput['facts'], language: Language): string {
  const words = reportWords[language];
  const all = [...new Map(buildings.map(({ building }) => [building.id, building])).values()];
  const own = letUnit(lease, buildings);
  if (own.is === 'unnamed') {
    const building = all.find(({ id }) => id === lease.buildingId);
    return building ? namedRecord(building, all, language) : (lease.buildingId ?? words.unsaid);
  }
  if (own.is === 'gone') {
    const building = own.building ? namedRecord(own.building, all, language) : lease.buildingId;
    const named = building === undefined ? lease.unitId! : `${building} ${lease.unitId!}`;
    return own.buildings > 1 ? words.unitOfSeveral(named, own.buildings) : words.unitGone(named);
  }
  const named = `${namedRecord(own.building, all, language)} ${own.unit.id}`;
  return own.excessM2 === null ? named : words.unitExceeded(named, figure(own.excessM2, 2).text);
}

const leaseFields = [
  'signedOn',
  'filedOn',
  'startOn',
  'endOn',
  'paymentPeriodMonths',
  'rentYuanPerM2Month',
  'sublet',
] as const satisfies readonly (keyof Lease)[];

/** 租约: terms and rents; records hold no tenant. */
export function leaseTable({ facts }: DossierInput, language: Language): ReportTable {
  const words = reportWords[language];
  const { yes, no } = dossierWords[language];
  const cellOf = (lease: Lease, field: (typeof leaseFields)[number]): Cell => {
    const value = lease[field];
    if (value === undefined) return words.unsaid;
    if (value === null) return no;
    if (typeof value === 'boolean') return value ? yes : no;
    return typeof value === 'number' ? figure(value, field === 'rentYuanPerM2Month' ? 2 : 0) : value;
  };
  const leases = facts.park.leases ?? [];
  return {
    title: words.leases,
    head: [words.lease, words.leaseUnit, words.leaseArea, ...leaseFields.map((field) => words.leaseFields[field])],
    rows: leases.map((lease) => [
      lease.id,
      leasedUnit(lease, facts, language),
      lease.floorAreaM2 === undefined ? words.unsaid : figure(lease.floorAreaM2, 2),
      ...leaseFields.map((field) => cellOf(lease, field)),
    ]),
    notes: [leases.length === 0 ? words.noLeases : words.leaseNote],
  };
}
