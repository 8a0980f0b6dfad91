import type { Parcel, SupplyPlan } from '../../domain/land/model.ts';
import { byVersion } from '../../domain/land/supply/plan-life.ts';
import { refuse } from '../../domain/outcome.ts';
import type { LedgerResult } from '../../desk/ledger/books.ts';
import type { LedgerDeed, NewRow } from '../../desk/ledger/deed.ts';
import { ledgerEdit } from '../../desk/ledger/ledger-edit.ts';
import { isNewLand } from '../../policy/new-land.ts';
import { modeOfWords, useOfClass } from '../../policy/supply-uses.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { CityLedger } from './source.ts';

/** What is wanted of the ledger: a deed, or land that is to stand in the plan of a year. */
export type LedgerWish = LedgerDeed | PutParks | PutParcels;

interface IntoYear {
  readonly year: number;
  /** Of a plan that is begun with it. */
  readonly name?: string;
  readonly uses?: SupplyPlan['uses'];
}

/** Parks of `yuantu plan` into the plan of their year: a row a parcel. What the plan has already stays as it is. */
interface PutParks extends IntoYear {
  readonly do: 'put-parks';
  /**
   * By ids of parcels; `name` is what the park is called in the plan, else its first parcel's id. `spare`: it stands by 备选, so that
   * its rows are a reserve, with this for a remark.
   */
  readonly parks: readonly { readonly parcels: readonly string[]; readonly name?: string; readonly spare?: string }[];
}
/** The same of single parcels: those planned and absent, or a reserve. */
interface PutParcels extends IntoYear {
  readonly do: 'put-parcels';
  readonly parcels: readonly string[];
  readonly reserve?: boolean;
}

/** What is wanted, as a change of the land; nothing is applied. */
export function ledgerWish(city: City, judgement: Judgement, wish: LedgerWish): LedgerResult {
  const { land } = city;
  if (wish.do !== 'put-parks' && wish.do !== 'put-parcels') return ledgerEdit(land, wish);
  const source = new CityLedger(city, judgement);
  const plan = source.plans.filter((own) => own.plan.year === wish.year).sort((a, b) => byVersion(a.plan, b.plan)).at(-1); // prettier-ignore
  const uses = plan?.plan.uses ?? wish.uses ?? source.pack.ledger.list;
  const held = new Set(source.rows.flatMap(({ row }) => (row.planId === plan?.plan.id ? (row.parcelIds ?? []) : [])));
  const rows: NewRow[] = [];
  for (const { id, besides } of wanted(wish)) {
    const parcel = source.parcel(id);
    if (!parcel) return refuse('no-such-parcel', { id });
    if (!held.has(id)) rows.push({ ...rowOf(source, uses, parcel.record), ...besides });
  }
  if (rows.length === 0) return refuse('nothing-to-do');
  if (plan) return ledgerEdit(land, { do: 'add-rows', plan: plan.key, rows });
  return ledgerEdit(land, { do: 'make-plan', year: wish.year, name: wish.name, uses, rows });
}

const wanted = (wish: PutParks | PutParcels): readonly { readonly id: string; readonly besides: Partial<NewRow> }[] =>
  wish.do === 'put-parks'
    ? wish.parks.flatMap(({ parcels, name = parcels[0], spare }) => {
        const besides = { parkName: name, ...(spare !== undefined && { reserve: true, remark: spare }) };
        return parcels.map((id) => ({ id, besides }));
      })
    : wish.parcels.map((id) => ({ id, besides: wish.reserve ? { reserve: true } : {} }));

/** What the record of a parcel says of a row of it; the rest a person fills in. */
function rowOf(source: CityLedger, uses: SupplyPlan['uses'], parcel: Parcel): NewRow {
  const { pack } = source;
  const row: NewRow = {
    number: parcel.id,
    unit: source.unitOf(parcel) ?? undefined,
    parcelIds: [parcel.id],
    parkId: parcel.parkId,
    location: parcel.name,
    use: useOfClass(pack, uses, parcel.landClass)?.code,
    isNew: isNewLand(parcel, pack),
    landSource: parcel.landSource,
    supplyMode: modeOfWords(pack, parcel.supplyMode),
    quarter: parcel.supplyQuarter,
    conditions: parcel.conditions,
    startPriceWan: parcel.startPriceWan,
    depositWan: parcel.depositWan,
  };
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}
