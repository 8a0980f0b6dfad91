import type { Key } from '../../domain/land/change.ts';
import type { Parcel } from '../../domain/land/model.ts';
import { planAsOn } from '../../domain/land/supply/plan-life.ts';
import { memoized } from '../../domain/land/memoized.ts';
import { isArea } from '../../domain/land/stated-area.ts';
import { landCountsTo } from '../../policy/jurisdictions.ts';
import type { LedgerParcel, LedgerPark, LedgerSource } from '../../supply/ledger/booked.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { naming, type Naming } from '../place-names.ts';

/** The city as a ledger needs it, on a day; parcels are looked at as they are asked for. */
export class CityLedger implements LedgerSource {
  readonly date: string;
  readonly pack: Judgement['law']['pack'];
  readonly plans: LedgerSource['plans'];
  readonly rows: LedgerSource['rows'];
  readonly units: readonly string[];
  readonly names: Naming;
  readonly #city: City;
  readonly #judgement: Judgement;
  readonly #parcels = new Map<string, LedgerParcel | undefined>();

  /** `date`: plans as they were told on that day; without it as they are, on the day of judgement. */
  constructor(city: City, judgement: Judgement, date?: string) {
    const { land } = city;
    const [plans, rows] = [land.table('supplyPlan'), land.table('supplyRow')];
    this.#city = city;
    this.#judgement = judgement;
    this.date = date ?? judgement.law.date;
    this.pack = judgement.law.pack;
    this.plans = plans.listed().map((key) => {
      const now = plans.record(key)!;
      return { key, now, plan: date === undefined ? now : planAsOn(now, date) };
    });
    this.rows = rows.listed().map((key) => ({ key, row: rows.record(key)! }));
    this.units = judgement.context.jurisdictions.map(({ code }) => code);
    const [townships, jurisdictions] = [land.table('township').compact(), land.table('jurisdiction').compact()];
    this.names = naming({ townships, jurisdictions: [...jurisdictions.records] }, this.pack);
  }

  readonly parcel = (id: string): LedgerParcel | undefined =>
    memoized(this.#parcels, id, () => {
      const key = this.#city.land.table('parcel').called(id);
      return key === undefined ? undefined : this.#parcelAt(key);
    });

  /** 责任单位: the zone it lies in, else its district. */
  unitOf(record: Parcel): string | null {
    return landCountsTo(record, this.#judgement.context) ?? null;
  }

  get parks(): readonly LedgerPark[] {
    const { placed } = this.#city;
    return this.#city.parks.map((key) => {
      const record = placed.park(key)!;
      const [first] = placed.parcelsOfPark(record.id);
      const land = first === undefined ? undefined : placed.parcel(first);
      const { zoneId = land?.zoneId, districtCode } = record;
      const own = { zoneId, districtCode: land?.districtCode ?? districtCode, townshipCode: land?.townshipCode };
      return { key, record, unit: landCountsTo(own, this.#judgement.context) ?? null };
    });
  }

  get planned(): readonly LedgerParcel[] {
    const { land } = this.#city;
    const planned = new Set(
      this.#city.parks.map((key) => this.#city.park(key)!).filter(({ stage }) => stage === 'planned').map(({ id }) => id), // prettier-ignore
    );
    const table = land.table('parcel');
    const [yearOf, parkOf] = [table.records.field('planYear'), table.records.field('parkId')];
    return table.listed().flatMap((key) => {
      const row = table.rowOf(key)!;
      return typeof yearOf(row) === 'number' || planned.has(parkOf(row) ?? '') ? [this.#parcelAt(key)] : [];
    });
  }

  #parcelAt(key: Key): LedgerParcel {
    const record = this.#city.placed.parcel(key)!;
    const stated = record.statedAreaM2;
    const planeM2 = this.#city.placed.measured(key).areas?.planeM2 ?? null;
    return {
      key,
      record,
      areaM2: stated !== undefined && isArea(stated) ? stated : planeM2,
      unit: this.unitOf(record),
      township:
        record.townshipCode === undefined ? null : (this.names.township(record.townshipCode) ?? record.townshipCode),
    };
  }
}
