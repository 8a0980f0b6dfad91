import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ParkFacts } from '../../src/domain/land/facts.ts';
import type { Jurisdiction, Park, Zone } from '../../src/domain/land/model.ts';
import { contextOf } from '../../src/policy/context.ts';
import type { PolicyContext } from '../../src/policy/shape/context.ts';
import { evaluateJurisdictions, evaluateRules, parkRules } from '../../src/policy/evaluate.ts';
import type { Finding } from '../../src/policy/shape/finding.ts';
import type { Outcome } from '../../src/policy/shape/outcome.ts';
import type { Pack } from '../../src/policy/shape/pack.ts';
import { loadPack } from '../../src/policy/load/pack.ts';
import { factsOf, type CaseBuilding, type CaseParcel, type CasePark } from './facts.ts';

/** What a case expects of one finding; only what is written is compared. */
interface Expected {
  readonly outcome: Outcome;
  readonly margin?: number | null;
  readonly unit?: string;
  /** The figure carried: that of the first thing measured. */
  readonly amount?: number;
  /** Basis → outcome on it. */
  readonly borderline?: Readonly<Record<string, Outcome>>;
  /** `kind id field`, in any order. */
  readonly missing?: readonly string[];
  /** Nodes that must be in the trace. */
  readonly trace?: readonly string[];
  /** By part: its figures by measure, and the outcomes of the rules that judge it alone. */
  readonly parts?: Readonly<Record<string, Readonly<Record<string, number | Outcome>>>>;
}

type Base = { readonly park?: object; readonly parcel?: object };

export interface Case extends Partial<Omit<CasePark, 'park'>> {
  readonly name: string;
  readonly base: Base;
  readonly park?: object;
  /** Fields of the base that this case leaves unknown: `park` fields, or `parcel` fields of every parcel. */
  readonly without?: readonly string[];
  readonly zones?: readonly Zone[];
  readonly jurisdictions?: readonly Jurisdiction[];
  readonly date?: string;
  /** A case about a jurisdiction, by code, with parks that have no land; `times`: so many alike. */
  readonly of?: string;
  readonly parks?: readonly (Partial<Park> & { readonly times?: number })[];
  readonly settings?: Readonly<Record<string, number>>;
  readonly expect: Readonly<Record<string, Outcome | Expected>>;
}

const here = new URL('.', import.meta.url);
const casesFolder = new URL('../../data/policies/zhengzhou-draft/cases/', here);

/** All cases of the pack: they stand beside the rules they are about. */
export function readCases(): readonly Case[] {
  const files = readdirSync(casesFolder).filter((name) => name.endsWith('.yaml'));
  return files.sort().flatMap((file) => {
    const { base, cases } = parse(readFileSync(new URL(file, casesFolder), 'utf8'), { merge: true }) as {
      base: Base;
      cases: Case[];
    };
    return cases.map((c) => ({ ...c, base, name: `${file.replace('.yaml', '')}: ${c.name}` }));
  });
}

export function packTexts(id: string): Record<string, string> {
  const folder = new URL(`../../data/policies/${id}/`, here);
  const files = readdirSync(folder).filter((name) => /\.(yaml|csv)$/.test(name));
  return Object.fromEntries(files.map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]));
}

export function readPack(id: string): Pack {
  const loaded = loadPack(packTexts(id));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal));
  return loaded.value;
}

const omit = (record: object, names: readonly string[] = []): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

/** Findings of the park or of the jurisdiction a case is about; of some rules, or of all. */
export function findingsOf(c: Case, pack: Pack, rules?: readonly string[]): readonly Finding[] {
  const context = contextOf({ zones: c.zones ?? [], jurisdictions: c.jurisdictions ?? [] }, pack, c.settings);
  if (c.of === undefined) return parkFindings(c, pack, context, rules);
  const facts = (c.parks ?? []).flatMap(({ times = 1, ...own }, row) =>
    Array.from({ length: times }, (_, i) => {
      const park = { ...omit(c.base.park ?? {}, c.without), id: `P${row}-${i}`, ...own };
      return factsOf({ park, parcels: [], buildings: [] }, pack);
    }),
  );
  const found = evaluateJurisdictions(pack, facts, context, c.date ?? '2026-01-01');
  return found.find((j) => j.id === c.of)?.findings ?? [];
}

