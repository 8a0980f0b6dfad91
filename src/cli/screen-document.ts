import type { City } from '../city/city.ts';
import { isFlagged, type CityScreen, type ScreenedPlace, type ScreenLine } from '../city/screening/city-screen.ts';
import type { Parcel } from '../domain/land/model.ts';
import { muOf } from '../domain/quantity/units.ts';
import type { FileNote } from '../formats/contract.ts';
import { labelsOf } from '../policy/labels.ts';
import type { Pack } from '../policy/shape/pack.ts';
import { policyHead } from './pack.ts';
import type { ParameterChange } from '../policy/what-if/baseline.ts';
import { landParametersOf } from '../policy/what-if/land-parameters.ts';
import { classAt, type ScreenClass } from '../supply/screen/classes.ts';
import type { Amount, Rate } from '../supply/screen/rates.ts';
import type { FieldNames } from '../texts/field-names.ts';
import { fieldText } from '../texts/findings.ts';
import type { Labels } from '../texts/labels.ts';
import type { Language } from '../texts/language.ts';
import {
  basisWord,
  classWord,
  evidenceText,
  sayConsequence,
  sayDecision,
  sayDoubt,
  sayEvidence,
  sayScreenProblem,
  stepWord,
  stockWord,
} from '../texts/screen.ts';
import { sayNote } from '../texts/file-notes.ts';
import { valueProblemRows } from './check-document.ts';

export interface ScreenInput {
  readonly pack: Pack;
  readonly date: string;
  readonly city: City;
  readonly screened: CityScreen;
  readonly notes: readonly FileNote[];
  readonly changes: readonly ParameterChange[];
  readonly only: readonly ScreenClass[];
  readonly language: Language;
}

export type ScreenDocument = ReturnType<typeof screenDocument>;

/** The JSON document of `yuantu screen`. */
export function screenDocument({ pack, date, city, screened, notes, changes, only, language }: ScreenInput) {
  const labels: Labels = labelsOf(pack);
  const thresholds = Object.fromEntries(pack.thresholds.map(({ id, zh, en }) => [id, { zh, en }]));
  const words: Words = { language, labels, thresholds };
  const rows = Array.from({ length: screened.size }, (_, row) => row).filter((row) => {
    const name = screened.classAt(row);
    return name === null || only.includes(name);
  });
  const { all, districts, townships } = screened.places;
  const nameOf = (code: string) => screened.names.township(code) ?? screened.names.district(code)?.[language] ?? null;
  const names = { ...labels, landClasses: pack.landClasses };
  const grades = new Map(screened.grades.map((graded) => [graded.row, graded]));
  return {
    policy: policyHead(pack, language),
    date,
    summary: placeRow(all, null, language),
    districts: districts.map((place) => placeRow(place, nameOf(place.code!), language)),
    townships: townships.map((place) => placeRow(place, nameOf(place.code!), language)),
    parcels: rows.map((row) => ({
      ...lineRow(screened.line(row), words),
      recorded: screened.screen.land.records.peek(row).status ?? null,
      grade: gradeRow(grades.get(row)),
    })),
    flips: changes.length === 0 ? null : flipsRow(screened, changes),
    thresholds: landParametersOf(pack, date).map(({ label, ...own }) => ({ ...own, name: label[language] })),
    problems: [
      ...screened.screen.problems.map(({ row, code, params }) => ({
        kind: 'parcel',
        id: screened.screen.land.records.peek(row).id,
        code,
        params,
        keptOut: true,
        message: sayScreenProblem(language, { code, params }, labels),
      })),
      ...valueProblemRows(notes, language, names).map((row) => ({ ...row, keptOut: false })),
      ...unreadRows(notes, language, names),
    ],
    parks: city.parks.length,
  };
}

/** Values that are none of their field's, a column at a time: they stand aside, and the parcel is screened without them. */
const unreadRows = (notes: readonly FileNote[], language: Language, names: FieldNames) =>
  notes.flatMap((note) =>
    note.code === 'field-not-understood' && note.params.kind === 'parcel'
      ? [{ id: '', ...note.params, code: note.code, keptOut: false, message: sayNote(language, note, names) }]
      : [],
  );

