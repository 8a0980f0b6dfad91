import type { RecordKind } from '../../domain/land/fields/kinds.ts';
import type {
  JurisdictionCategory,
  LandClass,
  LandClassSystem,
  Parcel,
  Park,
  ParkStage,
} from '../../domain/land/model.ts';
import type { Refusal } from '../../domain/outcome.ts';
import type { Unit } from '../../domain/quantity/units.ts';
import type { LedgerSettings } from './ledger.ts';
import type { Op } from './outcome.ts';
import type { Dated } from './expression.ts';
import type { Label, Measure, Rule } from './rule.ts';

/** A clause 条文 as the policy prints it. */
export interface Clause {
  readonly id: string;
  /** Heading of the section it stands in. */
  readonly heading: string;
  readonly headingEn: string;
  readonly titleEn: string;
  readonly text: string;
  /** 责任单位 */
  readonly responsible: readonly string[];
}

/** Colour key of the map: 工业 仓储 商业 商务 居住 机关 科研 道路 公用 公园绿地 防护绿地 水域 农用地. */
type LandColour =
  'ind' | 'sto' | 'com' | 'biz' | 'res' | 'adm' | 'rnd' | 'utl' | 'road' | 'grn' | 'gpr' | 'water' | 'farm';

export interface LandClassEntry extends Label {
  readonly code: string;
  /** The class of the planning guide 2023 that it corresponds to 对照, by code; absent there and where none does. */
  readonly guide?: string;
  readonly colour: LandColour;
  readonly industrial: boolean;
  readonly road: boolean;
  /** Kinds of park that it suits 宜建园区类型: a setting; absent: as the class it corresponds to. */
  readonly parks?: readonly NonNullable<Park['parkType']>[];
}

export interface ListedJurisdiction extends Label {
  readonly code: string;
  readonly name: string;
  readonly category: JurisdictionCategory;
  /** Other names it goes by. */
  readonly aliases?: readonly string[];
}

export interface ListedTownship {
  readonly code: string;
  readonly name: string;
  readonly districtCode: string;
}

