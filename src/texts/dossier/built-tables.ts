import type { Building, FloorUnit, Lease } from '../../domain/land/model.ts';
import { unitNames } from '../../domain/land/unit-names.ts';
import type { Cell, ReportTable } from '../../formats/report/document.ts';
import type { Language } from '../language.ts';
import type { DossierInput } from './input.ts';
import { namedRecord } from './named.ts';
import { figure } from './printed.ts';
import { reportWords, type ReportWords } from './report-words.ts';
import { dossierWords } from './words.ts';

/** 单元表: units 分割单元 of the buildings, each as its record has it; who bought one is not told. */
export function unitTable({ facts, policy }: DossierInput, language: Language): ReportTable {
  const words = reportWords[language];
  const nameOf = unitNames(facts.buildings);
  const buildings = new Map(facts.buildings.map(({ building }) => [building.id, building]));
  const units = [...buildings.values()].flatMap((building) =>
    (building.units ?? []).map((unit) => ({ building, unit })),
  );
  const rows = units.map(({ building, unit }): Cell[] => [
    namedRecord(building, [...buildings.values()]),
    nameOf(building, unit),
    unit.storey === undefined ? words.unsaid : figure(unit.storey, 0),
    unit.floorAreaM2 === undefined ? words.unsaid : figure(unit.floorAreaM2, 2),
    useOf(building, unit, policy, language) ?? words.unsaid,
    heldText(building, unit, words),
  ]);
  const head = [words.building, words.unit, words.storey, words.area, dossierWords[language].use, words.held];
  const isWhole = units.every(({ unit }) => unit.floorAreaM2 !== undefined);
  const sum = units.reduce((whole, { unit }) => whole + (unit.floorAreaM2 ?? 0), 0);
  return {
    title: words.units,
    head,
    rows,
    ...(rows.length > 0 && isWhole && { total: [words.total, String(rows.length), '', figure(sum, 2), '', ''] }),
    notes: rows.length === 0 ? [words.noUnits] : [],
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
    head: [words.lease, ...leaseFields.map((field) => words.leaseFields[field])],
    rows: leases.map((lease) => [lease.id, ...leaseFields.map((field) => cellOf(lease, field))]),
    notes: [leases.length === 0 ? words.noLeases : words.leaseNote],
  };
}