interface Words {
  readonly language: Language;
  readonly labels: Labels;
  readonly thresholds: Readonly<Record<string, Readonly<Record<Language, string>>>>;
}

function lineRow(line: ScreenLine, { language, labels, thresholds }: Words) {
  const { potential } = line;
  const field = (name: keyof Parcel) => ({ field: name, name: fieldText(language, 'parcel', name, labels) });
  return {
    id: line.id,
    name: line.name,
    district: line.district,
    township: line.township,
    areaM2: line.areaM2,
    mu: line.areaM2 === null ? null : muOf(line.areaM2),
    class: line.class,
    className: line.class && classWord(language, line.class),
    flagged: isFlagged(line.class),
    basis: line.basis,
    basisName: line.basis && basisWord(language, line.basis),
    stock: line.stock,
    stockName: line.stock && stockWord(language, line.stock),
    step: line.step,
    stepName: line.step && stepWord(language, line.step),
    since: line.since,
    message: evidenceText(language, line, labels),
    evidence: line.evidence.map((one) => ({ ...one, message: sayEvidence(language, one, labels) })),
    missing: line.missing.map(field),
    confidence: Number(line.confidence.toPrecision(12)),
    doubts: line.doubts.map((doubt) => ({ ...doubt, message: sayDoubt(language, doubt, thresholds) })),
    consequences: line.consequences.map((one) => ({ ...one, message: sayConsequence(language, one) })),
    decision: line.decision && { ...line.decision, message: sayDecision(language, line.decision, labels) },
    potential: potential && { ...potential, parks: potential.parks.map(({ key: _, ...park }) => park) },
  };
}

const gradeRow = (graded: { list: string | null; grade: string | null; why: string | null; missing: readonly string[] } | undefined) =>
  graded ? { list: graded.list, grade: graded.grade, why: graded.why, missing: graded.missing } : null; // prettier-ignore

const amountRow = ({ count, areaM2, unmeasured }: Amount) => ({ count, areaM2, mu: muOf(areaM2), unmeasured });

const rateRow = ({ value, of, to, least, most, missing }: Rate) => ({
  value,
  of: amountRow(of),
  to: amountRow(to),
  least,
  most,
  missing: missing.map(({ field, amount }) => ({ field, ...amountRow(amount) })),
});

function placeRow(
  { code, classes, stocks, keptOut, rates, grades }: ScreenedPlace,
  name: string | null,
  language: Language,
) {
  const named = <K extends string>(amounts: Readonly<Partial<Record<K, Amount>>>, word: (key: K) => string) =>
    Object.fromEntries(
      Object.entries(amounts).map(([key, amount]) => [key, { name: word(key as K), ...amountRow(amount as Amount) }]),
    );
  const { notSupplied, idle, idleFound, supply, vintages } = rates;
  return {
    code,
    name,
    classes: named(classes, (key) => classWord(language, key)),
    stocks: named(stocks, (key) => stockWord(language, key)),
    keptOut,
    rates: {
      notSupplied: rateRow(notSupplied),
      idle: rateRow(idle),
      idleFound: rateRow(idleFound),
      supply: { ...rateRow(supply), floor: supply.floor, outcome: supply.outcome },
      vintages: vintages.map(({ year, isCounted, rate }) => ({ year, isCounted, ...rateRow(rate) })),
    },
    grades,
  };
}

function flipsRow(screened: CityScreen, changes: readonly ParameterChange[]) {
  const { counts, rows, after } = screened.flips(changes);
  const { records } = screened.screen.land;
  return {
    changes,
    counts: counts.map((count) => ({ ...count, mu: muOf(count.areaM2) })),
    parcels: Array.from(rows, (row) => ({
      id: records.peek(row).id,
      from: screened.classAt(row),
      to: classAt(after, row),
    })),
  };
}
