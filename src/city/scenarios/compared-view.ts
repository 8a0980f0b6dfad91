import type { Geometry } from 'geojson';
import type { Key } from '../../domain/land/change.ts';
import type { IndicatorRow } from '../../domain/land/sheets/indicators.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';
import type { ScenarioId } from '../../desk/scenario.ts';

/** The park in one scenario. */
export interface ComparedPark {
  readonly key: Key;
  readonly name: string;
  readonly outcome: Outcome;
  /** 经济技术指标 of it. */
  readonly indicators: readonly IndicatorRow[];
  readonly parcels: number;
  readonly buildings: number;
  /** Fewest and most storeys of its buildings; null where none is known. */
  readonly storeys: readonly [number, number] | null;
  /** 建筑面积 by use of the building, m², '' where it is not said; null: not known of one of them. */
  readonly floorByUseM2: Readonly<Record<string, number | null>>;
  /** Without their traces. */
  readonly findings: readonly Finding[];
}

export type ComparedTable = 'park' | 'parcel' | 'building';

interface ComparedField {
  readonly field: string;
  readonly values: readonly (string | number | boolean | null)[];
  readonly is: readonly number[];
}

/** A record that not all scenarios have alike. */
export interface ComparedRecord {
  readonly table: ComparedTable;
  /** Where it is first there. */
  readonly key: Key;
  /** Of each scenario: another one where it was drawn anew in the same place; one that is not there says nothing. */
  readonly keys: readonly Key[];
  /** As people call it, where it is first there. */
  readonly id: string;
  /** The same of each scenario, which numbers what it draws anew; null: the record is not there. */
  readonly ids: readonly (string | null)[];
  /** Of each scenario the number of its outline among `shapes`; −1: none is drawn; null: the record is not there. */
  readonly drawn: readonly (number | null)[];
  readonly shapes: readonly { readonly shape: Geometry | null; readonly areaM2: number | null }[];
  /** Of a building, by scenario; null where they are not known, or it is not there. Of others: none. */
  readonly storeys: readonly (number | null)[];
  /**
   * Fields that are not alike where the record is there. `values`: null where it is no text, number or yes or no; `is`: of each
   * scenario a number, the same for the same value, −1 where there is none.
   */
  readonly fields: readonly ComparedField[];
}

/** Two or three scenarios side by side, in the order asked for. */
export interface ComparedView {
  readonly version: number;
  readonly scenarios: readonly { readonly id: ScenarioId; readonly park: ComparedPark | null }[];
  /** Parks, parcels, buildings, each in the order of the file; no more than are read. */
  readonly records: readonly ComparedRecord[];
  /** Those that are left out. */
  readonly more: number;
}