/** One field of the exchange file: its labels, and the names accepted for it on import; its unit is the table's. */
export interface FieldEntry extends Label {
  readonly aliases: readonly string[];
  /** Labels of the field's closed values. */
  readonly values?: Readonly<Record<string, Label>>;
  /** Labels of common values of a field that is open: anything else stands as it is written. */
  readonly names?: Readonly<Record<string, Label>>;
  /** Further words that mean a value, by its code, as files have them. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
}

/** Who issued the policy, when, and what it replaces. */
export interface PackIdentity {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly status: string;
  readonly statusEn: string;
  readonly version: string;
  /** First and last day on which the pack is in force; absent where the text does not say. */
  readonly from?: string;
  readonly until?: string;
  /** First day on which a draft is planned by, though not in force; a setting. */
  readonly plannedFrom?: string;
  /** Pack whose tables that are no part of the policy (fields, land classes, places, holidays) serve this one. */
  readonly shares?: string;
  /** Central meridian 中央子午线 by which land of the place is surveyed, degrees. */
  readonly centralMeridian?: number;
  /** Measures that may be set by hand (`PolicyContext.settings`). */
  readonly settings?: readonly string[];
  /** From which stage 阶段 of a park on fields (`kind.field`) can be known, by stage. */
  readonly knownFrom?: Readonly<Partial<Record<ParkStage, readonly string[]>>>;
  readonly targets?: TargetMeasures;
  readonly screening?: ScreeningRules;
  readonly repeals: readonly { readonly title: string; readonly number: string }[];
  readonly source: string;
}

/** What a figure of the screen is for; `grade` is a class's share of those graded, `graded` who is graded and how. */
type LandThresholdClass =
  'idle' | 'low-efficiency' | 'approved' | 'supply' | 'grade' | 'graded' | 'confidence' | 'plausible';

/** What makes land suspect of lying idle or being used badly 闲置、低效用地标准: a setting with where it is from. */
export interface LandThreshold extends Label {
  readonly id: string;
  readonly class: LandThresholdClass;
  /** Enough by itself; of the others several must hold together. */
  readonly alone?: true;
  /** Field of the parcel it is held against; absent where the exchange file has none. */
  readonly field?: string;
  /** Suspect where the comparison holds. */
  readonly op: Op;
  readonly value: Dated<number>;
  readonly unit: Unit;
  readonly source: string;
  /** 0–1; below 1 it is a setting to be confirmed. */
  readonly confidence: number;
}

/** 亩均评价: who is ranked with whom, by what, and which part of the ranking is which class. Shares are thresholds, by id. */
export interface Grading {
  /** Where a ranking of its own is made. */
  readonly scope: 'city' | 'district';
  readonly source: string;
  /** 名单: firms are graded in the first that takes them. */
  readonly lists: readonly (Label & {
    readonly id: string;
    readonly aboveScale?: boolean;
    readonly leastLand?: string;
  })[];
  /** By what the better half is told from the worse, and by what where no one of the list has it. */
  readonly half: { readonly field: string; readonly orElse?: string; readonly share: string };
  /** Taken one after the other; the one without `from` is the rest. */
  readonly grades: readonly {
    readonly grade: string;
    readonly from?: 'better' | 'worse' | 'all';
    readonly by?: string;
    readonly take?: 'most' | 'least';
    readonly share: string;
  }[];
  /** 不参评: a day on record that is less than so many years ago. */
  readonly notGraded: readonly (Label & { readonly id: string; readonly field: string; readonly under: string })[];
}

/** Units of what a plan is made by; `point` 分: what an 亩 of the most suitable land is worth. */
export type PlanUnit = 'point' | 'ratio' | 'count' | 'year' | 'km' | 'wanYuanPerMu';

/** A weight or another figure by which supply plans are made 供应计划的权重与设定, with where it is from. */
export interface PlanSetting extends Label {
  readonly id: string;
  readonly value: Dated<number>;
  readonly unit: PlanUnit;
  readonly source: string;
  /** 0–1; below 1 it is a setting to be confirmed. */
  readonly confidence: number;
}

/** What supply plans are made by. */
interface Planning {
  /** Stages of the parks there are that count towards targets, each in its year. */
  readonly counted: readonly ParkStage[];
  /** 新增 or 存量: by words of a parcel's 土地来源, else by its status. */
  readonly newLand: {
    readonly newWords: readonly string[];
    readonly stockWords: readonly string[];
    readonly statuses: readonly NonNullable<Parcel['status']>[];
    readonly source: string;
    readonly confidence: number;
  };
  readonly settings: readonly PlanSetting[];
}

/** Which rules the screen of land asks: that of the plot ratio, and those of the size of a park, by id. */
interface ScreeningRules {
  readonly plotRatio: string;
  readonly size: readonly string[];
}

/** Days off of one year as the State Council arranged them 国务院办公厅节假日安排: `[first, last]` spans. */
export interface HolidayYear {
  readonly year: number;
  readonly source: string;
  readonly off: readonly (readonly [string, string])[];
  /** Weekend days worked instead 调休上班. */
  readonly worked: readonly string[];
}

/** Which measures tell the progress of a jurisdiction, by name. */
export interface TargetMeasures {
  /** Built in the year; and from the base year on, of which new and renovated. */
  readonly annual: string;
  readonly cumulative: string;
  readonly cumulativeNew: string;
  readonly cumulativeRenovated: string;
  readonly baseYear: string;
  /** The year judged: that of the day, at most the last of the target. */
  readonly year: string;
}

/** A policy pack 政策包, loaded and checked. */
export interface Pack extends PackIdentity {
  /** The text of its files by name, those it shares among them. */
  readonly files: Readonly<Record<string, string>>;
  readonly preamble: string;
  readonly closing: string;
  readonly clauses: readonly Clause[];
  readonly rules: readonly Rule[];
  /** Throws for an id the pack does not hold; loading has checked those the pack itself names. */
  readonly rule: (id: string) => Rule;
  readonly measures: Readonly<Record<string, Measure>>;
  readonly units: Readonly<Record<Unit, Label>>;
  readonly jurisdictions: readonly ListedJurisdiction[];
  readonly townships: readonly ListedTownship[];
  readonly landClasses: Readonly<Record<LandClassSystem, readonly LandClassEntry[]>>;
  /** The entry with the longest code that `landClass.code` begins with. */
  readonly landClassOf: (landClass: LandClass) => LandClassEntry | undefined;
  readonly colours: Readonly<Record<LandColour, Label & { readonly rgb: readonly [number, number, number] }>>;
  readonly fields: Readonly<Record<RecordKind, Readonly<Record<string, FieldEntry>>>>;
  readonly thresholds: readonly LandThreshold[];
  readonly grading: Grading;
  readonly plan: Planning;
  readonly ledger: LedgerSettings;
  /** Classes of the planning guide, with those below them: whose use is looked at, and which have no duty to be built on. */
  readonly lowEfficiencyUses: readonly string[];
  readonly unscreenedUses: readonly string[];
  /** Days off by year, as far as they are listed. */
  readonly holidays: readonly HolidayYear[];
}

export type PackRefusalCode =
  | 'missing-file' // {file}
  | 'not-yaml' // {file, line, detail}
  | 'not-csv' // {file, line, detail}
  | 'schema' // {file, line, rule, path, detail}
  | 'duplicate-id' // {file, line, rule}
  | 'unknown-clause' // {file, line, rule, clause}
  | 'phrase-not-in-clause' // {file, line, rule, clause, phrase}
  | 'unknown-kind' // {file, line, rule, kind}
  | 'missing-parameter' // {file, line, rule, kind, parameter}
  | 'unknown-measure' // {file, line, rule, measure}
  | 'unsuitable-measure' // {file, line, rule, kind, measure}: this kind cannot judge that measure
  | 'unknown-figure' // {file, line, rule, figure}
  | 'unknown-field' // {file, line, rule, field}
  | 'unsuitable-field' // {file, line, rule, field, use}: it does not hold what it is asked for
  | 'unnamed-field' // {file, line, rule, field}: the dictionary leaves it out
  | 'unknown-value' // {file, line, rule, field, value}
  | 'unnamed-value' // {file, line, rule, field, value}
  | 'unknown-unit' // {file, line, rule, unit}
  | 'unit-mismatch' // {file, line, rule, measure, unit}
  | 'unknown-rule' // {file, line, rule, refers}
  | 'unknown-threshold' // {file, line, rule, threshold}
  | 'unknown-setting' // {file, line, setting}
  | 'missing-setting' // {file, line, setting}
  | 'unknown-use' // {file, line, rule, use}
  | 'unknown-lever' // {file, line, rule, lever}
  | 'measure-circle'; // {file, line, rule}

export type PackRefusal = Refusal<PackRefusalCode>;