function parkFindings(c: Case, pack: Pack, context: PolicyContext, rules?: readonly string[]): readonly Finding[] {
  const date = c.date ?? '2026-01-01';
  const meant = parkRules(pack, date).filter(({ id }) => !rules || rules.includes(id));
  return evaluateRules(meant, { pack, facts: caseFacts(c, pack), context, date });
}

/** Facts depend on the case and on the classes of land, which packs made from one another share. */
const made = new WeakMap<Pack['landClassOf'], Map<Case, ParkFacts>>();

/** Facts of the park a case is about. */
export function caseFacts(c: Case, pack: Pack): ParkFacts {
  const known = made.get(pack.landClassOf) ?? new Map<Case, ParkFacts>();
  made.set(pack.landClassOf, known);
  const facts = known.get(c) ?? makeFacts(c, pack);
  known.set(c, facts);
  return facts;
}

function makeFacts(c: Case, pack: Pack): ParkFacts {
  const park = { id: 'P', ...omit({ ...c.base.park, ...c.park }, c.without) };
  const parcels = (c.parcels ?? []).map((p) => ({ ...omit(c.base.parcel ?? {}, c.without), ...p })) as CaseParcel[];
  const buildings = (c.buildings ?? []) as readonly CaseBuilding[];
  return factsOf({ ...c, park, parcels, buildings }, pack);
}

/** What of a case does not hold, in words; nothing when it does. */
export function failuresOf(c: Case, pack: Pack): readonly string[] {
  const findings = findingsOf(c, pack, Object.keys(c.expect));
  return Object.entries(c.expect).flatMap(([rule, expected]) => {
    const finding = findings.find((f) => f.rule === rule);
    if (!finding) return [`${c.name}: ${rule}: no finding`];
    const wanted = typeof expected === 'string' ? { outcome: expected } : expected;
    return differences(finding, wanted).map((d) => `${c.name}: ${rule}: ${d}`);
  });
}

function differences(finding: Finding, wanted: Expected): readonly string[] {
  const found: string[] = [];
  const same = (what: string, actual: unknown, expected: unknown) => {
    if (JSON.stringify(actual) !== JSON.stringify(expected))
      found.push(`${what} ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
  };
  same('outcome', finding.outcome, wanted.outcome);
  if (wanted.margin === null) same('margin', finding.margin, null);
  else if (wanted.margin !== undefined && !(Math.abs((finding.margin?.value ?? NaN) - wanted.margin) <= 5e-7))
    found.push(`margin ${finding.margin?.value}, expected ${wanted.margin}`);
  const amount = finding.measured[0]?.value;
  if (wanted.amount !== undefined && !(Math.abs(Number(amount) - wanted.amount) <= 1e-9))
    found.push(`amount ${amount}, expected ${wanted.amount}`);
  if (wanted.unit) same('unit', finding.margin?.unit, wanted.unit);
  const others = Object.fromEntries((finding.borderline ?? []).map((b) => [b.basis, b.outcome]));
  if (wanted.borderline) same('borderline', others, wanted.borderline);
  const missing = finding.missing.map((m) => `${m.kind} ${m.id} ${m.field}`).sort();
  if (wanted.missing) same('missing', missing, [...wanted.missing].sort());
  const parts = (finding.parts ?? []).map(({ part, measured, rules }) => [
    part,
    Object.fromEntries([
      ...measured.map((m) => [m.what, Number(Number(m.value).toFixed(6))] as const),
      ...rules.map((r) => [r.rule, r.outcome] as const),
    ]),
  ]);
  if (wanted.parts) same('parts', Object.fromEntries(parts), wanted.parts);
  const nodes = new Set(finding.trace.map((step) => step.node));
  for (const node of wanted.trace ?? []) if (!nodes.has(node)) found.push(`trace lacks ${node}`);
  return found;
}
